/* Menyaring daftar bahan menurut nama daerah, dan membuka daerah yang dituju alamatnya. */
(function () {
  "use strict";
  var formulir = document.querySelector(".pk-bahan__saring");
  var daerah = Array.prototype.slice.call(document.querySelectorAll(".pk-bahan__daerah"));
  if (!formulir) return;
  formulir.hidden = daerah.length < 3;
  formulir.addEventListener("submit", function (peristiwa) { peristiwa.preventDefault(); });
  formulir.querySelector("input").addEventListener("input", function (peristiwa) {
    var kata = peristiwa.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    var tampak = daerah.filter(function (satu) {
      satu.hidden = !kata.every(function (k) { return satu.dataset.nama.indexOf(k) >= 0; });
      return !satu.hidden;
    });
    formulir.querySelector("[role=status]").textContent = kata.length ? tampak.length + " daerah" : "";
  });
  function buka() {
    var tuju = document.getElementById(location.hash.slice(1));
    if (tuju && tuju.matches("details")) { tuju.open = true; tuju.scrollIntoView(); }
  }
  addEventListener("hashchange", buka);
  buka();
})();
