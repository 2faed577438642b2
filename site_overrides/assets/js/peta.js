/* Peta Kerja: what the pages do beyond being read. Everything works without it. */
(function () {
  "use strict";

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }

  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  /* Material opens its menu with a label, which no keyboard reaches: a button takes its place. */
  all("label.md-header__button[for=__drawer]").forEach(function (label) {
    var drawer = document.getElementById("__drawer");
    var button = make("button", "", label.className + " pk-menu");
    button.type = "button";
    button.setAttribute("aria-label", "Menu");
    button.setAttribute("aria-expanded", String(drawer.checked));
    while (label.firstChild) button.appendChild(label.firstChild);
    label.parentNode.replaceChild(button, label);
    button.addEventListener("click", function () { drawer.click(); });
    drawer.addEventListener("change", function () { button.setAttribute("aria-expanded", String(drawer.checked)); });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && drawer.checked) { drawer.click(); button.focus(); }
    });
  });

  /* On a narrow screen the words come first, so they are open there. */
  if (matchMedia("(max-width: 45em)").matches) {
    all("[data-kembaran]").forEach(function (twin) { twin.open = true; });
  }

  /* Filter of a table by the words in the first cell of its rows. */
  all("[data-saring]").forEach(function (box) {
    var rows = all("tbody tr", document.getElementById(box.getAttribute("data-saring")));
    var input = box.querySelector("input");
    var result = box.querySelector("[role=status]");
    var words = rows.map(function (row) { return row.cells[0].textContent.toLowerCase(); });
    box.hidden = false;
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, number) {
        row.hidden = !wanted.every(function (word) { return words[number].indexOf(word) >= 0; });
        if (!row.hidden) shown += 1;
      });
      result.textContent = wanted.length ? shown + " dari " + rows.length + " unit" : "";
    });
  });

  /* A § copies its own address and still leads there. */
  var said = make("div", "", "pk-tersalin");
  said.setAttribute("role", "status");
  said.hidden = true;
  document.body.appendChild(said);
  var timer;
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("[data-salin]") : null;
    if (!link || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(function () {
      said.hidden = false;
      said.textContent = "Tautan disalin";
      clearTimeout(timer);
      timer = setTimeout(function () { said.hidden = true; said.textContent = ""; }, 2000);
    }, function () { /* not allowed to copy: the address stands in the address bar */ });
  });

  /* On paper there is nothing to open. */
  window.addEventListener("beforeprint", function () {
    all("details:not([open])").forEach(function (details) { details.open = true; details.setAttribute("data-cetak", ""); });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-cetak]").forEach(function (details) { details.open = false; details.removeAttribute("data-cetak"); });
  });
})();
