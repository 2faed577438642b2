/* The two questions. Answers are ready pieces of HTML, loaded for one regency at a time; the state
   is the address. What a reader typed or an address says is shown as text, never as HTML. */
(function () {
  "use strict";

  var form = document.getElementById("tanya");
  if (!form) return;
  var daerah = document.getElementById("tanya-daerah");
  var unit = document.getElementById("tanya-unit");
  var list = document.getElementById("daftar-unit");
  var said = document.getElementById("pesan-unit");
  var jabatan = document.getElementById("tanya-jabatan");
  var sentence = document.querySelector("[data-kalimat]");
  var tools = document.querySelector("[data-alat]");
  var body = document.querySelector("[data-isi]");
  var copied = document.querySelector("[data-tersalin]");
  var questions = all("[data-soal]");
  var scripts = new URL("../../data/tanya/", document.currentScript.src).href;
  var KEY = "petakerja.daerah";
  /* Without a prototype: a regency may be called what every object knows ("constructor"). */
  var known = Object.create(null);
  var waiting = Object.create(null);
  var chosen = null;
  var active = -1;

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function remembered() { try { return localStorage.getItem(KEY) || ""; } catch (e) { return ""; } }
  function remember(slug) { try { localStorage.setItem(KEY, slug); } catch (e) { /* not kept */ } }
  /* Without the signs that turn the direction of a text, and with it of our own words around it. */
  function plain(text) { return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, ""); }
  function has(select, value) { return all("option", select).some(function (option) { return option.value === value; }); }

  /* --- data ------------------------------------------------------------------------------- */

  window.__pk_tanya = function (slug, data) {
    known[slug] = data;
    (waiting[slug] || []).forEach(function (then) { then(data); });
    delete waiting[slug];
  };

  function load(slug, then) {
    if (known[slug]) return then(known[slug]);
    if (waiting[slug]) return waiting[slug].push(then);
    waiting[slug] = [then];
    var script = document.createElement("script");
    script.src = scripts + encodeURIComponent(slug) + ".js";
    script.onerror = function () {
      delete waiting[slug];
      script.remove();
      say("Jawaban untuk daerah ini tidak dapat dimuat. Coba lagi, atau buka halaman daerahnya di bawah.");
    };
    document.head.appendChild(script);
  }

  /* --- units: the same three ways to be found as `petakerja ask` ----------------------------- */

  function simple(text) { return text.toLowerCase().replace(/[^0-9a-z]+/g, " ").trim(); }

  function words(text, data) {
    var plain = simple(text).split(" ").filter(function (word) { return word && data.abaikan.indexOf(word) < 0; });
    var telling = plain.filter(function (word) { return data.sendiri.indexOf(word) < 0; });
    return telling.length ? telling : plain;
  }

  function unique(list_) { return list_.filter(function (word, at) { return list_.indexOf(word) === at; }); }
  function within(few, many) { return few.every(function (word) { return many.indexOf(word) >= 0; }); }
  function same(query, name) { return query.slice().sort().join(" ") === name.slice().sort().join(" "); }
  function part(query, name) { return within(query, name) && unique(query).length < unique(name).length; }
  function holds(query, name) { return name.length > 0 && within(name, query); }

  function first(query, found) {
    var places = found.map(function (item) {
      return item.kata.filter(function (name) { return holds(query, name); }).map(function (name) {
        return [Math.min.apply(null, name.map(function (word) { return query.indexOf(word); })), -name.length];
      }).sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; })[0];
    });
    var best = places.slice().sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; })[0];
    return found.filter(function (item, at) { return best && places[at][0] === best[0] && places[at][1] === best[1]; });
  }

  function find(text, data) {
    var query = words(text, data);
    if (!query.length) return null;
    var ways = [same, part, holds];
    for (var i = 0; i < ways.length; i += 1) {
      var found = data.unit.filter(function (item) {
        return item.kata.some(function (name) { return ways[i](query, name); }) ||
          (ways[i] === same && item.jenis_kata.some(function (name) { return name.join(" ") === query.join(" "); }));
      });
      if (ways[i] === holds) found = first(query, found);
      if (found.length === 1) return found[0];
      if (found.length && ways[i] === same) return null;
    }
    return null;
  }

  /* What to offer while someone types: every word begins a word of one name. */
  function suggest(text, data) {
    var query = words(text, data);
    if (!query.length) return data.unit;
    var best = find(text, data);
    var found = data.unit.filter(function (item) {
      return item !== best && item.kata.concat(item.jenis_kata, [words(item.jenis, data)]).some(function (name) {
        return query.every(function (word) { return name.some(function (other) { return other.indexOf(word) === 0; }); });
      });
    });
    return best ? [best].concat(found) : found;
  }

  /* --- combobox ----------------------------------------------------------------------------- */

  function current() { return known[daerah.value]; }

  function label(item) {
    var text = item.jenis && simple(item.nama).indexOf(simple(item.jenis)) < 0 ? [item.jenis] : [];
    return text.concat(item.lain.length ? ["juga disebut " + item.lain.join(", ")] : []).join("; ");
  }

  function open(everything) {
    var data = current();
    if (!data) return;
    var found = everything ? data.unit : suggest(unit.value, data);
    list.textContent = "";
    found.forEach(function (item, at) {
      var option = document.createElement("li");
      option.id = "unit-" + at;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", String(chosen === item));
      option.setAttribute("data-unit", item.id);
      option.appendChild(document.createElement("span")).textContent = item.nama;
      var small = label(item);
      if (small) option.appendChild(document.createElement("small")).textContent = small;
      list.appendChild(option);
    });
    mark(found.length && unit.value.trim() && !everything ? 0 : -1);
    list.hidden = !found.length;
    unit.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = found.length ? "" : "Unit itu tidak disebut dalam naskah " + data.nama + ". Coba sebutan lain, atau nama induknya.";
  }

  function close() {
    list.hidden = true;
    unit.setAttribute("aria-expanded", "false");
    mark(-1);
  }

  function mark(at) {
    active = at;
    all("[role=option]", list).forEach(function (option, number) {
      option.classList.toggle("pk-kombo__aktif", number === at);
      if (number === at) {
        unit.setAttribute("aria-activedescendant", option.id);
        if (option.offsetTop < list.scrollTop) list.scrollTop = option.offsetTop;
        var over = option.offsetTop + option.offsetHeight - list.clientHeight;
        if (over > list.scrollTop) list.scrollTop = over;
      }
    });
    if (at < 0) unit.removeAttribute("aria-activedescendant");
  }

  function choose(id) {
    var item = current().unit.filter(function (one) { return one.id === id; })[0] || null;
    close();
    if (!item) return;
    chosen = item;
    unit.value = item.nama;
    said.textContent = "";
    go();
  }

  unit.addEventListener("input", function () { chosen = null; open(false); });
  unit.addEventListener("click", function () { if (list.hidden) open(!!chosen); });
  unit.addEventListener("keydown", function (event) {
    var options = all("[role=option]", list);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) { open(!!chosen); options = all("[role=option]", list); }
      var step = event.key === "ArrowDown" ? 1 : -1;
      if (options.length) mark((active + step + options.length + (active < 0 && step < 0 ? 1 : 0)) % options.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && options[active]) choose(options[active].getAttribute("data-unit"));
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    } else if (event.key === "Tab" && !list.hidden && options[active]) {
      choose(options[active].getAttribute("data-unit"));
    }
  });
  unit.addEventListener("blur", function () { setTimeout(close, 0); });
  list.addEventListener("pointerdown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    var option = event.target.closest("[role=option]");
    if (option) choose(option.getAttribute("data-unit"));
  });

  /* --- state -------------------------------------------------------------------------------- */

  function asked() {
    var link = document.querySelector(".pk-pilih [aria-current]");
    return link ? link.getAttribute("data-tanya") : "penilai";
  }

  function ask(name) {
    all(".pk-pilih [data-tanya]").forEach(function (link) {
      if (link.getAttribute("data-tanya") === name) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    all("[data-untuk]", form).forEach(function (field) { field.hidden = field.getAttribute("data-untuk") !== name; });
  }

  function situation() {
    return questions.map(function (field) {
      var input = field.querySelector("input:checked");
      return input ? input.value : "";
    });
  }

  function search() {
    var query = new URLSearchParams();
    if (daerah.value) query.set("daerah", daerah.value);
    if (asked() === "alur") {
      query.set("alur", situation().join("").length ? situation().join(".") : "");
    } else {
      if (chosen) query.set("unit", chosen.id);
      if (jabatan.value) query.set("jabatan", jabatan.value);
    }
    var text = query.toString();
    return text ? "?" + text : "";
  }

  /* A change by the reader: a new address, then its answer. */
  function go() {
    var address = location.pathname + search();
    if (address !== location.pathname + location.search) {
      try { history.pushState(null, "", search() || location.pathname); } catch (e) { /* the answer still shows */ }
    }
    show();
  }

  /* The address, read into the form. What someone chose before this script came is kept. */
  function restore(event) {
    var query = new URLSearchParams(location.search);
    var slug = query.get("daerah");
    if (slug === null) slug = (!event && daerah.value) || remembered();
    var unknown = slug && !has(daerah, slug) ? slug : "";
    daerah.value = unknown ? "" : slug;
    ask(query.get("alur") === null ? "penilai" : "alur");
    var answers = (query.get("alur") || "").split(".");
    if (event || query.get("alur")) questions.forEach(function (field, at) {
      all("input", field).forEach(function (input) { input.checked = input.value === answers[at]; });
    });
    var level = query.get("jabatan") || (event ? "" : jabatan.value);
    jabatan.value = has(jabatan, level) ? level : "";
    var wanted = plain(query.get("unit") || "");
    /* What stands in the field may be older than this script: typed while it was on its way. */
    if (event || !typing("")) unit.value = wanted;
    chosen = null;
    said.textContent = "";
    if (unknown && query.get("daerah") !== null) {
      answer("Daerah “" + plain(unknown) + "” tidak ada di situs ini. Pilih daerah lain.");
      return;
    }
    if (!daerah.value) { show(); return; }
    load(daerah.value, function (data) {
      if (daerah.value && known[daerah.value] !== data) return;
      if (typing(wanted)) open(false);
      else settle(data);
      show();
    });
  }

  /* Whoever types while the answers are on their way keeps the words, and gets the list. */
  function typing(before) {
    var text = plain(unit.value).trim();
    return document.activeElement === unit && text !== "" && text !== before;
  }

  /* What stands in the field becomes a unit of a regency. */
  function settle(data) {
    var text = plain(unit.value).trim();
    chosen = text ? data.unit.filter(function (item) { return item.id === text; })[0] || find(text, data) : null;
    if (chosen) unit.value = chosen.nama;
    else if (text) said.textContent = "“" + text + "” tidak disebut dalam naskah " + data.nama + ".";
  }

  /* --- the answer --------------------------------------------------------------------------- */

  function say(text) { sentence.textContent = text; }

  function answer(text) {
    say(text);
    body.textContent = "";
    tools.hidden = true;
    copied.textContent = "";
  }

  function show() {
    if (!daerah.value) return answer(asked() === "alur" ? "Pilih daerah, lalu jawab tiga pertanyaan. Alurnya tampil di sini." : "Pilih daerah, lalu unit Anda. Jawabannya tampil di sini.");
    var slug = daerah.value;
    load(slug, function (data) {
      if (slug !== daerah.value) return;
      var pieces = asked() === "alur" ? data.alur[situation().join(".")] : chosen && data.jawab[chosen.pola] && data.jawab[chosen.pola][jabatan.value];
      if (!pieces) return answer(asked() === "alur" ? "Jawab ketiga pertanyaan. Alurnya tampil di sini." : "Ketik nama unit Anda. Jawabannya tampil di sini.");
      sentence.innerHTML = data.potongan[pieces[0]];
      all("[data-unit]", sentence).forEach(function (place) { place.textContent = chosen.nama; });
      body.innerHTML = pieces.slice(1).map(function (at) { return data.potongan[at]; }).join("\n");
      tools.hidden = false;
      copied.textContent = "";
    });
  }

  daerah.addEventListener("change", function () {
    var slug = daerah.value;
    var before = plain(unit.value).trim();
    chosen = null;
    if (!slug) return go();
    remember(slug);
    load(slug, function (data) {
      if (slug !== daerah.value) return;
      if (typing(before)) {
        open(false);
      } else {
        settle(data);
        if (!chosen) unit.value = "";
      }
      go();
    });
  });
  jabatan.addEventListener("change", go);
  questions.forEach(function (field) { field.addEventListener("change", go); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  all(".pk-pilih [data-tanya]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      ask(link.getAttribute("data-tanya"));
      go();
    });
  });
  document.querySelector("[data-salin-keadaan]").addEventListener("click", function () {
    function told() { copied.textContent = "Tautan disalin."; }
    function untold() { copied.textContent = "Salin dari bilah alamat: " + location.href; }
    if (navigator.clipboard) navigator.clipboard.writeText(location.href).then(told, untold);
    else untold();
  });
  window.addEventListener("popstate", restore);
  restore();
})();
