/* Salindia: memilih modul dan lama menurut alamat, menayangkan, menampilkan catatan penyaji.
   Tanpa skrip ini, halaman tetap dapat dibaca dari atas ke bawah. */
(function () {
  "use strict";
  var akar = document.documentElement;
  var situs = new URL("../../", document.currentScript.src);
  var minta = new URLSearchParams(location.search);
  var formulir = document.querySelector(".tayang-atur form");
  var tayang = document.querySelector(".tayang");
  var panel = document.querySelector(".tayang-catatan");
  var sempit = matchMedia("(max-width: 47.99em)").matches;
  var sebagai = minta.get("tampil") || (sempit ? "gulir" : "salindia");
  var penyaji = minta.get("tampil") === "penyaji" && window.opener;
  var jendela = null;

  warnai();
  pilih();
  saring();
  if (penyaji) sajikan();
  else if (sebagai === "salindia" && window.Reveal) tayangkan();
  else gulirkan();

  function semua(apa, di) { return Array.prototype.slice.call((di || document).querySelectorAll(apa)); }
  function tombol(nama) { return document.querySelector('[data-tombol="' + nama + '"]'); }
  function diisi(nama) { return semua('[name="' + nama + '"]', formulir); }

  function warnai(balik) {
    var kunci = "petakerja.warna-salindia";
    var gelap = matchMedia("(prefers-color-scheme: dark)").matches;
    try {
      var palet = JSON.parse(localStorage.getItem(situs.pathname + ".__palette"));
      if (palet && palet.color && palet.color.media !== "(prefers-color-scheme)") gelap = palet.color.scheme === "slate";
      if (localStorage.getItem(kunci)) gelap = localStorage.getItem(kunci) === "gelap";
      if (balik) localStorage.setItem(kunci, (gelap = akar.dataset.mdColorScheme !== "slate") ? "gelap" : "terang");
    } catch (_) { if (balik) gelap = akar.dataset.mdColorScheme !== "slate"; }
    akar.dataset.mdColorScheme = gelap ? "slate" : "default";
  }

  /* Pilihan dari alamat ke formulir; yang tidak dikenal dibiarkan. */
  function pilih() {
    diisi("lama").forEach(function (satu) { if (satu.value === minta.get("lama")) satu.checked = true; });
    ["modul", "daerah"].forEach(function (nama) {
      var mau = (minta.get(nama) || "").split(",");
      var ada = diisi(nama).filter(function (satu) { return mau.indexOf(satu.value) >= 0; });
      if (ada.length) diisi(nama).forEach(function (satu) { satu.checked = ada.indexOf(satu) >= 0; });
    });
    formulir.addEventListener("submit", function (peristiwa) {
      peristiwa.preventDefault();
      location.href = alamat({ tampil: minta.get("tampil") });
    });
    document.addEventListener("keydown", function (peristiwa) {
      var atur = document.querySelector(".tayang-atur");
      if (peristiwa.key === "Escape" && atur.open) { atur.open = false; atur.firstElementChild.focus(); }
    });
  }

  function terpilih(nama) {
    return diisi(nama).filter(function (satu) { return satu.checked; }).map(function (satu) { return satu.value; });
  }

  function alamat(lain) {
    var hasil = ["lama=" + terpilih("lama")[0]];
    ["modul", "daerah"].forEach(function (nama) {
      var dipilih = terpilih(nama);
      if (dipilih.length && dipilih.length < diisi(nama).length) hasil.push(nama + "=" + dipilih.join(","));
    });
    Object.keys(lain).forEach(function (nama) { if (lain[nama]) hasil.push(nama + "=" + encodeURIComponent(lain[nama])); });
    return "?" + hasil.join("&");
  }

  /* Yang tidak dipilih dikeluarkan dari halaman, jadi tidak ikut tercetak. */
  function saring() {
    var lama = terpilih("lama")[0], modul = terpilih("modul"), daerah = terpilih("daerah");
    var banyak = diisi("daerah").length > 1;
    var buang = semua('[name="modul"]:not(:checked), [name="daerah"]:not(:checked)', formulir).map(function (satu) {
      return satu.parentNode.textContent.trim();
    });
    var sebelum = "";
    semua("section", tayang).forEach(function (salindia) {
      var data = salindia.dataset;
      var ikut = !data.modul || (+data.lama <= +lama && modul.indexOf(data.modul) >= 0);
      if (banyak && data.daerah && daerah.indexOf(data.daerah) < 0) ikut = false;
      if (!ikut) { salindia.remove(); return; }
      semua("tbody tr", salindia).forEach(function (baris) {
        /* Baris yang dilanjutkan dari salindia sebelumnya milik daerah yang sama. */
        var nama = baris.cells[0].textContent.trim();
        if (nama.charAt(0) !== "(") sebelum = nama;
        if (buang.indexOf(sebelum) >= 0) baris.remove();
      });
      if (salindia.querySelector("tbody:empty") || semua("tbody", salindia).some(function (isi) { return !isi.rows.length; })) salindia.remove();
    });
    semua("#rencana tr").forEach(function (baris) {
      Array.prototype.forEach.call(baris.cells, function (sel, nomor) {
        var kepala = baris.closest("table").rows[0].cells[nomor];
        if (kepala.textContent.indexOf(lama + " ") === 0) sel.classList.add("terpilih");
      });
    });
  }

  /* Huruf diperkecil sampai isi muat; sekali untuk semua, supaya cetakannya pun muat. */
  function muatkan() {
    akar.classList.add("tayang--ukur");
    semua(".tayang-isi", tayang).forEach(function (isi) {
      for (var ukuran = 27; ukuran > 14 && isi.scrollHeight > isi.clientHeight + 1; ukuran--) isi.style.fontSize = (ukuran - 1) + "px";
    });
    akar.classList.remove("tayang--ukur");
  }

  function kini() { return window.Reveal.getCurrentSlide(); }

  function tayangkan() {
    semua("details.tayang-jawaban").forEach(function (jawaban) {
      jawaban.open = true;
      jawaban.classList.add("fragment");
    });
    muatkan();
    /* Nama yang kedua mematikan gaya cetak bawaan reveal.js; gaya cetaknya ada dalam tayang.css. */
    akar.classList.add("tayang--salindia", "print-pdf");
    tayang.classList.add("reveal");
    window.Reveal.initialize({
      width: 1280, height: 720, margin: 0.02, minScale: 0.1, maxScale: 3, center: false, display: "flex",
      hash: true, postMessage: false, postMessageEvents: false, slideNumber: "c/t", controlsTutorial: false, scrollActivationWidth: null,
      transition: matchMedia("(prefers-reduced-motion: reduce)").matches ? "none" : "fade", transitionSpeed: "fast",
      keyboard: { 77: aturSesi, 78: catat, 83: bukaPenyaji, 68: function () { warnai(true); } }
    }).then(function () {
      var kata = { "navigate-left": "Salindia sebelumnya", "navigate-right": "Salindia berikutnya", "navigate-up": "Ke atas", "navigate-down": "Ke bawah" };
      Object.keys(kata).forEach(function (kelas) {
        semua("." + kelas).forEach(function (satu) { satu.setAttribute("aria-label", kata[kelas]); });
      });
      window.Reveal.on("slidechanged", kabari);
      akar.dataset.siap = "ya";
      kabari();
    });
    alat(true);
  }

  function gulirkan() {
    alat(false);
    var tuju = location.hash.replace(/^#\/?/, "");
    if (tuju && document.getElementById(tuju)) document.getElementById(tuju).scrollIntoView();
    akar.dataset.siap = "ya";
  }

  function alat(salindia) {
    ["catatan", "warna", "cetak", "cara"].concat(salindia ? ["penyaji"] : []).forEach(function (nama) { tombol(nama).hidden = false; });
    tombol("cara").textContent = salindia ? "Baca sebagai halaman" : "Tayangkan";
    tombol("cara").onclick = function () { location.href = alamat({ tampil: salindia ? "gulir" : "salindia" }); };
    tombol("catatan").onclick = catat;
    tombol("penyaji").onclick = bukaPenyaji;
    tombol("warna").onclick = function () { warnai(true); };
    tombol("cetak").onclick = function () { if (!salindia) muatkan(); window.print(); };
    if (!salindia) addEventListener("beforeprint", muatkan);
  }

  function aturSesi() {
    var atur = document.querySelector(".tayang-atur");
    atur.open = !atur.open;
    if (atur.open) atur.querySelector("input").focus();
  }

  function catat() {
    var tampak = akar.classList.toggle("tayang--catatan");
    tombol("catatan").setAttribute("aria-pressed", tampak);
    kabari();
  }

  function kabari() {
    if (!akar.classList.contains("tayang--salindia")) return;
    var catatan = kini().querySelector(".notes");
    panel.hidden = !akar.classList.contains("tayang--catatan");
    panel.innerHTML = catatan ? catatan.innerHTML : "<p>Tidak ada catatan untuk salindia ini.</p>";
    panel.scrollTop = 0;
    if (jendela && !jendela.closed) jendela.postMessage({ petakerja: kini().id }, "*");
  }

  /* Jendela kedua menampilkan catatan salindia yang sedang tayang, dan dapat memajukannya. */
  function bukaPenyaji() {
    jendela = window.open(alamat({ tampil: "penyaji" }), "penyaji", "width=900,height=700");
    addEventListener("message", function (peristiwa) {
      if (peristiwa.source !== jendela || !peristiwa.data) return;
      if (peristiwa.data.petakerja === "siap") kabari();
      if (peristiwa.data.petakerja === "maju") window.Reveal.next();
      if (peristiwa.data.petakerja === "mundur") window.Reveal.prev();
    });
  }

  function sajikan() {
    var jam = document.createElement("div"), mulai = Date.now();
    var maju = ["ArrowRight", "ArrowDown", "PageDown", " "], mundur = ["ArrowLeft", "ArrowUp", "PageUp"];
    akar.classList.add("tayang--penyaji", "tayang--catatan");
    jam.className = "tayang-jam";
    document.body.insertBefore(jam, tayang);
    semua("details.tayang-jawaban").forEach(function (jawaban) { jawaban.open = true; });
    function detak() {
      var detik = Math.floor((Date.now() - mulai) / 1000);
      var kini = document.querySelector("section.kini"), lanjut = kini && kini.nextElementSibling;
      jam.textContent = new Date().toTimeString().slice(0, 5) + "  ·  berjalan " + Math.floor(detik / 60) + " menit" +
        (lanjut ? "  ·  berikutnya: " + lanjut.querySelector("h1, h2").textContent : "");
    }
    addEventListener("message", function (peristiwa) {
      if (peristiwa.source !== window.opener || !peristiwa.data || !peristiwa.data.petakerja) return;
      semua("section.kini").forEach(function (satu) { satu.classList.remove("kini"); });
      var tuju = document.getElementById(peristiwa.data.petakerja);
      if (tuju) tuju.classList.add("kini");
      scrollTo(0, 0);
      detak();
    });
    document.addEventListener("keydown", function (peristiwa) {
      var arah = maju.indexOf(peristiwa.key) >= 0 ? "maju" : mundur.indexOf(peristiwa.key) >= 0 ? "mundur" : "";
      if (arah) { peristiwa.preventDefault(); window.opener.postMessage({ petakerja: arah }, "*"); }
    });
    detak();
    setInterval(detak, 5000);
    window.opener.postMessage({ petakerja: "siap" }, "*");
    akar.dataset.siap = "ya";
  }
})();
