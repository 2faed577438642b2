/* A quiz that is answered where it stands; nothing is sent, nothing is kept. */
(function () {
  "use strict";

  const questions = Array.from(document.querySelectorAll("[data-soal]"));
  const board = document.querySelector("[data-skor]");
  if (!questions.length || !board) return;
  const words = board.querySelector("[data-nilai]");

  function mark(text) {
    const sign = document.createElement("span");
    sign.className = "pk-soal__tanda";
    sign.textContent = text;
    return sign;
  }

  function choose(question, chosen) {
    if (question.dataset.dijawab) return;
    const key = question.getAttribute("data-kunci");
    question.dataset.dijawab = chosen.parentNode.getAttribute("data-huruf") === key ? "benar" : "salah";
    question.querySelectorAll("button[data-jawab]").forEach((button) => {
      const right = button.parentNode.getAttribute("data-huruf") === key;
      button.setAttribute("aria-disabled", "true");
      button.setAttribute("aria-pressed", String(button === chosen));
      if (right) { button.classList.add("pk-pilih--benar"); button.append(mark(" – jawaban yang benar")); }
      else if (button === chosen) { button.classList.add("pk-pilih--salah"); button.append(mark(" – belum tepat")); }
    });
    question.querySelector("details").open = true;
    tell();
  }

  function tell() {
    const done = questions.filter((question) => question.dataset.dijawab);
    const right = done.filter((question) => question.dataset.dijawab === "benar");
    words.textContent = right.length + " benar dari " + done.length + " soal yang dijawab; seluruhnya " +
      questions.length + " soal.";
  }

  function begin() {
    questions.forEach((question) => {
      delete question.dataset.dijawab;
      question.querySelector("details").open = false;
      question.querySelectorAll("button[data-jawab]").forEach((button) => {
        button.classList.remove("pk-pilih--benar", "pk-pilih--salah");
        button.removeAttribute("aria-disabled");
        button.setAttribute("aria-pressed", "false");
        button.querySelectorAll(".pk-soal__tanda").forEach((sign) => sign.remove());
      });
    });
    tell();
  }

  questions.forEach((question) => {
    question.querySelectorAll(".pk-soal__pilihan > li").forEach((item) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pk-pilih";
      button.setAttribute("data-jawab", "");
      button.textContent = item.textContent;
      button.addEventListener("click", () => choose(question, button));
      item.replaceChildren(button);
    });
  });
  board.querySelector("[data-ulang]").addEventListener("click", () => {
    begin();
    questions[0].querySelector("button[data-jawab]").focus();
  });
  begin();
  board.hidden = false;
})();
