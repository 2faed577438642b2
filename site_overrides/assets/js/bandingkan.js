/* Comparison: the reader's choice of regencies and questions, kept in the address. */
(function () {
  "use strict";

  var form = document.querySelector("form[data-banding]");
  var table = document.querySelector("table[data-matriks]");
  if (!form || !table) return;

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  var regencies = all("input[name=daerah]", form);
  var aspects = all("input[name=aspek]", form);
  var differing = form.querySelector("input[name=beda]");
  var rows = all("tr[data-aspek]", table);
  var status = form.querySelector("[data-hasil]");
  var empty = document.querySelector("[data-kosong]");
  var printed = regencies.filter(function (input) { return input.defaultChecked; }).length;

  /* --- columns of regencies that the page does not hold, loaded as scripts ------------------ */

  /* Without a prototype: a regency may be called what every object knows ("constructor"). */
  var waiting = Object.create(null);
  function columnOf(slug) { return table.querySelector("thead th[data-daerah='" + slug + "']"); }

  function root(input) { return input.getAttribute("data-src").replace(/data\/banding\/[^/]*$/, ""); }

  function address(base, path) {
    if (location.protocol !== "file:") return base + path;
    return base + path.replace(/\/(#|$)/, "/index.html$1");
  }

  function load(input) {
    var slug = input.value;
    if (columnOf(slug) || waiting[slug]) return;
    waiting[slug] = input;
    var script = make("script");
    script.src = input.getAttribute("data-src");
    script.onerror = function () {
      delete waiting[slug];
      input.checked = false;
      show();
      status.textContent = "Data " + input.parentNode.textContent.trim() + " tidak dapat dimuat.";
    };
    document.head.appendChild(script);
  }

  function fill(td, cell, base) {
    var box = make("div");
    if (cell.tanda === "beda") box.appendChild(make("p", "≠ berbeda", "pk-sel__tanda pk-sel__tanda--beda"));
    var none = cell.status === "tidak diatur";
    var answer = make("p", "", "pk-sel__jawaban" + (none ? " pk-sel__jawaban--kosong" : ""));
    var words = cell.ringkas;
    if (cell.status === "bertentangan") {
      answer.appendChild(make("span", "Bertentangan", "pk-lencana pk-lencana--awas"));
      words = " " + words.replace("Bertentangan: ", "");
    }
    answer.appendChild(document.createTextNode(words));
    box.appendChild(answer);
    if (cell.dasar.length) {
      var details = make("details", "", "pk-dasar");
      details.appendChild(make("summary", cell.dasar[0][0] + (cell.dasar.length > 1 ? " dan lainnya" : "")));
      var list = make("ul", "", "pk-sel__butir");
      cell.butir.forEach(function (text) { list.appendChild(make("li", text)); });
      details.appendChild(list);
      cell.dasar.forEach(function (source) {
        var quote = make("blockquote", "", "pk-kutipan");
        quote.appendChild(make("p", "“" + source[1] + "”"));
        var footer = make("footer");
        var link = make("a", source[0]);
        link.href = address(base, source[2]);
        footer.appendChild(link);
        quote.appendChild(footer);
        details.appendChild(quote);
      });
      box.appendChild(details);
    }
    td.appendChild(box);
  }

  window.petakerjaBanding = function (column) {
    var input = waiting[column.slug];
    if (!input || columnOf(column.slug)) return;
    delete waiting[column.slug];
    var base = root(input);
    var head = make("th");
    head.scope = "col";
    head.setAttribute("data-daerah", column.slug);
    var link = make("a", column.nama);
    link.href = address(base, column.slug + "/");
    head.appendChild(link);
    table.querySelector("thead tr").appendChild(head);
    rows.forEach(function (row) {
      var cell = column.sel[row.getAttribute("data-aspek")];
      var td = make("td", "", cell.tanda === "beda" ? "pk-sel--beda" : "");
      td.setAttribute("data-daerah", column.slug);
      td.setAttribute("data-label", column.nama);
      td.setAttribute("data-kelompok", cell.kelompok);
      td.setAttribute("data-status", cell.status);
      fill(td, cell, base);
      row.appendChild(td);
    });
    show();
  };

  /* --- the choice ------------------------------------------------------------------------- */

  function chosen(inputs) { return inputs.filter(function (i) { return i.checked; }).map(function (i) { return i.value; }); }

  function cells(row, slugs) {
    return slugs.map(function (slug) { return row.querySelector("td[data-daerah='" + slug + "']"); }).filter(Boolean);
  }

  function differs(row, slugs) {
    var groups = cells(row, slugs).map(function (td) { return td.getAttribute("data-kelompok"); });
    return groups.some(function (one) { return one !== groups[0]; });
  }

  function show() {
    var slugs = chosen(regencies);
    var asked = chosen(aspects);
    var shown = 0;
    all("[data-daerah]", table).forEach(function (cell) {
      cell.hidden = slugs.indexOf(cell.getAttribute("data-daerah")) < 0;
    });
    rows.forEach(function (row) {
      var wanted = asked.indexOf(row.getAttribute("data-aspek")) >= 0;
      row.hidden = !wanted || (differing.checked && !differs(row, slugs));
      if (!row.hidden) shown += 1;
    });
    all("tbody", table).forEach(function (body) {
      body.hidden = all("tr[data-aspek]", body).every(function (row) { return row.hidden; });
      body.querySelector("th[colspan]").colSpan = slugs.length + 1;
    });
    empty.hidden = shown > 0;
    form.querySelector("[data-jumlah-aspek]").textContent = "(" + asked.length + " dari " + aspects.length + ")";
    status.textContent = shown + " pertanyaan, " + slugs.length + " daerah.";
  }

  function write() {
    var parts = [];
    var slugs = chosen(regencies), asked = chosen(aspects);
    var usual = regencies.every(function (i) { return i.checked === i.defaultChecked; });
    if (!usual) parts.push("daerah=" + slugs.join(","));
    if (asked.length !== aspects.length) parts.push("aspek=" + asked.join(","));
    if (differing.checked) parts.push("beda=1");
    var query = parts.length ? "?" + parts.join("&") : location.pathname;
    try { history.replaceState(null, "", query + location.hash); } catch (_error) { /* some browsers refuse it for files */ }
  }

  function read() {
    var values = {};
    location.search.slice(1).split("&").forEach(function (pair) {
      var at = pair.indexOf("=");
      if (at > 0) try { values[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1)); } catch (_error) { /* not ours */ }
    });
    function pick(inputs, text) {
      if (text === undefined) return;
      var wanted = text.split(",");
      var known = inputs.some(function (i) { return wanted.indexOf(i.value) >= 0; });
      if (known || text === "") inputs.forEach(function (i) { i.checked = wanted.indexOf(i.value) >= 0; });
    }
    pick(regencies, values.daerah);
    pick(aspects, values.aspek);
    differing.checked = values.beda === "1";
  }

  function update() {
    regencies.forEach(function (input) { if (input.checked) load(input); });
    show();
  }

  form.addEventListener("change", function () { update(); write(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () { setTimeout(function () { update(); write(); }, 0); });

  /* --- many regencies: a field narrows the list --------------------------------------------- */

  var search = form.querySelector("[data-cari-daerah]");
  if (regencies.length > printed || regencies.length > 12) {
    search.hidden = false;
    search.querySelector("input").addEventListener("input", function (event) {
      var words = event.target.value.toLowerCase();
      regencies.forEach(function (input) {
        var label = input.parentNode;
        label.hidden = !input.checked && label.textContent.toLowerCase().indexOf(words) < 0;
      });
    });
  }

  /* --- the choice as CSV --------------------------------------------------------------------- */

  /* The same as in generator/exports/tabel.py. */
  var FORMULA = /(^|[;\t\r\n])(?="*[=+\-@＝＋－＠])/g;

  function quoted(text) {
    var value = text.replace(FORMULA, "$1'").replace(/^[\t\r]/, "'$&");
    return '"' + value.replace(/"/g, '""') + '"';
  }

  function words(td) {
    var clauses = all(".pk-kutipan footer", td).map(function (one) { return one.textContent.trim(); });
    var answer = td.querySelector(".pk-sel__jawaban").textContent.trim().replace(/\s+/g, " ");
    var distinct = clauses.filter(function (one, at) { return clauses.indexOf(one) === at; });
    return answer + (distinct.length ? " [" + distinct.join("; ") + "]" : "");
  }

  form.querySelector("[data-unduh]").addEventListener("click", function () {
    var slugs = chosen(regencies).filter(columnOf);
    var lines = [["Pertanyaan"].concat(slugs.map(function (slug) { return columnOf(slug).textContent.trim(); }))];
    rows.filter(function (row) { return !row.hidden; }).forEach(function (row) {
      lines.push([row.querySelector("th a").textContent].concat(cells(row, slugs).map(words)));
    });
    var text = "\ufeff" + lines.map(function (line) { return line.map(quoted).join(","); }).join("\r\n") + "\r\n";
    var link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = "bandingkan-pilihan.csv";
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });

  read();
  form.hidden = false;
  update();
})();
