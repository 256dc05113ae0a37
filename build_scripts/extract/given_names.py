"""Extract: a given name in; the form of it that stands for all its forms, short and in other languages, out.

Some languages have one given name in forms that no rule of transliteration joins: "Mykola" and "Nikolai".
Which form an article writes says which language its writer heard, and nothing else; "Phil" for "Philip" says
how he is called. Names have no language of their own, so they stand here and not in a lexicon.
"""

from __future__ import annotations

import re

_EASTERN = (
    ("mykola", "nikolai", "nikolay", "nikolaj", "mikola"),
    ("yevhen", "yevgeny", "yevgeni", "yevgeniy", "evgeny", "evgeni", "evgeniy", "evgenii", "yevgenii"),
    ("volodymyr", "vladimir"),
    ("oleksandr", "aleksandr", "alexander", "aliaksandr", "alexandr"),
    ("oleksiy", "oleksii", "aleksei", "aleksey", "alexei", "alexey"),
    ("serhiy", "serhii", "sergei", "sergey", "sergej", "siarhei"),
    ("andriy", "andrii", "andrei", "andrey", "andrej"),
    ("dmytro", "dmitry", "dmitri", "dmitriy", "dzmitry"),
    ("petro", "pyotr", "piotr"),
    ("pavlo", "pavel"),
    ("hryhoriy", "hryhorii", "grigory", "grigori", "grigoriy"),
    ("oleh", "oleg"),
    ("ihor", "igor"),
    ("mykhailo", "mikhail", "mihail"),
    ("vasyl", "vasily", "vasili", "vasiliy"),
    ("kostiantyn", "konstantin"),
    ("olena", "elena", "yelena"),
    ("halyna", "galina"),
    ("iryna", "irina"),
    ("nataliya", "natalia", "natalya"),
)
"""Of languages that have h where their sister has g, in surnames as well: "Dovhan", "Dovgan"."""
_OTHERS = (
    ("muhammad", "mohammad", "mohammed", "mohamed", "mohamad", "muhammed", "muhamed", "mahamat", "mohamud"),
    ("muhammad", "mahomed", "mehmed", "mehmet", "mohd", "md"),
    ("serzh", "serge", "serj"),
    ("said", "saeed", "saied", "sayeed"),
    ("uthman", "othman", "osman", "usman", "ousmane"),
    ("ramadan", "ramadhan", "ramazan"),
    ("murtada", "murtaza", "morteza", "murtadha", "murteza"),
    ("rida", "reza", "riza", "ridha"),
    ("dawud", "daoud", "dawood", "daud", "davud", "davood"),
    ("yaqub", "yacoub", "yakub", "yaqoob", "yakup"),
    ("ismail", "smail", "esmail", "esmaeil", "ismael"),
    ("sulaiman", "suleiman", "suleyman", "soliman", "sleiman", "slimane"),
    ("yitzhak", "itzhak", "yitzchak"),
    ("yusuf", "yousef", "youssef", "yousuf", "yusef", "youssouf"),
    ("kliment", "clement"),
    ("ilarion", "hilarion"),
    ("ibrahim", "brahim", "ebrahim", "ibrahima"),
    ("jamal", "gamal", "djamal", "jamaal"),
    ("jaafar", "gaafar", "jafar", "djaffar", "gafar"),
    ("jalal", "galal", "djalal"),
    ("georgios", "giorgos", "yorgos", "george"),
    ("ioannis", "yannis", "giannis", "yiannis"),
    ("konstantinos", "kostas", "costas", "constantinos"),
    ("nikolaos", "nikos", "nicos"),
    ("dimitrios", "dimitris"),
    ("lee", "yi", "rhee", "ri"),
    ("park", "pak"),
    ("choi", "choe"),
    ("roh", "noh"),
    ("jung", "jong", "jeong", "chung", "chong"),
)
_SHORT = (
    ("abraham", "abe"),
    ("andrew", "andy"),
    ("anthony", "antony", "tony"),
    ("charles", "charlie", "chuck"),
    ("chester", "chet"),
    ("christopher", "chris"),
    ("daniel", "danny"),
    ("david", "dave", "davey"),
    ("deborah", "debbie"),
    ("douglas", "doug"),
    ("edward", "eddie", "ted", "teddy"),
    ("elizabeth", "liz", "lizzie", "betty"),
    ("frederick", "fred", "freddie"),
    ("geoffrey", "geoff", "jeffrey", "jeff"),
    ("gerald", "gerry", "jerry"),
    ("gregory", "greg"),
    ("james", "jim", "jimmy", "jamie"),
    ("jennifer", "jenny"),
    ("joseph", "joe", "joey"),
    ("katherine", "catherine", "kathryn", "kate", "katie", "kathy"),
    ("kenneth", "kenny"),
    ("lawrence", "laurence", "larry"),
    ("leonard", "lenny"),
    ("margaret", "maggie", "peggy"),
    ("matthew", "matt"),
    ("michael", "mike", "mickey"),
    ("nicholas", "nick", "nicky"),
    ("patricia", "patty", "trish"),
    ("patrick", "paddy"),
    ("peter", "pete"),
    ("philip", "phillip", "phil"),
    ("raymond", "ray"),
    ("richard", "dick", "rick", "ricky", "richie"),
    ("robert", "bob", "bobby", "rob", "robbie"),
    ("ronald", "ron", "ronnie"),
    ("samuel", "sam", "sammy"),
    ("stephen", "steven", "steve"),
    ("susan", "sue"),
    ("thomas", "tom", "tommy"),
    ("timothy", "tim"),
    ("vincent", "vince"),
    ("walter", "walt"),
    ("william", "bill", "billy", "willie"),
)
"""Not those that are also words, particles or titles: "Will", "Ben", "Don", "Al"."""
_FORMS = {form: forms[0] for forms in (*_EASTERN, *_OTHERS, *_SHORT) for form in forms}
_EASTERN_FORMS = frozenset(form for forms in _EASTERN for form in forms)
# Match: the h of "Dovhan". Near-miss: that of "Mikhailov", "Horin".
_H = re.compile(r"(?<=[a-z])(?<![ckgpstz])h(?=[aeiouy])")


def given_name(word: str) -> str:
    """The form that stands for all; the word itself, small, where nothing is known of it.

    >>> given_name("Nikolai") == given_name("Mykola"), given_name("Arden")
    (True, 'arden')
    """
    low = word.lower()
    return _FORMS.get(low, low)


def with_one_g(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name, g for h behind a given name of languages that write either.

    >>> with_one_g(("Mykola", "Dovhan")), with_one_g(("Anna", "Dovhan"))
    (('Mykola', 'Dovgan'), ('Anna', 'Dovhan'))
    """
    if len(words) < 2 or words[0].lower() not in _EASTERN_FORMS:
        return words
    return (words[0], *(_H.sub("g", word) for word in words[1:]))
