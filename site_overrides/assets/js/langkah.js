/* A flow, step by step: the rows of its table, one at a time, with the chart beside them. */
(function () {
  "use strict";

  const figure = document.querySelector(".pk-alur .pk-bagan");
  if (!figure || !figure.petakerja) return;
  const { view, svg, size, tools, button, make, reveal } = figure.petakerja;
  const prefix = figure.getAttribute("data-awalan");
  const KEY = "langkah";

  function all(selector, within) { return Array.from(within.querySelectorAll(selector)); }

  /* The way of the eye is the way of the keyboard: where the chart is shown first, it is first. */
  const chart = figure.closest(".pk-alur__bagan");
  const table = chart.parentNode.querySelector(".pk-alur__langkah");
  const wide = matchMedia("(min-width: 45em)");
  function arrange() {
    if (figure.classList.contains("pk-bagan--layar")) return;
    if (wide.matches) table.before(chart); else table.after(chart);
  }
  wide.addEventListener("change", arrange);
  arrange();

  /* The flow as the table tells it: steps, and the ways on from each. */
  const rows = all("tr[data-untuk]", table);
  const steps = new Map(rows.map((row) => [row.getAttribute("data-untuk"), {
    row,
    ways: all(".pk-langkah__lanjut > [data-ke]", row).map((way) => ({
      to: way.getAttribute("data-ke"),
      arrow: way.getAttribute("data-panah"),
      words: way.textContent.replace(/\s+/g, " ").trim(),
    })),
  }]));
  const first = rows[0].getAttribute("data-untuk");
  /* Boxes on the way from the first to the one shown, each with the arrow that led to it. */
  let walked = [];

  const panel = make("div", "", "pk-jalan");
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", "Langkah demi langkah");
  panel.tabIndex = -1;
  panel.hidden = true;
  const words = make("div", "", "pk-jalan__isi");
  words.setAttribute("aria-live", "polite");
  const choices = make("div", "", "pk-jalan__cabang");
  const back = button("Sebelumnya", goBack, "◀");
  const on = button("Berikutnya", goOn, "▶", true);
  const again = button("Ulangi dari awal", begin);
  again.classList.add("pk-jalan__ulang");
  const close = button("Tutup", end);
  const buttons = make("div", "", "pk-jalan__tombol");
  buttons.append(back, on, again, close);
  panel.append(words, choices, buttons);
  view.after(panel);

  function here() { return walked[walked.length - 1]; }

  function address(box) {
    const url = new URL(location.href);
    url.hash = "";
    if (box) url.searchParams.set(KEY, box.slice(prefix.length)); else url.searchParams.delete(KEY);
    /* A page of a file may be refused another address; the steps go on without it. */
    try { history.replaceState(null, "", url); } catch (refused) { /* nothing is lost but the address */ }
  }

  function mark() {
    const at = walked.length ? here().box : "";
    const boxes = new Set(walked.map((one) => one.box));
    const arrows = new Set(walked.map((one) => one.arrow));
    svg.classList.toggle("pk-berjalan", Boolean(at));
    all(".kotak", svg).forEach((box) => {
      box.classList.toggle("pk-kini", box.id === at);
      box.classList.toggle("pk-jejak", boxes.has(box.id) && box.id !== at);
    });
    all(".panah", svg).forEach((line) => line.classList.toggle("pk-jejak", arrows.has(line.id)));
    rows.forEach((row) => {
      const now = row.getAttribute("data-untuk") === at;
      row.classList.toggle("pk-kini", now);
      if (now) row.setAttribute("aria-current", "step"); else row.removeAttribute("aria-current");
    });
  }

  /* A cell's words, with everything that it keeps folded; the same quotation is not said twice. */
  function copied(cell) {
    const copy = cell.firstElementChild.cloneNode(true);
    const said = new Set();
    all(".pk-langkah__lanjut", copy).forEach((part) => part.remove());
    all("details", copy).forEach((details) => {
      const label = details.querySelector(".pk-dasar__kata");
      const quotes = all("blockquote", details).filter((quote) => {
        const known = said.has(quote.textContent);
        said.add(quote.textContent);
        return !known;
      });
      if (label && quotes.length) quotes.unshift(make("p", label.textContent, "pk-rincian"));
      details.replaceWith(...quotes);
    });
    return copy;
  }

  function told(step) {
    const cells = step.row.cells;
    const number = step.row.getAttribute("data-nomor");
    const stage = step.row.parentNode.querySelector(".pk-langkah__tahap");
    const head = "Langkah " + number + " dari " + rows.length + (stage ? " · " + stage.textContent.trim() : "");
    const parts = [make("p", head, "pk-jalan__nomor")];
    const text = copied(cells[1]);
    text.className = "pk-jalan__teks";
    parts.push(text);
    const list = make("dl", "", "pk-jalan__data");
    [cells[2], cells[3]].forEach((cell) => {
      if (cell.textContent.trim() === "–") return;
      const value = make("dd");
      value.append(...copied(cell).childNodes);
      const pair = make("div");
      pair.append(make("dt", cell.getAttribute("data-label")), value);
      list.append(pair);
    });
    parts.push(list, copied(cells[4]));
    return parts;
  }

  /* An end of the flow, in the words of its box; a quotation of its own is the arrow's. */
  function ended(at) {
    const box = document.getElementById(at.box);
    const arrow = at.arrow ? document.getElementById(at.arrow) : null;
    const title = box.querySelector("title").textContent.split(" — ")[0];
    const parts = [make("p", "Akhir alur", "pk-jalan__nomor"), make("p", title, "pk-jalan__teks pk-jalan__akhir")];
    if (box.classList.contains("jenis-selesai") && arrow && arrow.hasAttribute("data-kutipan")) {
      const quote = make("blockquote", "", "pk-kutipan");
      const source = make("footer", arrow.getAttribute("data-sebutan"));
      quote.append(make("p", "“" + arrow.getAttribute("data-kutipan") + "”"), source);
      parts.push(quote);
    }
    return parts;
  }

  function offer(ways) {
    if (ways.length < 2) { choices.replaceChildren(); return; }
    const question = make("p", "Pilih lanjutannya:", "pk-jalan__tanya");
    choices.replaceChildren(question, ...ways.map((way, number) => {
      const made = button(way.words.replace(/^→ /, "Lanjut ke "), () => { take(way); panel.focus({ preventScroll: true }); });
      made.setAttribute("aria-keyshortcuts", String(number + 1));
      return made;
    }));
  }

  function show() {
    const at = here();
    const step = steps.get(at.box);
    const ways = step ? step.ways : [];
    words.replaceChildren(...(step ? told(step) : ended(at)));
    offer(ways);
    words.scrollTop = 0;
    panel.classList.toggle("pk-jalan--akhir", !step);
    back.disabled = walked.length < 2;
    on.disabled = !ways.length;
    again.hidden = walked.length < 2;
    panel.hidden = false;
    start.hidden = true;
    figure.classList.add("pk-bagan--berjalan");
    mark();
    address(at.box);
    reveal(document.getElementById(at.box));
  }

  function go(way) { walked = way; show(); }

  function take(way) { go(walked.concat({ box: way.to, arrow: way.arrow })); }

  function goBack() {
    if (walked.length > 1) go(walked.slice(0, -1));
    if (back.disabled && document.activeElement === document.body) panel.focus({ preventScroll: true });
  }

  function goOn() {
    const step = steps.get(here().box);
    if (!step) return;
    if (step.ways.length === 1) take(step.ways[0]);
    else if (step.ways.length) choices.querySelector("button").focus();
    if (on.disabled) panel.focus({ preventScroll: true });
  }

  /* On as far as there is nothing to choose. */
  function goFar() {
    const seen = new Set();
    let step = steps.get(here().box);
    while (step && step.ways.length === 1 && !seen.has(here().box)) {
      seen.add(here().box);
      walked = walked.concat({ box: step.ways[0].to, arrow: step.ways[0].arrow });
      step = steps.get(here().box);
    }
    show();
  }

  function end() {
    walked = [];
    panel.hidden = true;
    figure.classList.remove("pk-bagan--berjalan");
    mark();
    address("");
    start.hidden = false;
    start.focus({ preventScroll: true });
  }

  /* The shortest way to a box, so that an address leads to it with a way back. */
  function wayTo(box) {
    const ways = [[{ box: first }]];
    const seen = new Set([first]);
    for (const way of ways) {
      const last = way[way.length - 1].box;
      if (last === box) return way;
      const step = steps.get(last);
      (step ? step.ways : []).forEach((next) => {
        if (seen.has(next.to)) return;
        seen.add(next.to);
        ways.push(way.concat({ box: next.to, arrow: next.arrow }));
      });
    }
    return steps.has(box) ? [{ box }] : null;
  }

  function begin() {
    go([{ box: first }]);
    panel.focus({ preventScroll: true });
  }

  const KEYS = { ArrowLeft: goBack, ArrowRight: goOn, Home: () => go(walked.slice(0, 1)), End: goFar, Escape: end };

  document.addEventListener("keydown", (event) => {
    if (!walked.length || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target;
    if (target !== document.body && !figure.contains(target)) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) return;
    const choice = choices.querySelectorAll("button")[Number(event.key) - 1];
    if (!KEYS[event.key] && !choice) return;
    event.preventDefault();
    if (choice) choice.click(); else KEYS[event.key]();
  });

  const start = button("Mulai langkah demi langkah", begin, "▶");
  start.classList.add("pk-tombol--utama");
  tools.prepend(start);
  const above = document.querySelector("[data-mulai]");
  const jump = button("Mulai langkah demi langkah", begin, "▶");
  jump.classList.add("pk-tombol--utama");
  above.append(jump);
  above.hidden = false;

  /* Before a hall the drawing is large, and the step stays in sight. */
  figure.addEventListener("petakerja:layar", (event) => {
    if (!walked.length) return;
    if (event.detail && innerWidth >= 1200) size.set(Math.max(size.scale, 1.5));
    reveal(document.getElementById(here().box));
  });

  const wanted = new URLSearchParams(location.search).get(KEY);
  const way = wanted && wayTo(prefix + wanted);
  if (way) go(way);
})();
