/* The reader's own regency: kept on this device only, shown, forgotten when asked to. */
(function () {
  "use strict";

  var KEY = "petakerja.daerah";
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function remembered() { try { return localStorage.getItem(KEY) || ""; } catch (e) { return ""; } }
  function remember(slug) { try { localStorage.setItem(KEY, slug); } catch (e) { /* not kept */ } }
  function forget() { try { localStorage.removeItem(KEY); } catch (e) { /* nothing was kept */ } }

  /* Home: the slot above the list. */
  var slot = document.querySelector("[data-daerah-saya]");
  var cards = all("[data-daerah]");

  /* A page of a regency, beside its overview: "kendal/" or, from a file, "kendal/index.html". */
  function beside(href, name) { return href.replace(/(index\.html)?$/, name + "/$1"); }

  function show() {
    var own = cards.filter(function (card) { return card.getAttribute("data-daerah") === remembered(); })[0];
    cards.forEach(function (card) {
      if (card === own) card.setAttribute("aria-current", "true");
      else card.removeAttribute("aria-current");
    });
    slot.querySelector("[data-belum]").hidden = !!own;
    slot.querySelector("[data-sudah]").hidden = !own;
    if (!own) return;
    var href = own.getAttribute("href");
    var name = slot.querySelector("[data-nama]");
    name.textContent = own.querySelector(".pk-kartu__judul").textContent;
    name.href = href;
    all("[data-ke]", slot).forEach(function (link) { link.href = beside(href, link.getAttribute("data-ke")); });
  }

  if (slot) {
    cards.forEach(function (card) {
      card.addEventListener("click", function () { if (!remembered()) remember(card.getAttribute("data-daerah")); });
    });
    slot.querySelector("[data-lupakan]").addEventListener("click", function () {
      forget();
      show();
      if (cards[0]) cards[0].focus();
    });
    /* Back from a regency: the page may come as it was left. */
    window.addEventListener("pageshow", show);
    show();
  }

  /* Many regencies: a filter of their list. */
  all("[data-saring-daerah]").forEach(function (box) {
    var input = box.querySelector("input");
    var result = box.querySelector("[role=status]");
    box.hidden = false;
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      cards.forEach(function (card) {
        var text = card.textContent.toLowerCase();
        var fits = wanted.every(function (word) { return text.indexOf(word) >= 0; });
        card.parentNode.hidden = !fits;
        if (fits) shown += 1;
      });
      result.textContent = wanted.length ? shown + " dari " + cards.length + " daerah" : "";
    });
  });

  /* The overview of a regency: make it one's own, or no longer. */
  all("[data-jadikan]").forEach(function (button) {
    var slug = button.getAttribute("data-jadikan");
    function label() {
      button.setAttribute("aria-pressed", String(remembered() === slug));
    }
    button.addEventListener("click", function () {
      if (remembered() === slug) forget();
      else remember(slug);
      label();
    });
    label();
  });
})();
