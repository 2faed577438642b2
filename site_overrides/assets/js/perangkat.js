/* The directory of units: a filter by name and by kind. */
(function () {
  "use strict";

  var box = document.querySelector("[data-saring-unit]");
  var table = document.getElementById("tabel-unit");
  if (!box || !table) return;
  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var names = rows.map(function (row) { return row.cells[0].textContent.toLowerCase(); });
  var input = box.querySelector("input");
  var kind = box.querySelector("select");
  var result = box.querySelector("[role=status]");

  function filter() {
    var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row, at) {
      row.hidden = !!(kind.value && row.getAttribute("data-jenis") !== kind.value) ||
        !wanted.every(function (word) { return names[at].indexOf(word) >= 0; });
      if (!row.hidden) shown += 1;
    });
    result.textContent = wanted.length || kind.value ? shown + " dari " + rows.length + " unit" : "";
  }

  box.hidden = false;
  input.addEventListener("input", filter);
  kind.addEventListener("change", filter);
})();
