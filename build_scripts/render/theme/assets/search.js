/* Search. The index is a list of records, sections and sentences (search/search_index.js); it is loaded when
   somebody first searches, as a script, so that it also works from a folder; what does not fit into one script
   follows in others, and what is found already stands there meanwhile. Every word that is typed has to
   begin a word of what is found; if nothing has them all, names that are spelled almost so are tried. */
(function () {
  "use strict";
  var box = document.getElementById("site-search"), toggle = document.getElementById("__search");
  if (!box || !toggle) return;
  var input = box.querySelector(".md-search__input"), list = box.querySelector(".md-search-result__list");
  var meta = box.querySelector(".md-search-result__meta"), hint = meta.textContent;
  var base = new URL(JSON.parse(document.getElementById("__config").textContent).base.replace(/\/?$/, "/"), location.href);
  var MOST = 60, docs, isAsked = false, isWhole = false, last = "", back = null, timer;

  /* ---- the index ---- */

  /* Most texts hold nothing that has to be taken apart: they are folded in half the time. */
  var PLAIN = /^[\x20-\x7e\u2013\u2014\u2018-\u201d\u2026]*$/;

  function fold(text) {
    if (PLAIN.test(text)) return text.replace(/[\u2019']/g, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
    return text.normalize("NFKD").replace(/[\u0300-\u036f\u2019']/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  /* Its texts are written as HTML; here they are only ever shown as text. */
  function decoded(text) {
    return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  }

  var BONUS = [[/^actors\/[^#]*$/, 6], [/^chronology\/[^#]*$/, 4], [/^comparisons\/[^#]*$/, 4], [/^[^#]*$/, 3]];

  function prepared(doc) {
    var names = (doc.names || []).map(decoded), title = decoded(doc.title), text = decoded(doc.text);
    var bonus = BONUS.find(function (one) { return one[0].test(doc.location); });
    return {
      location: doc.location, kind: decoded(doc.kind), title: title, names: names, text: text, bonus: bonus ? bonus[1] : 0,
      exact: [title].concat(names).map(fold), head: " " + [title].concat(names).map(fold).join(" | ") + " ", body: " " + [text].concat((doc.more || []).map(decoded)).map(fold).join(" | ") + " ",
      isWords: /#p-/.test(doc.location)
    };
  }

  function fetched(name, then) {
    var script = document.createElement("script");
    script.src = new URL("search/" + name + ".js", base).href;
    script.onload = then;
    script.onerror = function () { isAsked = false; isWhole = true; meta.textContent = "The search cannot be loaded here."; };
    document.head.append(script);
  }

  function load(then) {
    if (docs) return then();
    if (isAsked) return;
    isAsked = true;
    fetched("search_index", function () {
      docs = window.briefingSearch.docs.map(prepared);
      further(1, window.briefingSearch.scripts || 0, then);
    });
  }

  /* Each of the others leaves the page room to answer in between. */
  function further(number, last, then) {
    isWhole = number > last;
    then();
    if (isWhole) return;
    fetched("search_index-" + number, function () {
      docs = docs.concat(window.briefingSearchMore.map(prepared));
      setTimeout(function () { further(number + 1, last, then); });
    });
  }

  /* ---- what fits, and how well ---- */

  function inText(text, word, whole, start) {
    if (text.indexOf(" " + word + " ") >= 0) return whole;
    return !/^\d+$/.test(word) && text.indexOf(" " + word) >= 0 ? start : 0;
  }

  function score(doc, words, needsAll) {
    var sum = 0, hits = 0, phrase = words.join(" ");
    words.forEach(function (word) {
      var found = Math.max(inText(doc.head, word, 12, 8), inText(doc.body, word, 3, 2));
      sum += found;
      hits += found > 0;
    });
    if (needsAll ? hits < words.length : !hits) return 0;
    if (doc.exact.indexOf(phrase) >= 0) sum += 40;
    else if (doc.head.indexOf(" " + phrase) >= 0) sum += 20;
    else if (doc.body.indexOf(" " + phrase) >= 0) sum += 8;
    return sum + doc.bonus + (needsAll ? 0 : hits * 20);
  }

  function ranked(words, needsAll) {
    return docs.map(function (doc, place) { return [score(doc, words, needsAll), place, doc]; })
      .filter(function (one) { return one[0] > 0; })
      .sort(function (one, other) { return other[0] - one[0] || one[1] - other[1]; })
      .map(function (one) { return one[2]; });
  }

  /* Letters to change, add, leave out or swap to get from one word to the other, up to `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = [], row = [], above;
    for (var j = 0; j <= other.length; j++) row[j] = j;
    for (var i = 1; i <= one.length; i++) {
      above = row; row = [i];
      for (j = 1; j <= other.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      before = above;
    }
    return row[other.length];
  }

  function nearest(word) {
    if (word.length < 4 || /\d/.test(word)) return word;
    var best = word, least = word.length < 7 ? 2 : 3;
    docs.forEach(function (doc) {
      if (!doc.bonus) return;
      doc.head.split(/[ |]+/).forEach(function (other) {
        var far = other.length > 3 ? distance(word, other, least) : least;
        if (far < least) { least = far; best = other; }
      });
    });
    return best;
  }

  /* ---- the list ---- */

  function make(tag, name, words) {
    var node = document.createElement(tag);
    if (name) node.className = name;
    if (words) node.textContent = words;
    return node;
  }

  function marked(node, text, words) {
    var pattern = new RegExp("(^|[^\\p{L}\\p{N}])(" + words.join("|") + ")", "giu"), at = 0, match;
    while ((match = pattern.exec(text))) {
      var start = match.index + match[1].length;
      node.append(text.slice(at, start), make("mark", "", match[2]));
      at = start + match[2].length;
    }
    node.append(text.slice(at));
    return node;
  }

  /* The words around the first that fits, from a word's beginning on. */
  function excerpt(text, words) {
    var match = new RegExp("(^|[^\\p{L}\\p{N}])(" + words.join("|") + ")", "iu").exec(text);
    var start = match ? Math.max(0, match.index - 60) : 0;
    if (start) start = text.indexOf(" ", start) + 1;
    var end = start + 190 >= text.length ? text.length : text.lastIndexOf(" ", start + 190);
    return (start ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  function item(doc, words) {
    var node = make("li", "md-search-result__item"), link = make("a", "md-search-result__link");
    link.href = new URL(doc.location, base).href;
    link.append(make("span", "find-kind", doc.kind));
    link.append(marked(make("span", "find-title"), doc.title, words));
    var also = doc.names.filter(function (name) {
      var folded = " " + fold(name);
      return /^actors\//.test(doc.location) && words.some(function (word) { return folded.indexOf(" " + word) >= 0; }) &&
        !words.every(function (word) { return (" " + fold(doc.title)).indexOf(" " + word) >= 0; });
    });
    if (also.length) link.append(marked(make("span", "find-also"), "also: " + also.slice(0, 4).join(", "), words));
    if (doc.text) link.append(marked(make("span", doc.isWords ? "find-text q" : "find-text"), excerpt(doc.text, words), words));
    node.append(link);
    return node;
  }

  /* Whoever walks the list by keyboard keeps his place when what was typed last is found. */
  function show() {
    var asked = input.value, words = fold(asked).split(" ").filter(Boolean);
    var at = Array.prototype.indexOf.call(list.querySelectorAll("a"), document.activeElement);
    if (!words.length) { list.replaceChildren(); meta.textContent = hint; return; }
    var found = ranked(words, true), told = "";
    if (!found.length && isWhole) {
      var near = words.map(nearest);
      found = ranked(near, true);
      if (!found.length) found = ranked(near, false);
      told = found.length ? "Nothing has all these words as they are spelled. Nearest: " : "";
      words = near;
    }
    list.replaceChildren.apply(list, found.slice(0, MOST).map(function (doc) { return item(doc, words); }));
    if (at >= 0) (list.querySelectorAll("a")[at] || list.querySelector("a") || input).focus();
    meta.textContent = found.length || isWhole ? told + (found.length ? (found.length === 1 ? "1 result" : found.length + " results") : "Nothing found") +
      (found.length > MOST ? ", the first " + MOST + " shown" : "") : "Searching …";
    if (asked !== last) box.querySelector(".md-search__scrollwrap").scrollTop = 0;
    last = asked;
  }

  /* ---- opening, keys, closing ---- */

  function open() {
    if (!box.contains(document.activeElement)) back = document.activeElement;
    toggle.checked = true;
    load(show);
  }

  function close(goBack) {
    toggle.checked = false;
    if (!goBack) return;
    if (back && back !== document.body && back.isConnected) back.focus();
    else document.activeElement.blur();
  }

  input.addEventListener("focus", open);
  input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(function () { load(show); }, 60); });
  toggle.addEventListener("change", function () { if (toggle.checked) input.focus(); });
  box.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !box.contains(event.relatedTarget)) close(false);
  });
  var form = box.querySelector("form");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.click();
  });
  form.addEventListener("reset", function () { setTimeout(function () { show(); input.focus(); }); });
  list.addEventListener("click", function () { close(false); });
  box.addEventListener("keydown", function (event) {
    var links = Array.prototype.slice.call(list.querySelectorAll("a")), at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(true); event.stopPropagation(); event.preventDefault(); }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    var next = at + (event.key === "ArrowDown" ? 1 : -1);
    (next < 0 ? input : links[Math.min(next, links.length - 1)] || input).focus();
  });
  addEventListener("keydown", function (event) {
    var into = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(into.tagName) || into.isContentEditable) return;
    if (event.key === "/") {
      event.preventDefault();
      toggle.checked = true;
      back = into;
      input.focus();
    }
  });
})();
