/* Any two articles side by side, from data/pair.js. Words reach the page as text only, never as markup. */
(function () {
  "use strict";
  var data = window.briefingPair, home = document.querySelector(".block-pair");
  if (!data || !home || data.sources.length < 2) return;
  var sources = Object.create(null), passages = Object.create(null), longest = 300;
  data.sources.forEach(function (one) { sources[one.id] = one; passages[one.id] = []; });
  data.passages.forEach(function (one) { if (passages[one.source]) passages[one.source].push(one); });
  var root = new URL("../", document.currentScript.src).href;

  function make(name, className, text) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (text) node.textContent = text;
    return node;
  }

  /* ---- who stands beside whom ---- */

  function chosen() {
    var asked = new URLSearchParams(location.search), ids = data.sources.map(function (one) { return one.id; });
    var a = sources[asked.get("a")] ? asked.get("a") : "", b = sources[asked.get("b")] ? asked.get("b") : "";
    a = a || ids.filter(function (id) { return id !== b; })[0];
    b = b && b !== a ? b : nearest(a, ids);
    return { a: a, b: b };
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

  /* Longest common run of words; true for each word that the other side has as well. */
  function shared(left, right) {
    var one = left.map(plain), other = right.map(plain), table = [], i, j;
    for (i = one.length; i >= 0; i--) {
      table[i] = [];
      for (j = other.length; j >= 0; j--) {
        table[i][j] = i === one.length || j === other.length ? 0 :
          one[i] === other[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
      }
    }
    var kept = { left: [], right: [] };
    for (i = 0, j = 0; i < one.length && j < other.length;) {
      if (one[i] === other[j]) { kept.left[i++] = true; kept.right[j++] = true; }
      else if (table[i + 1][j] >= table[i][j + 1]) i++;
      else j++;
    }
    return kept;
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
        if (ours.length <= longest && theirs.length <= longest) kept = shared(ours, theirs);
        if (kept && ours.concat(theirs).length === 2 * kept.left.filter(Boolean).length) { item.classList.add("same"); counts.same++; }
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

  function show() {
    var now = chosen(), a = sources[now.a], b = sources[now.b], drawn = draw(now.a, now.b), head = make("div", "ph");
    first.select.value = now.a;
    second.select.value = now.b;
    [a, b].forEach(function (one) { head.append(make("p", one.lineage_class, one.label + ": " + one.name)); });
    drawn.list.setAttribute("aria-label", a.label + " on the left or first, " + b.label + " on the right or second");
    state.textContent = told(drawn.counts, a, b);
    place.replaceChildren(head, drawn.list);
  }

  /* Where an address may not be changed (a page opened from a disk), the page is opened anew. */
  function choose(a, b) {
    if (a === b) b = nearest(a, data.sources.map(function (one) { return one.id; }));
    var address = "?" + new URLSearchParams({ a: a, b: b });
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
