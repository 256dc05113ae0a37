/* Filters and sorting for tables that list contacts, actors or sources. The rows carry their data; what is
   asked stands in the address, so that a view can be shared. Without this file every row is simply there.
   A long list has a page for each year or letter; its rows come from one script, once somebody asks for them. */
(function () {
  "use strict";
  var FEWEST = 8, MOST = 200;
  var WORDS = {
    happened: "reported as held", planned: "announced", cancelled: "called off", denied: "denied",
    drafted: "drafted", reviewed: "reviewed", changed: "changed since review", l0: "none"
  };
  var root = new URL("../", document.currentScript.src).href, divided = document.querySelector("p.all-years, p[data-rows]");
  if (divided) later();
  else filter(Array.prototype.slice.call(document.querySelectorAll("table[data-listing]")));

  /* ---- all parts of a long list ---- */

  function make(tag, attributes, words) {
    var node = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    if (words) node.textContent = words;
    return node;
  }

  function later() {
    var name = divided.dataset.rows || "all-years", what = { "all-actors": "actors", "all-sources": "sources" }[name] || "contacts";
    var box = make("section", { "class": "block block-" + what + " block-found" });
    var ask = make("p", { "class": "ask ask-later" }), button = make("button", { type: "button" }, "Filter all " + what);
    var told = make("span", { role: "status" });
    ask.append(button, " ", told);
    box.append(ask);
    var section = divided.closest("section") || divided;
    section.parentNode.insertBefore(box, section);
    function load() {
      var script = make("script", { src: root + "data/" + name + ".js" });
      told.textContent = "Loading …";
      script.onload = function () {
        var hadFocus = document.activeElement === button;
        var table = what === "contacts" ? ofContacts(window.briefingContacts) : ofRows(window.briefingRows);
        ask.remove();
        box.append(table);
        filter([table], what);
        if (hadFocus) box.querySelector("summary").focus();
      };
      script.onerror = function () { told.textContent = "It could not be loaded. The pages below hold the same " + what + "."; };
      document.head.append(script);
    }
    button.addEventListener("click", load);
    if (location.search.length > 1) load();
  }

  function made(heads, names) {
    var table = make("table", { "class": "t", role: "table" }), head = make("thead", { role: "rowgroup" });
    var top = make("tr", { role: "row" });
    heads.forEach(function (one) { top.append(make("th", { role: "columnheader", scope: "col" }, one)); });
    head.append(top);
    table.append(head, make("tbody", { role: "rowgroup" }));
    table.dataset.listing = JSON.stringify(names);
    return table;
  }

  /* The rows of the pages of letters or years, with the same data. */
  function ofRows(found) {
    var heads = found.columns.filter(function (one) { return !/^(link|words|data-.*)$/.test(one); });
    var table = made(heads, found.names);
    found.rows.forEach(function (given) {
      var row = make("tr", { role: "row" }), told = {};
      found.columns.forEach(function (column, place) {
        told[column] = given[place];
        if (/^data-/.test(column) && column !== "data-v" && given[place]) row.setAttribute(column, given[place]);
      });
      heads.forEach(function (head, place) {
        var cell = make("td", { role: place ? "cell" : "rowheader", "data-h": head }, place ? told[head] : "");
        if (!place && told.link) cell.append(make("a", { href: root + told.link }, told.words), " " + told[head]);
        if (head === "Named in") cell.dataset.v = told["data-v"] || 0;
        row.append(cell);
      });
      table.tBodies[0].append(row);
    });
    return table;
  }

  /* Words reach the page as text only, never as markup. */
  function ofContacts(found) {
    var heads = ["When", "Contact", "Where", "Evidence"], table = made(heads, found.names), body = table.tBodies[0];
    found.rows.forEach(function (given) {
      var row = make("tr", { role: "row" }), link = make("a", { href: root + given[2] }, given[1]);
      found.keys.forEach(function (key, place) {
        if (given[5 + place] || key === "place") row.dataset[key] = given[5 + place];
      });
      row.dataset.place = given[3];
      /* An open end is no year, and another thing than no date. */
      if (given[0]) { row.dataset.from = row.dataset.from || ""; row.dataset.to = row.dataset.to || ""; }
      [given[0] || "no date given", "", given[3] || "not stated", given[4]].forEach(function (words, place) {
        row.append(make("td", { role: "cell", "data-h": heads[place] }, words));
      });
      var notes = [row.dataset.kind, row.dataset.status === "happened" ? "" : WORDS[row.dataset.status],
        row.dataset.state === "drafted" ? "drafted" : ""].filter(function (note) {
        return note && given[1].toLowerCase().indexOf(note) < 0;
      });
      row.cells[1].append(link, notes.length ? " (" + notes.join(", ") + ")" : "");
      row.cells[3].dataset.v = +row.dataset.texts * 1000 + +row.dataset.articles;
      body.append(row);
    });
    return table;
  }

  /* ---- the tables of a page ---- */

  function filter(tables, onDemand) {
    var rows = [], names = {}, isOnDemand = !!onDemand;
    tables.forEach(function (table) {
      Object.assign(names, JSON.parse(table.dataset.listing));
      table.querySelectorAll("tbody tr").forEach(function (row, place) {
        row.place = place;
        rows.push(row);
      });
    });
    if (rows.length < FEWEST) return;

    var thing = onDemand ? [onDemand.slice(0, -1), onDemand] : document.querySelector(".block-actors table[data-listing]") ? ["actor", "actors"]
      : document.querySelector(".block-sources table[data-listing]") ? ["source", "sources"] : ["contact", "contacts"];

    /* ---- what can be asked: [name in the address, label, attribute, test, options] ---- */

    function has(row, key, value) { return row.dataset[key] === value; }
    function takesPart(row, key, value) { return (row.dataset.actor || "").split(" ").indexOf(value) >= 0; }
    /* A span counts for every year that it touches; an open end goes on. No date is in no year. */
    function since(row, key, value) { return row.dataset.from !== undefined && (row.dataset.to || "9999") >= value; }
    function until(row, key, value) { return row.dataset.to !== undefined && (row.dataset.from || "0") <= value; }
    function atLeast(row, key, value) {
      return value === "2a" ? +row.dataset.articles >= 2 : +row.dataset.texts >= +value;
    }

    function values(key, many) {
      var count = {};
      rows.forEach(function (row) {
        var found = row.dataset[key];
        (found === undefined ? [] : many ? found.split(" ") : [found]).forEach(function (value) {
          if (value) count[value] = (count[value] || 0) + 1;
        });
      });
      return Object.keys(count).map(function (value) {
        var word = names[value] || WORDS[value] || value;
        return [value, word.charAt(0).toUpperCase() + word.slice(1) + " (" + count[value] + ")"];
      }).sort(function (one, other) { return one[1].localeCompare(other[1]); });
    }

    function years() {
      var all = [];
      rows.forEach(function (row) { [row.dataset.from, row.dataset.to].forEach(function (one) { if (one) all.push(+one); }); });
      if (!all.length) return [];
      var first = Math.min.apply(null, all), last = Math.max.apply(null, all), found = [];
      for (var year = first; year <= last; year++) found.push(["" + year, "" + year]);
      return found.length > 1 ? found : [];
    }

    function weights() {
      var most = Math.max.apply(null, rows.map(function (row) { return +row.dataset.texts || 0; }));
      if (!most) return [];
      var found = [["2a", "2 articles or more"]];
      for (var texts = 2; texts <= Math.min(most, 5); texts++) found.push(["" + texts, texts + " texts or more"]);
      return found;
    }

    var FACETS = [
      ["actor", "Who takes part", takesPart, values("actor", true)],
      ["with", "and with whom", takesPart, values("actor", true)],
      ["side", "Side", has, values("side")],
      ["kind", "Kind", has, values("kind")],
      ["status", "Status", has, values("status")],
      ["place", "Place", has, values("place")],
      ["publisher", "Publisher", has, values("publisher")],
      ["from", "From", since, years()],
      ["to", "To", until, years()],
      ["texts", "Rests on", atLeast, weights()],
      ["state", "Checked", has, values("state")]
    ].filter(function (facet) { return facet[3].length > 1 || facet[0] === "texts" && facet[3].length; });

    /* ---- the form ---- */

    function choice(name, label, options) {
      var box = make("label", { "class": "ask-f ask-" + name }), select = make("select", { name: name });
      box.append(make("span", {}, label), select);
      select.append(make("option", { value: "" }, name === "sort" ? "As listed" : "Any"));
      options.forEach(function (option) { select.append(make("option", { value: option[0] }, option[1])); });
      return box;
    }

    var heads = Array.prototype.map.call(tables[0].querySelectorAll("thead th"), function (head) { return head.textContent.trim(); });
    var form = make("form", { "class": "ask", "aria-label": "Filter and sort the " + thing[1] });
    var details = make("details", { "class": "ask-d" }), fields = make("div", { "class": "ask-fs" });
    var told = make("p", { "class": "ask-n", role: "status" });
    var clear = make("button", { type: "reset", "class": "ask-x" }, "Clear");
    details.append(make("summary", {}, "Filter and sort"), fields);
    FACETS.forEach(function (facet) { fields.append(choice(facet[0], facet[1], facet[3])); });
    fields.append(choice("sort", "Sort by", heads.reduce(function (found, head) {
      return found.concat([[head, head], ["-" + head, head + ", reversed"]]);
    }, [])));
    var foot = make("div", { "class": "ask-foot" });
    var isWhole = false, more = make("button", { type: "button", "class": "ask-x" }, "Show all");
    more.hidden = true;
    more.addEventListener("click", function () { isWhole = true; show(false); });
    foot.append(told, more, clear);
    form.append(details, foot);
    var first = !isOnDemand && tables[0].closest("section") || tables[0];
    first.parentNode.insertBefore(form, first);
    details.open = isOnDemand || matchMedia("(min-width: 60em)").matches;

    /* ---- the tables' heads, as buttons that sort ---- */

    tables.forEach(function (table) {
      table.querySelectorAll("thead th").forEach(function (head) {
        var button = make("button", { type: "button", "class": "sort" }, head.textContent.trim());
        head.replaceChildren(button);
        button.addEventListener("click", function () {
          var by = button.textContent, now = form.elements.sort.value;
          form.elements.sort.value = now === by ? "-" + by : now === "-" + by ? "" : by;
          show(true);
        });
      });
    });

    function key(row, by) {
      var cell = Array.prototype.find.call(row.cells, function (one) { return one.dataset.h === by; });
      if (!cell || by === "When" || by === "Published") return [row.place, ""];
      if (cell.dataset.v) return [+cell.dataset.v, ""];
      var text = cell.textContent.trim();
      return /^[0-9–]*$/.test(text) ? [+text || 0, ""] : [0, text.replace(/^[“"']/, "")];
    }

    function sort(asked) {
      var by = asked.replace(/^-/, ""), turn = asked.charAt(0) === "-" ? -1 : 1;
      tables.forEach(function (table) {
        var body = table.tBodies[0], all = Array.prototype.slice.call(body.rows);
        all.sort(function (one, other) {
          if (!by) return one.place - other.place;
          var a = key(one, by), b = key(other, by);
          return turn * (a[0] - b[0] || a[1].localeCompare(b[1])) || one.place - other.place;
        });
        all.forEach(function (row) { body.append(row); });
        table.querySelectorAll("thead th").forEach(function (head) {
          if (head.textContent === by) head.setAttribute("aria-sort", turn < 0 ? "descending" : "ascending");
          else head.removeAttribute("aria-sort");
        });
      });
    }

    /* ---- show what is asked for ---- */

    function asked() {
      return FACETS.map(function (facet) { return [facet, form.elements[facet[0]].value]; })
        .filter(function (pair) { return pair[1]; });
    }

    function show(isNew) {
      var questions = asked(), seen = 0, gone = {};
      rows.forEach(function (row) {
        row.hidden = !questions.every(function (pair) { return pair[0][2](row, pair[0][0], pair[1]); });
        seen += !row.hidden;
        if (row.hidden) row.querySelectorAll("a[href]").forEach(function (link) { gone[link.href] = true; });
      });
      tables.forEach(function (table) {
        var left = Array.prototype.some.call(table.tBodies[0].rows, function (row) { return !row.hidden; });
        var above = table.previousElementSibling, none = table.nextElementSibling;
        table.hidden = !left;
        /* A list of many short tables: what is empty goes with its heading. */
        if (above && above.tagName === "H3") { above.hidden = !left; return; }
        if (!none || !none.classList.contains("ask-none")) {
          none = make("p", { "class": "ask-none" }, "None of these.");
          table.after(none);
        }
        none.hidden = left;
      });
      if (!isOnDemand) document.querySelectorAll(".block-actors > h2").forEach(function (head) {
        var next = head.nextElementSibling, left = false;
        for (; next && next.tagName !== "H2"; next = next.nextElementSibling) left = left || next.tagName === "TABLE" && !next.hidden;
        head.hidden = !left;
      });
      /* The picture follows: what is filtered out steps back in it. */
      document.querySelectorAll(".tl a").forEach(function (mark) {
        mark.classList.toggle("off", !!gone[new URL(mark.getAttribute("href"), location.href).href]);
      });
      sort(form.elements.sort.value);
      var all = rows.length + " " + thing[rows.length > 1 ? 1 : 0];
      told.textContent = (questions.length ? seen + " of " + all : all) + (isOnDemand ? shorten(seen) : "");
      clear.hidden = !questions.length && !form.elements.sort.value;
      if (isNew) remember();
    }

    /* Of all parts the table is there when somebody asks, and its first rows do. */
    function shorten(seen) {
      var table = tables[0], isAsked = asked().length || form.elements.sort.value, left = isWhole ? Infinity : MOST;
      table.hidden = !isAsked || !seen;
      Array.prototype.forEach.call(table.tBodies[0].rows, function (row) {
        if (!row.hidden && left-- < 1) row.hidden = true;
      });
      more.hidden = !isAsked || isWhole || seen <= MOST;
      return more.hidden ? "" : ", the first " + MOST + " below";
    }

    function remember() {
      var query = new URLSearchParams();
      Array.prototype.forEach.call(form.elements, function (field) {
        if (field.name && field.value) query.set(field.name, field.value);
      });
      var text = query.toString();
      try { history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash); } catch (e) { /* a folder on disk */ }
    }

    var given = new URLSearchParams(location.search);
    Array.prototype.forEach.call(form.elements, function (field) {
      var value = field.name && given.get(field.name);
      if (!value) return;
      field.value = value;
      /* An address may name what this version of the briefing does not have. */
      if (field.value !== value) field.value = "";
      else details.open = true;
    });
    form.addEventListener("change", function () { isWhole = false; show(true); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () {
      setTimeout(function () { show(true); fields.querySelector("select").focus(); });
    });
    show(false);
  }
})();
