/* A button behind each claim's link, and both in the popover of its evidence: the words, who says so, how many,
   in which version, at which address. */
(function () {
  "use strict";
  function text(node) { return node ? node.textContent.replace(/\s+/g, " ").trim() : ""; }
  function named(name) { var meta = document.querySelector('meta[name="' + name + '"]'); return meta ? meta.content : ""; }
  function own(claim, selector) {
    return Array.prototype.filter.call(claim.querySelectorAll(selector), function (node) {
      return node.closest("tr, li, .claim") === claim;
    });
  }

  function words(claim) {
    var copy = claim.cloneNode(true);
    /* A group of citations may hold the comma behind it. */
    copy.querySelectorAll(".ev").forEach(function (node) {
      var last = node.lastChild;
      node.replaceWith(last && last.nodeType === Node.TEXT_NODE ? last.data : "");
    });
    copy.querySelectorAll(".claim-do, .claim-link, .claim-copy, .vh, li, details > :not(summary)").forEach(function (node) { node.remove(); });
    if (copy.tagName !== "TR") return text(copy).replace(/ (?=[.,;:!?)])/g, "");
    var cells = Array.prototype.map.call(copy.cells, text).filter(Boolean);
    return cells[0] + (cells.length > 1 ? ": " + cells.slice(1).join(" · ") : "");
  }

  function source(link) { return text(link.querySelector(".cite-l")) + text(link.querySelector(".vh")); }

  function told(claim) {
    var canonical = document.querySelector('link[rel="canonical"]');
    var version = "Version " + named("briefing-version");
    if (named("briefing-sources-to")) version += ", sources to " + named("briefing-sources-to");
    var counts = own(claim, ".corr").map(text).filter(Boolean).join("; ");
    var sources = own(claim, "a.cite").map(source).filter(function (each, at, all) { return all.indexOf(each) === at; });
    return [
      words(claim),
      "Sources: " + sources.join("; ") + (counts ? " (" + counts + ")" : ""),
      document.title,
      text(document.querySelector("article .status")),
      version,
      (canonical ? canonical.href : location.href.split("#")[0]) + "#" + claim.id,
    ].filter(Boolean).join("\n");
  }

  function put(words) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(words);
    /* Without a safe address browsers know the older way only. */
    return new Promise(function (done, failed) {
      var box = document.createElement("textarea"), held = document.activeElement;
      box.value = words;
      box.style.cssText = "position:fixed;opacity:0";
      document.body.append(box);
      box.select();
      var ok = document.execCommand("copy");
      box.remove();
      if (held) held.focus({ preventScroll: true });
      if (ok) done(); else failed();
    });
  }

  var said = document.createElement("div"), timer;
  said.className = "claim-said";
  said.setAttribute("role", "status");
  said.setAttribute("aria-live", "polite");
  document.body.append(said);
  function say(words) {
    clearTimeout(timer);
    said.textContent = words;
    timer = setTimeout(function () { said.textContent = ""; }, 4000);
  }

  function copier(claim, name) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy this statement with its sources");
    button.addEventListener("click", function () {
      put(told(claim)).then(
        function () { say("Copied, with its sources and address."); },
        function () { say("This browser does not let the page copy. Select the words instead."); });
    });
    return button;
  }

  document.querySelectorAll("a.claim-link").forEach(function (link) {
    var claim = link.closest('[id^="claim-"]');
    link.title = "Link to this statement";
    if (claim) link.after(copier(claim, "claim-copy"));
  });
  document.addEventListener("evidence", function (event) {
    var claim = event.detail.chip.closest('[id^="claim-"]');
    if (!claim) return;
    var foot = document.createElement("p"), link = document.createElement("a");
    foot.className = "ev-claim";
    link.href = "#" + claim.id;
    link.textContent = "Link";
    link.setAttribute("aria-label", "Link to this statement");
    foot.append("This statement: ", link, " ", copier(claim, "ev-copy"));
    event.detail.box.append(foot);
  });
})();
