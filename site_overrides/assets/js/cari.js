/* Peta Kerja: search. The dialog of every page and the page of search; the engine and its files are
   loaded as classic scripts when they are first needed, so that this works from file:// too. */
(function () {
  "use strict";

  var LABELS = { klausa: "Klausa", istilah: "Istilah", bagan: "Bagan", alur: "Alur", surat: "Surat", langkah: "Langkah", unit: "Perangkat Daerah", peran: "Peran", halaman: "Halaman" };
  var IN_DIALOG = 8, ON_PAGE = 20, WAIT = 90, TOGETHER = 4;

  var root = document.currentScript.src.replace(/assets\/js\/cari\.js.*$/, "");
  var offline = location.protocol === "file:";
  var engine = null, summaries = {}, files = {};

  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  /* Without the signs that turn the direction of a text, and with it of our own words around it. */
  function plain(text) { return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").trim(); }

  /* The reader's own regency: that of the page, or the one they chose before. */
  function own() {
    var here = location.href.slice(0, root.length) === root ? location.href.slice(root.length).split("/")[0] : "";
    if (engine && engine.names.some(function (name) { return name.slug === here; })) return here;
    try { return localStorage.getItem("petakerja.daerah") || ""; } catch (error) { return ""; }
  }

  /* --- loading ------------------------------------------------------------------------------- */

  window.__pk_cari = function (name, value) {
    if (name === "kata") engine = new window.__pk_mesin.Engine(value);
    else if (/^ringkas-/.test(name)) summaries[name] = value;
    else engine.add(name, value);
  };

  function load(path) {
    if (!files[path]) {
      files[path] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = root + path;
        script.onload = function () { done(); };
        script.onerror = function () { delete files[path]; failed(new Error(path)); };
        document.head.appendChild(script);
      });
    }
    return files[path];
  }

  function part(name) { return load("cari/indeks/" + name + ".js"); }
  function start() { return load("assets/js/cari-mesin.js").then(function () { return part("kata"); }); }

  function shard(word) {
    var value = 0;
    for (var i = 0; i < word.length; i++) value = (value * 31 + word.charCodeAt(i)) % 65536;
    return "ringkas-" + value % engine.data.ringkas;
  }

  /* Few regencies are all loaded. Of many, those that are meant, and those that speak most of it. */
  function choose(query, options) {
    var slugs = engine.names.map(function (name) { return name.slug; });
    if (options.daerah) return Promise.resolve({ slug: [options.daerah], lain: 0 });
    if (!engine.data.ringkas) return Promise.resolve({ slug: slugs, lain: 0 });
    var meant = engine.read(query).bernama.concat(options.milik ? [options.milik] : []).filter(function (slug, at, all) { return slugs.indexOf(slug) >= 0 && all.indexOf(slug) === at; }).slice(0, TOGETHER);
    var roots = engine.wanted(query);
    return Promise.all(roots.map(function (word) { return part(shard(word)); })).then(function () {
      var rows = roots.map(function (word) { return summaries[shard(word)][word] || ""; }).filter(Boolean);
      var score = slugs.map(function (slug, at) {
        var sum = 0, all = rows.length > 0;
        rows.forEach(function (row) { sum += +row[at]; all = all && row[at] !== "0"; });
        return { slug: slug, nilai: sum, semua: all };
      });
      var others = score.filter(function (item) { return (item.nilai || !rows.length) && meant.indexOf(item.slug) < 0; });
      others.sort(function (a, b) { return b.semua - a.semua || b.nilai - a.nilai; });
      var taken = others.slice(0, TOGETHER - meant.length).map(function (item) { return item.slug; });
      var whole = others.filter(function (item) { return item.semua; }).length;
      return { slug: meant.concat(taken), lain: Math.max(0, whole - taken.length) };
    });
  }

  /* Hits for a query; options are daerah, jenis and milik (the reader's own regency). */
  function search(query, options) {
    return start().then(function () { return choose(query, options); }).then(function (chosen) {
      return Promise.all(chosen.slug.concat(["situs"]).map(part)).then(function () {
        var found = engine.search(query, options);
        found.lain = chosen.lain;
        return found;
      });
    });
  }

  function address(doc) {
    var page = (doc.daerah ? doc.daerah + "/" : "") + doc.halaman;
    return root + page + (offline ? "index.html" : "") + (doc.jangkar ? "#" + doc.jangkar : "");
  }

  /* --- showing ------------------------------------------------------------------------------- */

  function hit(id, roots) {
    var doc = engine.docs[id], place = engine.place(id);
    var item = make("li", "", "pk-hasil__butir");
    var link = make("a", engine.title(id), "pk-hasil__judul");
    link.href = address(doc);
    item.appendChild(link);
    var line = make("p", "", "pk-hasil__tempat");
    line.appendChild(make("span", LABELS[doc.jenis], "pk-lencana"));
    [place.daerah].concat(place.jalur).forEach(function (words) { line.appendChild(make("span", words)); });
    item.appendChild(line);
    var excerpt = make("p", "", "pk-hasil__cuplikan");
    engine.excerpt(id, roots).forEach(function (run) {
      excerpt.appendChild(run[1] ? make("mark", run[0]) : document.createTextNode(run[0]));
    });
    if (excerpt.firstChild) item.appendChild(excerpt);
    return item;
  }

  function summary(found, query) {
    var count = found.hasil.length, words = count ? count.toLocaleString("id-ID") + " hasil untuk “" + query + "”." : "Tidak ada hasil untuk “" + query + "”.";
    found.catatan.dibaca.forEach(function (pair) { words += " “" + pair[0] + "” dibaca sebagai “" + pair[1] + "”."; });
    if (count && found.catatan.tidakAda.length) words += " Tidak ditemukan dalam naskah: " + found.catatan.tidakAda.join(", ") + ".";
    if (found.lain) words += " Kata-kata ini juga ada dalam peraturan " + found.lain + " daerah lain; pilih daerah untuk mencari di sana.";
    return words;
  }

  function pageOf(query) {
    var opener = document.querySelector("[data-pk-cari]");
    return opener.href.replace(/[?#].*$/, "") + (query ? "?q=" + encodeURIComponent(query) : "");
  }

  /* Nothing found: words that look alike, fewer words, and the tables of contents. */
  function help(box, found, query, options, again) {
    box.textContent = "";
    if (found.hasil.length) return;
    var list = make("ul"), words = query.split(/\s+/).filter(Boolean);
    function offer(text, change) {
      var item = make("li"), link = make("a", text);
      link.href = pageOf(change.q);
      link.addEventListener("click", function (event) { event.preventDefault(); again(change); });
      item.appendChild(link);
      list.appendChild(item);
    }
    found.saran.forEach(function (word) { offer("Cari “" + word + "”", { q: word }); });
    if (options.daerah || options.jenis) offer("Cari di semua daerah dan semua jenis", { q: query, daerah: "", jenis: "" });
    if (words.length > 1) words.slice(0, 4).forEach(function (word) { if (word.length > 3) offer("Hanya “" + word + "”", { q: word }); });
    [["Istilah yang didefinisikan", "istilah/"], ["Pilih daerah, lalu telusuri daftar isinya", ""]].forEach(function (pair) {
      var item = make("li"), link = make("a", pair[0]);
      link.href = root + pair[1] + (offline ? "index.html" : "");
      item.appendChild(link);
      list.appendChild(item);
    });
    box.appendChild(make("p", "Yang dapat dicoba:"));
    box.appendChild(list);
  }

  var FAILED = "Berkas pencarian tidak dapat dimuat. Periksa sambungan, lalu coba lagi.";

  /* Runs one query at a time; an answer that comes late is not shown. */
  function latest(show, failed) {
    var turn = 0;
    return function (query, options) {
      var mine = ++turn;
      search(query, options).then(function (found) { if (mine === turn) show(found, query, options); }, function () { if (mine === turn) failed(); });
    };
  }

  /* --- the dialog ---------------------------------------------------------------------------- */

  function dialog() {
    var opener = document.querySelector("[data-pk-cari]");
    if (!opener || typeof HTMLDialogElement === "undefined") return;
    var box = make("dialog", "", "pk-cari md-typeset");
    box.setAttribute("aria-labelledby", "pk-cari-judul");
    var form = make("form", "", "pk-cari__form");
    form.setAttribute("role", "search");
    form.action = opener.href;
    var label = make("label", "Cari di Peta Kerja");
    label.id = "pk-cari-judul";
    label.htmlFor = "pk-cari-q";
    var input = make("input");
    input.type = "search"; input.id = "pk-cari-q"; input.name = "q"; input.autocomplete = "off"; input.spellcheck = false;
    input.setAttribute("autocapitalize", "none");
    input.setAttribute("enterkeyhint", "search");
    input.placeholder = "siapa menilai, surat tugas, ps 11 ayat 2 …";
    var close = make("button", "Tutup", "pk-cari__tutup");
    close.type = "button";
    var status = make("p", "", "pk-cari__status");
    status.setAttribute("role", "status");
    var list = make("ul", "", "pk-hasil pk-cari__hasil");
    list.setAttribute("role", "list");
    var aid = make("div", "", "pk-cari__saran");
    var foot = make("p", "", "pk-cari__kaki");
    var all = make("a", "Lihat semua hasil");
    foot.appendChild(all);
    foot.appendChild(make("span", "↑ ↓ memilih, Enter membuka, Esc menutup", "pk-cari__kunci"));
    [label, input, close].forEach(function (element) { form.appendChild(element); });
    [form, status, list, aid, foot].forEach(function (element) { box.appendChild(element); });
    document.body.appendChild(box);

    var ask = latest(function (found, query, options) {
      list.textContent = "";
      found.hasil.slice(0, IN_DIALOG).forEach(function (id) { list.appendChild(hit(id, found.akar)); });
      status.textContent = summary(found, query);
      help(aid, found, query, options, function (change) { input.value = change.q; typed(); input.focus(); });
    }, function () { status.textContent = FAILED; });
    var timer;
    function typed() {
      var query = plain(input.value);
      all.href = pageOf(query);
      clearTimeout(timer);
      if (!query) { list.textContent = aid.textContent = status.textContent = ""; return; }
      timer = setTimeout(function () { start().then(function () { ask(query, { daerah: "", jenis: "", milik: own() }); }, function () { status.textContent = FAILED; }); }, WAIT);
    }
    function open() {
      if (box.open) return;
      box.showModal();
      typed();
      input.focus();
      input.select();
      start().catch(function () { status.textContent = FAILED; });
    }
    function move(step) {
      var links = Array.prototype.slice.call(box.querySelectorAll(".pk-hasil__judul, .pk-cari__saran a")), at = links.indexOf(document.activeElement) + step;
      if (at < 0) input.focus();
      else if (at < links.length) links[at].focus();
    }

    input.addEventListener("input", typed);
    close.addEventListener("click", function () { box.close(); });
    box.addEventListener("click", function (event) { if (event.target === box) box.close(); });
    box.addEventListener("close", function () { if (document.activeElement === document.body) opener.focus(); });
    list.addEventListener("click", function (event) { if (event.target.closest("a")) box.close(); });
    box.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (plain(input.value)) location.href = pageOf(plain(input.value));
    });
    opener.setAttribute("aria-haspopup", "dialog");
    opener.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    document.addEventListener("keydown", function (event) {
      var typing = /^(?:INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
      var slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      var command = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k";
      if (slash || command) { event.preventDefault(); event.stopPropagation(); open(); }
    }, true);
  }

  /* --- the page ------------------------------------------------------------------------------ */

  function searchPage() {
    var form = document.getElementById("cari-form");
    if (!form) return;
    var input = document.getElementById("cari-q"), region = document.getElementById("cari-daerah"), kind = document.getElementById("cari-jenis");
    var status = document.getElementById("cari-status"), list = document.getElementById("hasil"), aid = document.getElementById("cari-saran");
    var more = document.getElementById("cari-lagi"), shown = 0, last = null;
    document.getElementById("cari-tanpa").hidden = true;
    form.hidden = false;

    function grow() {
      var next = last.hasil.slice(shown, shown + ON_PAGE);
      next.forEach(function (id) { list.appendChild(hit(id, last.akar)); });
      shown += next.length;
      more.hidden = shown >= last.hasil.length;
    }
    var ask = latest(function (found, query, options) {
      last = found;
      shown = 0;
      list.textContent = "";
      status.textContent = summary(found, query);
      help(aid, found, query, options, function (change) {
        input.value = change.q;
        if ("daerah" in change) { region.value = change.daerah; kind.value = change.jenis; }
        run(true);
      });
      grow();
    }, function () { status.textContent = FAILED; });

    function run(remember) {
      var query = plain(input.value);
      var asked = new URLSearchParams();
      if (query) asked.set("q", query);
      if (region.value) asked.set("daerah", region.value);
      if (kind.value) asked.set("jenis", kind.value);
      try { history[remember ? "pushState" : "replaceState"](null, "", location.pathname + (String(asked) ? "?" + asked : "")); } catch (error) { /* a browser that keeps file addresses as they are */ }
      if (query) { ask(query, { daerah: region.value, jenis: kind.value, milik: own() }); return; }
      list.textContent = aid.textContent = status.textContent = "";
      more.hidden = true;
    }
    function read() {
      var asked = new URLSearchParams(location.search);
      input.value = asked.get("q") || "";
      region.value = asked.get("daerah") || "";
      kind.value = asked.get("jenis") || "";
      if (region.selectedIndex < 0) region.value = "";
      if (kind.selectedIndex < 0) kind.value = "";
    }
    var timer;
    input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(run, 2 * WAIT, false); });
    form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(timer); run(true); });
    [region, kind].forEach(function (select) { select.addEventListener("change", function () { run(true); }); });
    more.querySelector("button").addEventListener("click", function () {
      var first = shown;
      grow();
      if (list.children[first]) list.children[first].querySelector("a").focus();
    });
    window.addEventListener("popstate", function () { read(); run(false); });
    read();
    run(false);
    if (!input.value) input.focus();
  }

  dialog();
  searchPage();

  /* For measuring: the same search that readers use. */
  window.__pk_cari_uji = {
    siap: function () { return search("siap", { daerah: "", jenis: "", milik: "" }).then(function () { return engine; }); },
    cari: search,
    alamat: function (id) { return address(engine.docs[id]).slice(root.length).replace(/index\.html(?=#|$)/, ""); }
  };
})();
