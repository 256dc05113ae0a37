/* Any two articles side by side: data/pair.js names them, data/pair-KEY.js has the sentences of one.
   Words reach the page as text only, never as markup. */
(function () {
  "use strict";
  var data = window.briefingPair, home = document.querySelector(".block-pair");
  if (!data || !home || data.sources.length < 2) return;
  var sources = Object.create(null), passages = Object.create(null), loading = Object.create(null);
  var mostCells = 4e6;
  data.sources.forEach(function (one) { sources[one.id] = one; });
  var root = new URL("../", document.currentScript.src).href;

  function make(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  /* ---- the sentences of an article ---- */

  /* A script element works from a disk as well, where nothing can be fetched. */
  function load(id) {
    if (loading[id]) return loading[id];
    loading[id] = new Promise(function (done, failed) {
      var script = document.createElement("script"), key = sources[id].key;
      script.onload = function () {
        passages[id] = window["briefingPair_" + key];
        if (passages[id]) done(); else failed(new Error("nothing in it"));
      };
      script.onerror = function () { delete loading[id]; failed(new Error("not there")); };
      script.src = root + "data/pair-" + key + ".js";
      document.head.append(script);
    });
    return loading[id];
  }

  /* ---- who stands beside whom ---- */

  function chosen() {
    var asked = new URLSearchParams(location.search), ids = data.sources.map(function (one) { return one.id; });
    var a = sources[asked.get("a")] ? asked.get("a") : "", b = sources[asked.get("b")] ? asked.get("b") : "";
    a = a || ids.filter(function (id) { return id !== b; })[0];
    return load(a).then(function () {
      b = b && b !== a ? b : nearest(a, ids);
      return load(b);
    }).then(function () { return { a: a, b: b }; });
  }

  function nearest(id, ids) {
    var counts = Object.create(null);
    passages[id].forEach(function (one) {
      one.counterparts.forEach(function (other) { counts[other.source] = (counts[other.source] || 0) + 1; });
    });
    return ids.filter(function (other) { return other !== id; }).sort(function (one, other) {
      return (counts[other] || 0) - (counts[one] || 0);
    })[0];
  }

  /* Sentences that stand for one another, also where one was split or two were joined, make one row; the
     rows follow the first article, and what only the second has stands after what it follows there. */
  function rows(a, b) {
    var at = Object.create(null), made = [];
    passages[b].forEach(function (one) { at[one.id] = one; });
    function rowOf(passage) {
      return made.find(function (row) { return row.right.indexOf(passage) >= 0; });
    }
    passages[a].forEach(function (one) {
      var others = one.counterparts.filter(function (other) { return other.source === b && at[other.passage]; })
        .map(function (other) { return at[other.passage]; });
      var row = others.map(rowOf).find(Boolean);
      if (!row) { row = { left: [], right: [] }; made.push(row); }
      row.left.push(one);
      others.forEach(function (other) { if (!rowOf(other)) row.right.push(other); });
    });
    made.forEach(function (row) { row.right.sort(function (one, other) { return one.number - other.number; }); });
    var after = null;
    passages[b].forEach(function (one) {
      var row = rowOf(one);
      if (!row) {
        row = { left: [], right: [one] };
        made.splice(after ? made.indexOf(after) + 1 : 0, 0, row);
      }
      after = row;
    });
    return made;
  }

  /* ---- which words differ ---- */

  function words(text) { return text.split(/(\s+)/).filter(function (part) { return part.trim(); }); }
  function plain(word) {
    return word.toLowerCase().replace(/[’]/g, "'").replace(/^[\s.,;:!?"'“”‘’()[\]…]+|[\s.,;:!?"'“”‘’()[\]…]+$/g, "") || word;
  }

  /* The longest common sequence of words; true for each word that the other side has as well. What both
     begin and end with needs no table; where the rest is too long for one, a word is shared that stands
     anywhere on the other side. */
  function shared(left, right) {
    var one = left.map(plain), other = right.map(plain), kept = { left: [], right: [] };
    var from = 0, ours = one.length, theirs = other.length;
    while (from < ours && from < theirs && one[from] === other[from]) {
      kept.left[from] = kept.right[from] = true;
      from++;
    }
    while (ours > from && theirs > from && one[ours - 1] === other[theirs - 1]) {
      kept.left[--ours] = kept.right[--theirs] = true;
    }
    if ((ours - from) * (theirs - from) > mostCells) anywhere(one, other, from, ours, theirs, kept);
    else inOrder(one, other, from, ours, theirs, kept);
    return kept;
  }

  function inOrder(one, other, from, ours, theirs, kept) {
    var wide = theirs - from + 1, table = new Uint16Array((ours - from + 1) * wide), i, j;
    function at(i, j) { return (i - from) * wide + j - from; }
    for (i = ours - 1; i >= from; i--) {
      for (j = theirs - 1; j >= from; j--) {
        table[at(i, j)] = one[i] === other[j] ? table[at(i + 1, j + 1)] + 1 :
          Math.max(table[at(i + 1, j)], table[at(i, j + 1)]);
      }
    }
    for (i = from, j = from; i < ours && j < theirs;) {
      if (one[i] === other[j]) { kept.left[i++] = true; kept.right[j++] = true; }
      else if (table[at(i + 1, j)] >= table[at(i, j + 1)]) i++;
      else j++;
    }
  }

  function anywhere(one, other, from, ours, theirs, kept) {
    var here = new Set(one.slice(from, ours)), there = new Set(other.slice(from, theirs)), i;
    for (i = from; i < ours; i++) if (there.has(one[i])) kept.left[i] = true;
    for (i = from; i < theirs; i++) if (here.has(other[i])) kept.right[i] = true;
  }

  /* ---- drawing ---- */

  function sentence(passage, tag, kept, from) {
    var source = sources[passage.source], line = make("p", "pp " + passage.kind), at = 0;
    var link = make("a", "cite " + source.lineage_class), said = make("span", "q");
    link.href = root + source.page.replace(/\.md$/, ".html").split("/").map(encodeURIComponent).join("/") + "#p-" + passage.id;
    link.append(make("span", "cite-l", source.label), make("span", "cite-n", String(passage.number)),
      make("span", "vh", ": " + source.name + ", sentence " + passage.number));
    if (source.language) said.lang = source.language;
    line.append(link, " ", said);
    if (passage.text === null) { said.textContent = "[…]"; line.title = "These words are not published."; return line; }
    if (!kept) { said.textContent = passage.text; return line; }
    var run = null;
    words(passage.text).forEach(function (word) {
      var isKept = kept[from + at++];
      if (isKept) run = null;
      if (said.childNodes.length && !(run && !isKept)) said.append(" ");
      if (isKept) { said.append(word); return; }
      if (run) run.append(" " + word);
      else { run = make(tag); run.append(word); said.append(run); }
    });
    return line;
  }

  function text(list) {
    return list.every(function (one) { return one.text !== null; }) ? list.map(function (one) { return one.text; }).join(" ") : null;
  }

  function side(list, tag, kept, other) {
    var cell = make("div", "pc"), from = 0;
    if (!list.length) { cell.append(make("p", "none", "Nothing in " + other + " stands for this.")); return cell; }
    list.forEach(function (one) {
      cell.append(sentence(one, tag, kept, from));
      from += one.text === null ? 0 : words(one.text).length;
    });
    return cell;
  }

  function draw(a, b) {
    var list = make("ol", "pairs"), counts = { both: 0, same: 0, left: 0, right: 0 };
    rows(a, b).forEach(function (row) {
      var item = make("li", "pr"), kept = null, left = text(row.left), right = text(row.right);
      var isBoth = row.left.length && row.right.length;
      if (isBoth && left !== null && right !== null) {
        var ours = words(left), theirs = words(right);
        kept = shared(ours, theirs);
        if (ours.map(plain).join(" ") === theirs.map(plain).join(" ")) { item.classList.add("same"); counts.same++; }
      }
      if (isBoth) counts.both++;
      else { item.classList.add("alone"); counts[row.left.length ? "left" : "right"]++; }
      item.append(side(row.left, "del", kept && kept.left, sources[a].label),
        side(row.right, "ins", kept && kept.right, sources[b].label));
      list.append(item);
    });
    return { list: list, counts: counts };
  }

  function told(counts, a, b) {
    return "Sentences or groups of sentences: " + counts.both + " in both, " + counts.same + " of them word for word; " +
      counts.left + " only in " + a.label + ", " + counts.right + " only in " + b.label + ".";
  }

  /* ---- the page ---- */

  var form = make("form", "pick"), first = picker("First article", "a"), second = picker("Second article", "b");
  var turn = make("button", "turn", "⇄ Swap"), only = make("input"), label = make("label", "only");
  var state = make("p", "told"), place = make("div", "place"), key = make("p", "key");
  turn.type = "button";
  only.type = "checkbox";
  only.id = "pair-only";
  label.append(only, " Only what differs");
  form.append(first.label, turn, second.label, label);
  state.setAttribute("role", "status");
  key.append("Marked words stand ", make("del", "", "only in the first"), " or ", make("ins", "", "only in the second"),
    "; […] are words that are not published.");

  function picker(name, key) {
    var label = make("label", "", name + " "), select = make("select");
    select.name = key;
    data.sources.forEach(function (one) {
      var option = make("option", "", one.label + ": " + one.name);
      option.value = one.id;
      select.append(option);
    });
    label.append(select);
    return { label: label, select: select };
  }

  var asked = 0;
  function show() {
    var turn = ++asked;
    chosen().then(function (now) { if (turn === asked) put(now); }, function () {
      state.textContent = "The sentences of an article could not be loaded. Its own page lists their counterparts.";
    });
  }

  function put(now) {
    var a = sources[now.a], b = sources[now.b], drawn = draw(now.a, now.b), head = make("div", "ph");
    first.select.value = now.a;
    second.select.value = now.b;
    [a, b].forEach(function (one) { head.append(make("p", one.lineage_class, one.label + ": " + one.name)); });
    drawn.list.setAttribute("aria-label", a.label + " on the left or first, " + b.label + " on the right or second");
    state.textContent = told(drawn.counts, a, b);
    place.replaceChildren(head, drawn.list);
  }

  /* Where an address may not be changed (a page opened from a disk), the page is opened anew. */
  function choose(a, b) {
    var address = "?" + new URLSearchParams(a === b ? { a: a } : { a: a, b: b });
    try { history.pushState(null, "", address); } catch (error) { location.search = address; return; }
    show();
  }
  form.addEventListener("change", function (event) {
    if (event.target === only) place.classList.toggle("only-differing", only.checked);
    else choose(first.select.value, second.select.value);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  turn.addEventListener("click", function () { choose(second.select.value, first.select.value); });
  addEventListener("popstate", show);
  home.replaceChildren(form, state, key, place);
  show();
})();
