/* A letter that is filled in where it stands: nothing is sent, nothing is kept. */
(function () {
  "use strict";

  const form = document.querySelector("[data-formulir]");
  const letter = document.querySelector("[data-surat]");
  if (!form || !letter) return;

  const blanks = Array.from(letter.querySelectorAll("[data-isi]"));

  function show(key, text) {
    blanks.filter((blank) => blank.getAttribute("data-isi") === key).forEach((blank) => {
      blank.textContent = text.trim() ? text : blank.getAttribute("data-kosong");
      blank.classList.toggle("pk-isi--terisi", Boolean(text.trim()));
    });
  }

  form.addEventListener("input", (event) => {
    const key = event.target.getAttribute("data-untuk");
    if (key) show(key, event.target.value);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    blanks.forEach((blank) => show(blank.getAttribute("data-isi"), ""));
    letter.classList.remove("pk-lembar--berkaki");
  });
  form.querySelector("[data-kaki]").addEventListener("change", (event) => {
    letter.classList.toggle("pk-lembar--berkaki", event.target.checked);
  });
  form.querySelector("[data-cetak]").addEventListener("click", () => window.print());

  /* A browser that comes back to the page may have kept what was typed. */
  form.reset();
  document.documentElement.classList.add("pk-mengisi");
  form.hidden = false;
})();
