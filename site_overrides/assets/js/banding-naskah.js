/* Two texts side by side: choose the pair, show only what differs. Without this script the pairs are
   a list of links and every clause is shown. */
(function () {
  "use strict";

  var KEY = "petakerja.daerah";

  function each(list, act) { Array.prototype.forEach.call(list, act); }

  function remembered() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }

  function pair(base, other) {
    return Array.prototype.filter.call(document.querySelectorAll("a[data-dasar]"), function (link) {
      return link.dataset.dasar === base && link.dataset.dengan === other;
    })[0];
  }

  function choose(form) {
    var query = new URLSearchParams(location.search);
    var base = form.elements.dasar;
    var other = form.elements.dengan;
    var words = form.querySelector("[data-pesan]");

    /* Whether there is such a regency; then it is chosen. */
    function set(select, slug) {
      var known = Array.prototype.some.call(select.options, function (o) { return o.value === slug; });
      if (known) select.value = slug;
      return known;
    }

    function lead(replace) {
      var link = pair(base.value, other.value);
      if (link && replace) location.replace(link.href);
      else if (link) location.href = link.href;
      else words.textContent = base.value === other.value
        ? "Pilih dua daerah yang berbeda."
        : "Pasangan ini tidak mempunyai halaman; bandingkan masing-masing dengan acuan.";
    }

    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); lead(false); });
    var known = [set(base, query.get("dasar") || remembered()), set(other, query.get("dengan"))];
    if (base.value === other.value && !query.get("dengan")) other.selectedIndex = base.selectedIndex ? 0 : 1;
    if (!query.get("dasar") || !query.get("dengan")) return;
    if (known[0] && known[1]) lead(true);
    else words.textContent = "Alamat ini menyebut daerah yang tidak ada di situs ini. Pilih dua daerah.";
  }

  function filter(bar) {
    var box = bar.querySelector("[data-hanya-beda]");
    var status = bar.querySelector("[data-status]");

    function apply() {
      var hidden = 0;
      each(document.querySelectorAll(".pk-padanan"), function (row) {
        row.hidden = box.checked && row.dataset.beda === "tidak";
        if (row.hidden) hidden += 1;
      });
      each(document.querySelectorAll(".pk-kelompok, .pk-pokok"), function (part) {
        part.hidden = !part.querySelector(".pk-padanan:not([hidden])");
      });
      status.textContent = box.checked ? hidden + " klausa yang sama disembunyikan" : "";
    }

    /* A link to a clause that the filter hides must still lead there. */
    function aimed() {
      try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { return null; /* "%" alone */ }
    }

    function reveal() {
      var target = aimed();
      if (!target || !(target.closest("[hidden]"))) return;
      box.checked = false;
      apply();
      target.scrollIntoView();
    }

    bar.hidden = false;
    box.checked = /[?&]beda=1/.test(location.search);
    box.addEventListener("change", function () {
      apply();
      var address = location.pathname + (box.checked ? "?beda=1" : "") + location.hash;
      try { history.replaceState(null, "", address); } catch (error) { /* file:// may refuse */ }
    });
    addEventListener("hashchange", reveal);
    apply();
    reveal();
  }

  each(document.querySelectorAll("[data-pilih-pasangan]"), choose);
  each(document.querySelectorAll("[data-saring]"), filter);
})();
