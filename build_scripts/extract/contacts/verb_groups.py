"""Extract: the words of a sentence in, where a verb group stands and how far it goes out.

A group runs from its first helper to the verb that carries the meaning: "does not intend to meet".
"""

from __future__ import annotations

from collections.abc import Sequence

from build_scripts.extract.contacts.grammar import Form, Grammar, Sense
from build_scripts.extract.contacts.words import Tag, Word

_OBJECT = 10
"""Words, at most, of an object that stands between a verb and its particle."""
_SEPARABLE = ("together", "off", "over", "in", "round", "around")
"""Particles that may stand behind the object: "showed them round"."""
_FINITE_HELPERS = ("was", "were", "is", "are", "has", "had", "will", "would")
_IN_OBJECT = (Tag.ACTOR, Tag.NAME, Tag.NOUN, Tag.SIDED, Tag.JOINING, Tag.DETERMINER, Tag.PRONOUN)

_ING = frozenset({Form.ING})
_IN_CALLED_OFF = (*_IN_OBJECT, Tag.PREPOSITION, Tag.DATE, Tag.POSSESSIVE)
"""What may stand in "called a meeting with B in May off"."""


class VerbGroups:
    """Looks for verb groups in a sentence."""

    def __init__(self, words: Sequence[Word], grammar: Grammar) -> None:
        self.words = words
        self.grammar = grammar

    def group(self, at: int) -> tuple[int, list[int], tuple[Sense, ...]]:
        """The verb group at `at`: the index after it and its particle, its words, the verb's senses."""
        chain: list[int] = []
        end = at
        last = at
        while end < len(self.words):
            word = self.words[end]
            if word.tag is Tag.NOT and any(self.words[each].tag is Tag.VERB for each in chain):
                break
            if chain and self.is_expletive(end):
                break
            if chain and self.words[chain[-1]].tag is Tag.VERB and word.low in _FINITE_HELPERS:
                # "The last time they met | was …".
                break
            if word.tag in (Tag.AUX, Tag.MODAL, Tag.NOT):
                chain.append(end)
                last = end
            elif word.tag is Tag.VERB:
                if any(self.words[each].tag is Tag.VERB for each in chain) and not self.governed(chain, end):
                    break
                chain.append(end)
                last = end
            elif word.tag is Tag.TO and self.verb_after(end):
                if chain and not self.is_directing(chain):
                    break
                chain.append(end)
            elif (
                (self.is_governing(end) and self.ing_after(end) and chain and self.is_governor(chain))
                or word.tag is Tag.ADVERB
                or (word.tag is Tag.NOUN and self.is_state_adjective(chain, end))
            ):
                chain.append(end)
            else:
                break
            end += 1
        chain = [each for each in chain if each <= last]
        end = last + 1
        # "There was no meeting": the verb is the helper before the negation.
        verbs = [each for each in chain if self.words[each].tag is not Tag.NOT]
        senses, end = self.senses(verbs[-1] if verbs else last, end)
        return end, chain, senses

    def is_governing(self, at: int) -> bool:
        """ "refrained from meeting"; near-misses: "was cancelled after fighting …", "… amid rising …"."""
        low = self.words[at].low
        circumstance = self.grammar.has("subordinators", low) or self.grammar.has("amid", low)
        return self.words[at].tag is Tag.PREPOSITION and not circumstance

    def is_expletive(self, at: int) -> bool:
        """ "said there had been no talks": `there` opens a clause."""
        following = self.words[at + 1].tag if at + 1 < len(self.words) else None
        return self.grammar.has("expletive", self.words[at].low) and following in (Tag.AUX, Tag.MODAL)

    def governed(self, chain: list[int], at: int) -> bool:
        """Whether a verb right after the last one is ruled by it ("to meet", "avoided meeting")."""
        last = chain[-1]
        if self.words[last].tag in (Tag.TO, Tag.AUX, Tag.MODAL, Tag.PREPOSITION):
            return True
        if self.words[last].tag is Tag.ADVERB:
            return self.governed(chain[:-1], at) if len(chain) > 1 else True
        return self.is_ing(at) and self.is_governor(chain)

    def is_directing(self, chain: list[int]) -> bool:
        """Whether `to` and a verb go on with the group ("plans to meet"); near-miss: "came to meet"."""
        verbs = [each for each in chain if self.words[each].tag in (Tag.VERB, Tag.NOUN)]
        if not verbs:
            return True
        senses = self.grammar.senses.get(self.words[verbs[-1]].low, ())
        names = {sense.name for sense in senses if not sense.particle}
        names.add(self.words[verbs[-1]].low)
        approaches = names & self.grammar.classes["approaches"]
        moves = ("plans", "refuses", "cancels", "doubts", "passes", "reports")
        return not approaches and any(names & self.grammar.classes[kind] for kind in moves)

    def is_governor(self, chain: list[int]) -> bool:
        for each in reversed(chain):
            if self.words[each].tag is Tag.VERB:
                names = {sense.name for sense in self.grammar.senses.get(self.words[each].low, ())}
                return any(
                    names & self.grammar.classes[kind]
                    for kind in ("refuses", "cancels", "doubts", "passes", "plans", "reports")
                )
        return False

    def is_state_adjective(self, chain: list[int], at: int) -> bool:
        """ "is due to meet": an adjective that governs, after a form of `be`."""
        if not chain or self.words[chain[-1]].tag not in (Tag.AUX, Tag.NOT, Tag.ADVERB):
            return False
        low = self.words[at].low
        following = self.words[at + 1] if at + 1 < len(self.words) else None
        governs = self.grammar.has("plans", low) or self.grammar.has("doubts", low)
        return (
            governs and following is not None and (following.tag is Tag.TO or following.low in ("for", "in"))
        )

    def senses(self, at: int, end: int) -> tuple[tuple[Sense, ...], int]:
        """Readings of the verb at `at`; one whose particle follows (at most a word away) comes first."""
        found = self.grammar.senses.get(self.words[at].low, ())
        if self.words[at].tag is Tag.AUX:
            found = (self.helper_sense(self.words[at].low),)
            be_with = [s for s in self.grammar.senses.get("be", ()) if s.particle]
            found = (*be_with, *found) if found[0].lemma == "be" else found
        if self.words[at].tag is Tag.AUX and self.words[at].low in ("has", "have", "had", "having"):
            found = (*(s for s in self.grammar.senses.get("have", ()) if s.particle), *found)
        for sense in found:
            if sense.particle in _SEPARABLE and self.is_separated(sense.particle, end):
                return (sense,), end
            if sense.particle and (behind := self.particle_end(sense.particle, end)) > 0:
                return (sense,), behind
        return tuple(sense for sense in found if not sense.particle), end

    def helper_sense(self, low: str) -> Sense:
        """A helper that stands alone: "was there", "had talks", "did so"."""
        if self.grammar.has("forms_of_be", low):
            return Sense("be")
        return Sense("do" if low in ("do", "does", "did") else "have")

    def particle_end(self, particle: str, at: int) -> int:
        """The index behind the particle that begins at `at`, 0 if it does not stand there."""
        if at >= len(self.words) or not particle.startswith(self.words[at].low):
            return 0
        read = ""
        for each in range(at, min(at + 1 + particle.count(" "), len(self.words))):
            read = f"{read} {self.words[each].low}".lstrip()
            if read == particle:
                return each + 1
        return 0

    def is_separated(self, particle: str, at: int) -> bool:
        """Whether the particle stands behind the object: "brought A and B together"."""
        for each in range(at, min(at + _OBJECT, len(self.words))):
            word = self.words[each]
            if word.low == particle or word.low.startswith(f"{particle} "):
                return each > at and (particle not in ("in", "off") or self.ends_clause(each + 1))
            if word.tag not in (_IN_CALLED_OFF if particle == "off" else _IN_OBJECT):
                return False
        return False

    def ends_clause(self, at: int) -> bool:
        """ "let them in.", "let them in on 4 May"; near-miss: "let them in May"."""
        if at + 1 < len(self.words) and self.words[at].low == "on" and self.words[at + 1].tag is Tag.DATE:
            return True
        return at >= len(self.words) or self.words[at].tag in (Tag.CLOSE, Tag.COMMA, Tag.STOP, Tag.JOINING)

    def is_verb_group(self, at: int) -> bool:
        if at >= len(self.words):
            return False
        word = self.words[at]
        if word.tag in (Tag.VERB, Tag.AUX, Tag.MODAL):
            return True
        if word.tag is Tag.TO:
            return self.verb_after(at)
        if word.tag is Tag.NOT or word.tag is Tag.ADVERB:
            start = self.skip(at, (Tag.ADVERB, Tag.NOT))
            return start < len(self.words) and self.words[start].tag in (Tag.VERB, Tag.AUX, Tag.MODAL)
        return False

    def is_ing(self, at: int) -> bool:
        word = self.words[at]
        return word.tag is Tag.VERB and self.grammar.forms.get(word.low) == _ING

    def verb_after(self, at: int) -> bool:
        start = self.skip(at + 1, (Tag.ADVERB,))
        if start >= len(self.words):
            return False
        word = self.words[start]
        base = Form.BASE in self.grammar.forms.get(word.low, frozenset({Form.BASE})) or word.low in (
            "be",
            "have",
            "do",
        )
        return word.tag in (Tag.VERB, Tag.AUX) and base

    def ing_after(self, at: int) -> bool:
        start = self.skip(at + 1, (Tag.ADVERB,))
        return start < len(self.words) and self.is_ing(start)

    def auxiliary_before(self, at: int) -> bool:
        for each in range(at - 1, max(at - 4, -1), -1):
            if self.words[each].tag in (Tag.AUX, Tag.MODAL):
                return True
            if self.words[each].tag not in (Tag.ADVERB, Tag.NOT, Tag.PRONOUN):
                return False
        return False

    def skip(self, at: int, tags: tuple[Tag, ...]) -> int:
        while at < len(self.words) and self.words[at].tag in tags:
            at += 1
        return at

    def back(self, at: int) -> int:
        """The last word before `at` that is no adverb."""
        at -= 1
        while at > 0 and self.words[at].tag is Tag.ADVERB:
            at -= 1
        return at

    def may_be_participle(self, at: int) -> bool:
        forms = self.grammar.forms.get(self.words[at].low, frozenset({Form.PARTICIPLE}))
        return self.words[at].tag is Tag.VERB and Form.PARTICIPLE in forms
