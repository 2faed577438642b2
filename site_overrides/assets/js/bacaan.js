/* Reading a regulation: jump to a clause, step from one to the next, keep the place, copy and share.
   Without this script the text, its contents and every § are plain links. */
(function () {
  "use strict";

  var bar = document.querySelector("[data-baca]");
  var text = document.querySelector("[data-naskah]");
  if (!bar || !text) return;

  var LAMPIRAN = text.id === "lampiran";
  var KINDS = {
    pasal: "pasal psl ps", ayat: "ayat ay ayt", huruf: "huruf hrf hur", angka: "angka ang ak nomor no", bab: "bab", bagian: "bagian bag bgn",
    paragraf: "paragraf par prg", lampiran: "lampiran lamp lam",
    menimbang: "menimbang", mengingat: "mengingat", memutuskan: "memutuskan", menetapkan: "menetapkan", pembukaan: "pembukaan", penutup: "penutup", judul: "judul", penjelasan: "penjelasan"
  };
  var FRAME = /^(menimbang|mengingat|memutuskan|menetapkan|pembukaan|penutup|judul|penjelasan)$/;
  var ORDER = ["", "kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"];
  var root = document.documentElement;
  var message = bar.querySelector("[data-pesan]");
  var here = bar.querySelector("[data-sini]");

  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }

  function make(tag, words, className) {
    var element = document.createElement(tag);
    if (words) element.textContent = words;
    if (className) element.className = className;
    return element;
  }

  /* Every clause in reading order, with its name as a reader cites it. */
  var names = {};
  var clauses = all(".pk-pasal-tautan[data-klausa]", text).map(function (mark) {
    var id = mark.getAttribute("href").slice(1);
    names[id] = mark.getAttribute("data-klausa");
    return document.getElementById(id);
  });
  var steps = all(".pk-klausa--pasal", text);
  if (!steps.length) steps = all(".pk-klausa", text);

  function has(id) { return Object.prototype.hasOwnProperty.call(names, id) || FRAME.test(id) && document.getElementById(id); }

  /* --- the place of the reader ------------------------------------------------------------- */

  /* Clauses begin below this line, in pixels from the top of the window. */
  function line() { return bar.getBoundingClientRect().bottom + 12; }

  /* The last clause that begins above a line: beginnings are in order, so halves are enough. */
  function above(list, y) {
    var low = 0, high = list.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (list[middle].getBoundingClientRect().top <= y) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  var kept = null;
  var width = innerWidth;

  function keep() {
    var place = clauses[Math.max(0, above(clauses, line()))];
    kept = place ? { place: place, top: place.getBoundingClientRect().top } : null;
  }

  function restore() {
    if (kept && scrollY > 0) window.scrollBy({ top: kept.place.getBoundingClientRect().top - kept.top, behavior: "instant" });
  }

  /* What is behind "#" of the address; the entry of the history stays the same one. */
  function note(id) {
    try { history.replaceState(history.state, "", location.pathname + location.search + (id ? "#" + id : "")); } catch (e) { /* some viewers of files forbid it */ }
  }

  function target() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (e) { return ""; }
  }

  function settle() {
    if (innerWidth !== width) return;
    keep();
    var at = above(clauses, line());
    var id = at < 0 ? "" : clauses[at].id;
    here.textContent = id ? names[id] : "";
    var aimed = document.getElementById(target());
    var box = aimed && aimed.getBoundingClientRect();
    /* What the reader came for stays in the address for as long as its beginning can be seen. */
    if (box && box.top >= 0 && box.top < innerHeight * 0.7) return;
    if (id !== target()) note(id);
  }

  var timer;
  addEventListener("scroll", function () { clearTimeout(timer); timer = setTimeout(settle, 150); }, { passive: true });
  addEventListener("resize", function () {
    if (innerWidth === width) return;
    restore();
    width = innerWidth;
  });

  function go(id) {
    say("");
    if (target() === id) document.getElementById(id).scrollIntoView(); else location.hash = id;
    var mark = text.querySelector(".pk-pasal-tautan[href='#" + id + "']");
    if (mark) mark.focus({ preventScroll: true });
  }

  function say(words, near) {
    message.textContent = words;
    (near || []).forEach(function (id, index) {
      var link = make("a", names[id] || id);
      link.href = "#" + id;
      link.addEventListener("click", function () { say(""); });
      message.appendChild(document.createTextNode(index ? ", " : " Terdekat: "));
      message.appendChild(link);
    });
    if (near && near.length) message.appendChild(document.createTextNode("."));
  }

  /* --- jump -------------------------------------------------------------------------------- */

  function kind(word) {
    for (var name in KINDS) if (KINDS[name].split(" ").indexOf(word) >= 0) return name;
    return "";
  }

  function roman(word) {
    if (!/^[ivxl]+$/.test(word)) return 0;
    var worth = { i: 1, v: 5, x: 10, l: 50 }, sum = 0;
    for (var i = 0; i < word.length; i += 1) sum += (worth[word[i]] < (worth[word[i + 1]] || 0) ? -1 : 1) * worth[word[i]];
    return sum;
  }

  /* "ps 11 ay 2" becomes [{jenis: "pasal", nilai: "11"}, {jenis: "ayat", nilai: "2"}]. */
  function read(query) {
    var words = query.toLowerCase().replace(/[^a-z0-9]+/g, " ").replace(/([a-z])(\d)/g, "$1 $2").replace(/(\d)([a-z])/g, "$1 $2").trim().split(" ");
    var parts = [], named = "";
    words.forEach(function (word) {
      var found = kind(word);
      if (found === "lampiran" || FRAME.test(found)) { parts.push({ jenis: found, nilai: "" }); named = ""; return; }
      if (found) { named = found; return; }
      var value = word;
      if (named === "bab" && roman(word)) value = String(roman(word));
      if ((named === "bagian" || named === "paragraf") && ORDER.indexOf(word) > 0) value = String(ORDER.indexOf(word));
      if (value) parts.push({ jenis: named, nilai: value });
      named = "";
    });
    return parts;
  }

  function called(part) {
    if (!part.nilai) return part.jenis[0].toUpperCase() + part.jenis.slice(1);
    if (part.jenis === "ayat") return "ayat (" + part.nilai + ")";
    if (part.jenis === "pasal") return "Pasal " + part.nilai;
    if (part.jenis === "bab") return "BAB " + part.nilai;
    return (part.jenis ? part.jenis + " " : "") + part.nilai;
  }

  /* The anchors that a part may mean below another; what is not named is guessed by its form. */
  function below(base, part) {
    if (base.indexOf("lampiran") === 0) return [base + (part.jenis === "bab" ? "-bab-" : "-") + part.nilai];
    if (!part.nilai) return [part.jenis];
    var number = /^\d/.test(part.nilai);
    var kinds = part.jenis ? [part.jenis] : !base ? [number ? "pasal" : "huruf"] : number ? ["ayat", "angka"] : ["huruf"];
    if (part.jenis === "pasal") base = "";
    return kinds.map(function (name) { return (base ? base + "-" : "") + name + "-" + part.nilai; });
  }

  function number(id) { return Number(id.replace(/^.*-(\d+)$/, "$1")); }

  /* The clauses nearest to one that is not there: deeper ones of that end, the one above it, or
     the one of its kind with the nearest number. */
  function nearest(id) {
    var up = id.replace(/-[^-]*$/, "");
    var tail = (/-(?:[a-z]+-)?[a-z0-9]+$/.exec(id) || [""])[0];
    for (var base = up; base.indexOf("-") > 0; base = base.replace(/-[^-]*$/, "")) {
      if (!has(base)) continue;
      var deeper = Object.keys(names).filter(function (other) { return other.indexOf(base + "-") === 0 && other.slice(-tail.length) === tail; });
      return deeper.length ? deeper.slice(0, 3) : [base];
    }
    var same = Object.keys(names).filter(function (other) { return other.replace(/-\d+$/, "") === up; });
    same.sort(function (a, b) { return Math.abs(number(a) - number(id)) - Math.abs(number(b) - number(id)); });
    return same.slice(0, 1);
  }

  function jump(query) {
    var parts = read(query);
    if (!parts.length) { say("Tulis klausa yang dicari, misalnya “" + bar.querySelector("[name=klausa]").placeholder + "”."); return; }
    var annex = parts[0].jenis === "lampiran" || LAMPIRAN && parts[0].jenis !== "pasal" && !FRAME.test(parts[0].jenis);
    var wanted = parts.map(called).join(" ");
    if (parts[0].jenis === "lampiran") parts.shift(); else if (annex) wanted = "Lampiran " + wanted;
    var away = annex !== LAMPIRAN;
    var at = annex ? "lampiran" : "";
    for (var i = 0; i < parts.length; i += 1) {
      var could = below(at, parts[i]);
      at = could.filter(has)[0] || could[0];
    }
    if (away && !bar.getAttribute("data-lain")) say("Peraturan ini tidak mempunyai Lampiran.");
    else if (away) location.href = bar.getAttribute("data-lain") + (at === "lampiran" ? "" : "#" + at);
    else if (at === "lampiran") { say(""); scrollTo(0, 0); }
    else if (has(at)) go(at);
    else say(wanted + " tidak ada di sini.", nearest(at));
  }

  bar.querySelector("[data-loncat]").addEventListener("submit", function (event) {
    event.preventDefault();
    jump(event.target.elements.klausa.value);
  });

  /* --- one step ---------------------------------------------------------------------------- */

  all("[data-langkah]", bar).forEach(function (button) {
    button.addEventListener("click", function () {
      var forward = button.getAttribute("data-langkah") === "1";
      var next = forward ? above(steps, line() + 8) + 1 : above(steps, line() - 16);
      var current = steps.indexOf(document.getElementById(target()));
      /* At the end of a page the last ones cannot come up to the line: the address knows. */
      if (current >= 0 && Math.abs(steps[current].getBoundingClientRect().top - line()) < innerHeight) {
        var box = steps[current].getBoundingClientRect();
        if (box.top > 0 && box.top < innerHeight) next = current + (forward ? 1 : -1);
      }
      if (steps[next]) { say(""); location.hash = steps[next].id; return; }
      say(forward ? "Ini yang terakhir. " : "Ini yang pertama. ");
      var link = document.querySelector(forward ? "a[rel=next]" : "a[rel=prev]");
      if (!link) return;
      var copy = make("a", link.textContent.trim());
      copy.href = link.href;
      message.appendChild(copy);
    });
  });

  /* --- contents ---------------------------------------------------------------------------- */

  var contents = bar.querySelector("[data-isi]");
  var filter = contents.querySelector("input");
  var list = contents.querySelector("ul");

  function fold(words) { return words.toLowerCase().replace(/\s+/g, " ").trim(); }

  function listContents() {
    all(".pk-klausa__judul", text).forEach(function (heading) {
      var entry = make("li", "", "pk-d" + Math.min(3, Number(heading.tagName[1]) - 2));
      var link = make("a", all(".pk-klausa__label, .pk-klausa__nama", heading).map(function (part) { return part.textContent; }).join(" "));
      link.href = "#" + heading.parentNode.id;
      entry.appendChild(link);
      list.appendChild(entry);
    });
  }

  contents.addEventListener("toggle", function () {
    if (!contents.open) return;
    if (!list.firstChild) listContents();
    var at = document.getElementById(target());
    var section = at && at.closest(".pk-klausa");
    var link = section && list.querySelector("a[href='#" + section.id + "']");
    if (link) contents.querySelector(".pk-baca__panel").scrollTop = link.offsetTop - 80;
    filter.focus({ preventScroll: true });
  });
  filter.addEventListener("input", function () {
    var wanted = fold(filter.value).split(" ");
    var shown = 0;
    all("li", list).forEach(function (entry) {
      var words = fold(entry.textContent);
      entry.hidden = !wanted.every(function (word) { return words.indexOf(word) >= 0; });
      if (!entry.hidden) shown += 1;
    });
    contents.querySelector("[role=status]").textContent = filter.value ? shown + " judul" : "";
  });
  contents.addEventListener("click", function (event) { if (event.target.closest("a")) contents.open = false; });

  /* --- corrections ------------------------------------------------------------------------- */

  var corrections = bar.querySelector("[data-tampil-koreksi]");
  if (corrections) {
    corrections.checked = root.hasAttribute("data-koreksi");
    corrections.addEventListener("change", function () {
      keep();
      root.toggleAttribute("data-koreksi", corrections.checked);
      restore();
      try { localStorage.setItem("petakerja.koreksi", corrections.checked ? "1" : "0"); } catch (e) { /* for this page only */ }
      var query = new URLSearchParams(location.search);
      if (corrections.checked) query.set("koreksi", "1"); else query.delete("koreksi");
      try { history.replaceState(history.state, "", location.pathname + (String(query) ? "?" + query : "") + location.hash); } catch (e) { /* as above */ }
    });
  }

  /* --- the menu of a clause ---------------------------------------------------------------- */

  var menu = null;
  var owner = null;
  var said = make("div", "", "pk-tersalin");
  said.setAttribute("role", "status");
  said.hidden = true;
  document.body.appendChild(said);

  function told(words) {
    said.hidden = false;
    said.textContent = words;
    clearTimeout(said.timer);
    said.timer = setTimeout(function () { said.hidden = true; said.textContent = ""; }, 2000);
  }

  function oldCopy(words) {
    var field = make("textarea", "", "pk-sr");
    field.value = words;
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done;
  }

  function copy(words, done) {
    function other() { told(oldCopy(words) ? done : "Peramban ini tidak mengizinkan penyalinan"); }
    if (navigator.clipboard) navigator.clipboard.writeText(words).then(function () { told(done); }, other); else other();
  }

  function closeMenu(back) {
    if (!menu) return;
    menu.remove();
    owner.removeAttribute("aria-expanded");
    if (back) owner.focus({ preventScroll: true });
    menu = owner = null;
  }

  function choice(tag, words, action) {
    var entry = make(tag, words);
    if (tag === "button") entry.type = "button";
    entry.addEventListener("click", function () { if (action) action(); closeMenu(true); });
    menu.appendChild(entry);
    return entry;
  }

  function openMenu(mark) {
    closeMenu(false);
    owner = mark;
    var name = mark.getAttribute("data-klausa");
    var citation = name + " " + bar.getAttribute("data-peraturan");
    var address = mark.href;
    /* The address of a file leads nobody else anywhere. */
    var shared = location.protocol === "file:" ? citation : citation + "\n" + address;
    menu = make("div", "", "pk-menu-klausa");
    menu.setAttribute("role", "group");
    menu.setAttribute("aria-label", name);
    menu.setAttribute("data-redaksi", "");
    menu.appendChild(make("strong", name));
    choice("button", "Salin tautan", function () { copy(address, "Tautan disalin"); });
    choice("button", "Salin kutipan", function () { copy(citation, "Kutipan disalin"); });
    var chat = choice("a", "Bagikan lewat WhatsApp");
    chat.href = "https://wa.me/?text=" + encodeURIComponent(shared);
    chat.rel = "noopener noreferrer";
    chat.target = "_blank";
    if (navigator.share && location.protocol !== "file:") {
      choice("button", "Bagikan…", function () { navigator.share({ title: citation, text: citation, url: address }).catch(function () { /* the reader thought better of it */ }); });
    }
    /* In the article, so that it scrolls with its clause; behind the mark in the order of Tab. */
    mark.insertAdjacentElement("afterend", menu);
    mark.setAttribute("aria-expanded", "true");
    var at = mark.getBoundingClientRect();
    var origin = menu.offsetParent.getBoundingClientRect();
    menu.style.left = Math.max(8, Math.min(at.left, root.clientWidth - menu.offsetWidth - 8)) - origin.left + "px";
    menu.style.top = at.bottom + 4 - origin.top + (menu.offsetParent === document.body ? 0 : menu.offsetParent.scrollTop) + "px";
    menu.querySelector("button").focus({ preventScroll: true });
  }

  text.addEventListener("click", function (event) {
    var mark = event.target.closest(".pk-pasal-tautan[data-klausa]");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (owner === mark) closeMenu(true); else openMenu(mark);
  });
  document.addEventListener("pointerdown", function (event) {
    if (menu && !menu.contains(event.target) && event.target !== owner) closeMenu(false);
    if (contents.open && !contents.contains(event.target)) contents.open = false;
  });
  document.addEventListener("focusin", function (event) {
    if (menu && !menu.contains(event.target) && event.target !== owner) closeMenu(false);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    if (menu) closeMenu(true);
    else if (contents.open) { contents.open = false; contents.querySelector("summary").focus(); }
  });

  /* --- arrival ----------------------------------------------------------------------------- */

  function arrive() {
    var id = target();
    if (id && !document.getElementById(id)) say("Klausa “" + id.replace(/-/g, " ") + "” tidak ada di sini.", nearest(id));
  }

  addEventListener("hashchange", arrive);
  arrive();
  addEventListener("load", settle);
})();
