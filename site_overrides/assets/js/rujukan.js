/* Previews of references and terms: on hover, on focus and on tap; from the page itself, so that
   they work from file://. Without this script every reference is still a link to its clause. */
(function () {
  "use strict";

  var GLANCE = 600;
  var WAIT = 250;
  var GRACE = 300;
  var box = null;
  var owner = null;
  var timer = null;
  var touched = false;
  /* Esc closes the preview for as long as pointer or focus stay on its reference. */
  var dismissed = null;

  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  function mark(target) {
    return target && target.closest ? target.closest("a.pk-rujukan, a.pk-istilah") : null;
  }

  /* The words of a clause on this page, without what is ours. */
  function lines(clause) {
    var copy = clause.cloneNode(true);
    Array.prototype.forEach.call(copy.querySelectorAll("[data-redaksi]"), function (ours) { ours.remove(); });
    var blocks = copy.querySelectorAll("p, .pk-klausa__judul");
    var found = [];
    var left = GLANCE;
    for (var i = 0; i < blocks.length && left > 0; i += 1) {
      var text = blocks[i].textContent.replace(/\s+/g, " ").trim();
      var item = blocks[i].closest(".pk-butir");
      var label = item ? item.querySelector(".pk-label") : null;
      if (label && item.querySelector("p") === blocks[i]) text = label.textContent + " " + text;
      found.push(text.length > left ? text.slice(0, left) + "…" : text);
      left -= text.length;
    }
    if (left <= 0 && i < blocks.length) found.push("…");
    return found;
  }

  function words(link) {
    var part = document.createDocumentFragment();
    var anchor = link.getAttribute("data-rujukan") || link.getAttribute("data-istilah");
    var kind = link.hasAttribute("data-istilah") ? "pk-takrif-" : "pk-pratinjau-";
    var ready = document.getElementById(kind + anchor);
    if (ready) {
      part.appendChild(ready.content.cloneNode(true));
      return part;
    }
    var clause = document.getElementById(anchor);
    if (!clause) return null;
    lines(clause).forEach(function (line) { part.appendChild(make("p", line)); });
    return part;
  }

  function fill(link) {
    var body = words(link);
    if (!body) return null;
    var preview = make("span", "", "pk-pratinjau");
    preview.id = "pk-pratinjau";
    preview.setAttribute("data-redaksi", "");
    preview.setAttribute("role", "note");
    preview.setAttribute("aria-label", link.getAttribute("data-sebutan"));
    preview.appendChild(make("strong", link.getAttribute("data-sebutan"), "pk-pratinjau__judul"));
    var text = make("span", "", "pk-pratinjau__isi");
    text.id = "pk-pratinjau-isi";
    /* Inside a paragraph there are no paragraphs: each line is a span. */
    Array.prototype.forEach.call(body.querySelectorAll("p"), function (p) {
      var line = make("span", "", "pk-pratinjau__baris");
      while (p.firstChild) line.appendChild(p.firstChild);
      text.appendChild(line);
    });
    preview.appendChild(text);
    var open = make("a", "Buka " + link.getAttribute("data-sebutan"), "pk-pratinjau__buka");
    if (link.hasAttribute("data-istilah")) open.textContent = "Buka definisinya";
    open.href = link.getAttribute("href");
    preview.appendChild(open);
    return preview;
  }

  function place() {
    if (!box) return;
    var at = owner.getClientRects();
    at = at[at.length - 1] || owner.getBoundingClientRect();
    var wide = document.documentElement.clientWidth;
    var high = document.documentElement.clientHeight;
    if (at.bottom < 0 || at.top > high) { close(); return; }
    box.style.left = Math.max(8, Math.min(at.left, wide - box.offsetWidth - 8)) + "px";
    var below = at.bottom + 4;
    var fits = below + box.offsetHeight <= high || at.top < box.offsetHeight + 4;
    box.style.top = (fits ? below : at.top - box.offsetHeight - 4) + "px";
  }

  function show(link) {
    clearTimeout(timer);
    if (owner === link || dismissed === link) return;
    hide();
    var preview = fill(link);
    if (!preview) return;
    box = preview;
    owner = link;
    /* Right behind its reference: the next Tab reaches the links inside. */
    link.insertAdjacentElement("afterend", box);
    link.setAttribute("aria-describedby", "pk-pratinjau-isi");
    place();
  }

  function hide() {
    clearTimeout(timer);
    close();
  }

  /* Leaves a timer alone: scrolling away from one reference may bring the pointer to the next. */
  function close() {
    if (!box) return;
    if (box.contains(document.activeElement)) owner.focus();
    box.remove();
    owner.removeAttribute("aria-describedby");
    box = owner = null;
  }

  function inside(target) {
    return box && target && (box.contains(target) || owner === mark(target));
  }

  function focused() {
    var active = document.activeElement;
    return box && (box.contains(active) || active === owner);
  }

  function later(action, wait) {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = mark(event.target);
    if (inside(event.target)) clearTimeout(timer);
    else if (link) later(function () { show(link); }, WAIT);
    else if (box && !focused()) later(hide, GRACE);
    else if (!box) clearTimeout(timer);
    if (link !== dismissed && dismissed && dismissed !== document.activeElement) dismissed = null;
  });

  document.addEventListener("focusin", function (event) {
    var link = mark(event.target);
    if (dismissed && link !== dismissed) dismissed = null;
    if (inside(event.target)) clearTimeout(timer);
    else if (link && link.matches(":focus-visible")) show(link);
    else hide();
  });

  document.addEventListener("focusout", function (event) {
    if (box && !event.relatedTarget) later(function () { if (!box || !(focused() || box.matches(":hover"))) hide(); }, GRACE);
  });

  /* A tap shows the words first; the second tap, or the link in the preview, goes there. */
  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch";
    if (box && !inside(event.target)) hide();
    dismissed = null;
  });

  document.addEventListener("click", function (event) {
    var link = mark(event.target);
    if (link && touched && owner !== link) {
      show(link);
      if (box) event.preventDefault();
    } else if (box && (link === owner || event.target.closest("a"))) {
      hide();
    }
    touched = false;
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    clearTimeout(timer);
    if (!box) return;
    dismissed = owner;
    hide();
  });

  window.addEventListener("scroll", place, { passive: true });
  window.addEventListener("resize", place);
  window.addEventListener("beforeprint", hide);
})();
