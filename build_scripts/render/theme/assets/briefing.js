/* The evidence popover, and what the theme leaves to mend. Without this file every citation is a plain link
   to its passage, and the evidence stands at the end of the page. */
(function () {
  "use strict";
  var box, chip, timer, isPinned = false, isQuiet = false;
  var phone = matchMedia("(max-width: 44.9em)");

  /* ---- evidence ---- */

  function make() {
    box = document.createElement("div");
    box.className = "pop md-typeset";
    box.id = "evidence-popover";
    box.setAttribute("role", "dialog");
    box.tabIndex = -1;
    box.hidden = true;
    document.body.appendChild(box);
    box.addEventListener("mouseenter", function () { clearTimeout(timer); });
    box.addEventListener("mouseleave", function () { if (!isPinned) later(close); });
    box.addEventListener("focusout", function (event) {
      if (isPinned && event.relatedTarget && !box.contains(event.relatedTarget)) close();
    });
  }

  function later(act) { clearTimeout(timer); timer = setTimeout(act, 180); }

  /* The list marks all words that the page cites; here only those of this citation count. */
  function mark(passage, ranges) {
    var text = passage.textContent, at = 0;
    passage.textContent = "";
    (ranges ? ranges.split(" ") : []).forEach(function (range) {
      var ends = range.split("-"), quoted = document.createElement("mark");
      quoted.className = "quoted";
      quoted.textContent = text.slice(+ends[0], +ends[1]);
      passage.append(text.slice(at, +ends[0]), quoted);
      at = +ends[1];
    });
    passage.append(text.slice(at));
  }

  function place() {
    box.style.left = box.style.top = "";
    if (phone.matches) return;
    var at = chip.getBoundingClientRect(), gap = 8, width = box.offsetWidth, height = box.offsetHeight;
    var left = Math.max(12, Math.min(at.left - 20, document.documentElement.clientWidth - width - 12));
    var isBelow = at.bottom + gap + height < innerHeight || at.top < height + gap;
    box.style.left = left + scrollX + "px";
    box.style.top = (isBelow ? at.bottom + gap : at.top - height - gap) + scrollY + "px";
  }

  /* ---- a large briefing: what a popover shows stands in a file for each article, read when it is asked for.
     Words reach the page as text only, never as markup. ---- */

  var root = new URL("../", document.currentScript.src).href;
  var isApart = !document.querySelector("details.evd:not([data-apart])"), files = Object.create(null), asked;

  function add(parent, name, className, words) {
    var node = document.createElement(name);
    if (className) node.className = className;
    if (words) node.textContent = words;
    parent.append(node);
    return node;
  }

  /* The file of an article is called like its page: sources/000.html, or sources/000/ where pages are folders. */
  function stem(link) {
    var path = /\/([^/]+?)(?:\.html|\/|\/index\.html)?$/.exec(link.href.replace(/[?#].*/, ""));
    return path ? path[1] : "";
  }

  function load(link) {
    var name = stem(link);
    return files[name] = files[name] || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.onload = function () {
        var found = window.briefingEvidence;
        script.remove();
        if (found) done(found); else failed();
      };
      script.onerror = function () { delete files[name]; failed(); };
      script.src = root + "data/evidence/" + name + ".js";
      document.head.append(script);
    }).then(function (found) { files[name].found = found; return found; });
  }

  function built(link) {
    var file = files[stem(link)], whose = file && file.found, id = link.hash.slice(3);
    if (!whose || !Object.prototype.hasOwnProperty.call(whose.passages, id)) return null;
    var one = whose.passages[id], item = document.createElement("li");
    item.className = "evi " + whose.lineage;
    var about = add(item, "p", "ev-src");
    add(about, "span", "tile " + whose.lineage, whose.label).setAttribute("aria-hidden", "true");
    add(about, "b", "", whose.name);
    about.append(", sentence " + one.number);
    add(about, "span", "ev-meta", whose.known);
    var quote = add(item, "blockquote"), said = add(quote, "p");
    if (whose.language) quote.lang = whose.language;
    if (one.before) { add(said, "span", "ctx", one.before); said.append(" "); }
    add(said, "span", "pass", one.text);
    if (one.after) { said.append(" "); add(said, "span", "ctx", one.after); }
    add(item, "p", "ev-h", one.others.length ? "The same sentence in other articles" : "No other article has this sentence.");
    var rows = one.others.length ? add(item, "ul", "ev-cp") : null;
    one.others.forEach(function (other) {
      var row = add(rows, "li"), to = add(row, "a", "cite " + other.lineage);
      to.href = root + other.at;
      add(to, "span", "cite-l", other.label);
      add(to, "span", "cite-n", String(other.number));
      add(to, "span", "vh", ": " + other.name + ", sentence " + other.number);
      row.append(" ");
      var words = add(row, "span", "q", "“");
      other.words.forEach(function (stretch, at) { if (at % 2) add(words, "span", "d", stretch); else words.append(stretch); });
      words.append("”");
    });
    if (one.more) add(rows, "li", "", "and " + one.more + " more: they stand beside it in the article");
    var onward = add(item, "p", "ev-go");
    add(onward, "a", "", "Read it in the article").href = link.href;
    if (one.original) {
      onward.append(" ");
      var original = add(onward, "a", "ev-orig", "In the original");
      original.href = one.original;
      original.rel = "noopener noreferrer";
    }
    return item;
  }

  /* Whether the popover is open, or will be once its file is there; without it, the citation is a link. */
  function open(link, pin) {
    if (!isApart) return show(link, document.getElementById("ev-" + link.dataset.ev), pin);
    asked = link;
    var item = built(link);
    if (item) return show(link, item, pin);
    load(link).then(function () {
      if (asked === link && !show(link, built(link), pin)) throw new Error("not in it");
    }).catch(function () { if (pin && asked === link) location.assign(link.href); });
    return true;
  }

  function show(link, item, pin) {
    if (!item) return false;
    clearTimeout(timer);
    if (!box) make();
    if (chip && chip !== link) chip.setAttribute("aria-expanded", "false");
    chip = link;
    isPinned = !!pin;
    var shut = document.createElement("button");
    shut.type = "button";
    shut.className = "pop-x";
    shut.textContent = "×";
    shut.setAttribute("aria-label", "Close the evidence");
    shut.addEventListener("click", function () { close(true); });
    var copy = item.cloneNode(true);
    copy.querySelectorAll("[id]").forEach(function (node) { node.removeAttribute("id"); });
    box.replaceChildren(shut, ...copy.childNodes);
    box.className = "pop md-typeset " + item.className.replace(/\bevi\b/, "").trim();
    mark(box.querySelector(".pass"), link.dataset.q);
    document.dispatchEvent(new CustomEvent("evidence", { detail: { box: box, chip: link } }));
    box.setAttribute("aria-label", "Evidence: " + box.querySelector(".ev-src").firstChild.textContent + ", " +
      box.querySelector(".ev-src b").textContent);
    box.hidden = false;
    box.scrollTop = 0;
    link.setAttribute("aria-expanded", "true");
    place();
    if (pin) box.focus({ preventScroll: true });
    return true;
  }

  function close(goBack) {
    asked = null;
    if (!box || box.hidden) return;
    clearTimeout(timer);
    box.hidden = true;
    isPinned = false;
    chip.setAttribute("aria-expanded", "false");
    if (goBack === true) { isQuiet = true; chip.focus({ preventScroll: true }); isQuiet = false; }
  }

  document.querySelectorAll("a.cite[data-ev]").forEach(function (link) {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("pointerenter", function (event) {
      if (event.pointerType === "mouse" && !isPinned) later(function () { open(link); });
    });
    link.addEventListener("pointerleave", function (event) {
      if (event.pointerType === "mouse" && !isPinned) later(close);
    });
    link.addEventListener("focus", function () { if (!isQuiet && link.matches(":focus-visible")) open(link); });
    link.addEventListener("blur", function (event) {
      if (!isPinned && !(box && box.contains(event.relatedTarget))) later(close);
    });
    /* Enter and tap move in; with a modifier, or with the words already open, the link is a link. */
    link.addEventListener("click", function (event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      if (isPinned && chip === link && !box.hidden) return;
      if (open(link, true)) event.preventDefault();
    });
  });
  addEventListener("keydown", function (event) {
    if (event.key === "Escape" && box && !box.hidden) { close(true); event.stopPropagation(); }
  });
  addEventListener("pointerdown", function (event) {
    var onChip = event.target.closest && event.target.closest("a.cite[data-ev]");
    if (box && !box.hidden && !box.contains(event.target) && !onChip) close();
  });

  /* ---- an article's margin: each note beside its sentence, or below the note before it ---- */

  function align() {
    var margins = document.querySelectorAll(".para > .margin"), below = -Infinity, last;
    margins.forEach(function (margin) {
      margin.style.height = "";
      margin.querySelectorAll("li").forEach(function (note) { note.style.marginTop = ""; });
      last = margin.closest("section") || margin.parentNode.parentNode;
      last.style.paddingBottom = "";
    });
    if (!margins.length || margins[0].getBoundingClientRect().left <
        margins[0].previousElementSibling.getBoundingClientRect().right - 1) return;
    /* Notes that are longer than their paragraph run on beside the next: the text keeps its even spacing. */
    margins.forEach(function (margin) { margin.style.height = 0; });
    margins.forEach(function (margin) {
      margin.querySelectorAll("li[data-s]").forEach(function (note) {
        var sentence = Array.prototype.find.call(
          margin.parentNode.querySelectorAll(".s > .sn"),
          function (number) { return number.textContent === note.dataset.s; });
        if (!sentence) return;
        var missing = Math.max(sentence.getBoundingClientRect().top - 4, below) - note.getBoundingClientRect().top;
        if (missing > 0) note.style.marginTop = missing + "px";
        below = note.getBoundingClientRect().bottom + 6;
      });
    });
    last.style.paddingBottom = Math.max(0, below - last.getBoundingClientRect().bottom) + "px";
  }
  align();
  var width = innerWidth;
  addEventListener("resize", function () {
    if (box && !box.hidden) place();
    if (innerWidth !== width) { width = innerWidth; align(); }
  });

  /* ---- what moved to a further page with a part of a long list is still found at its old address ---- */

  var divided = document.querySelector("p[data-moved]");
  function follow() {
    var name = decodeURIComponent(location.hash.slice(1));
    if (!name || document.getElementById(name)) return;
    var script = document.createElement("script");
    script.src = root + "data/moved/" + divided.dataset.moved + ".js";
    script.onload = function () {
      var found = window.briefingMoved, at = Object.prototype.hasOwnProperty.call(found.at, name) ? found.pages[found.at[name]] : "";
      if (at) location.replace(new URL(at, location.href.replace(/#.*/, "")).href + location.hash);
    };
    document.head.append(script);
  }
  if (divided) {
    follow();
    addEventListener("hashchange", follow);
  }

  /* ---- paper ---- */

  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.evd, details.more").forEach(function (list) { list.open = true; });
  });

  /* ---- what the theme leaves unsaid ---- */

  document.querySelectorAll(".md-nav--primary .md-nav--secondary").forEach(function (list) {
    list.removeAttribute("aria-labelledby");
    list.setAttribute("aria-label", "On this page");
  });
  document.querySelectorAll('nav.md-nav[aria-labelledby^="__nav_"]').forEach(function (list) {
    var title = list.querySelector(".md-nav__title");
    if (title) { list.removeAttribute("aria-labelledby"); list.setAttribute("aria-label", title.textContent.trim()); }
  });
  /* Pages out of the navigation light up the tab of their section. */
  if (!document.querySelector(".md-tabs__item--active")) {
    var parent = document.querySelector(".kicker a");
    document.querySelectorAll(".md-tabs__link").forEach(function (tab) {
      if (parent && tab.href === parent.href) {
        tab.parentNode.classList.add("md-tabs__item--active");
        tab.setAttribute("aria-current", "true");
      }
    });
  }
})();
