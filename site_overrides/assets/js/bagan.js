/* Charts on the page: size, full screen, quotations, relations, roles, PNG. All readable without it. */
(function () {
  "use strict";

  const STEPS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }

  function make(tag, text, className) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  /* A sign stands before the words, or behind them if it points onward. */
  function button(words, action, sign, behind) {
    const made = make("button", "", "pk-tombol");
    made.type = "button";
    made.append(make("span", words, sign ? "pk-tombol__kata" : ""));
    if (sign) {
      const drawn = make("span", sign);
      drawn.setAttribute("aria-hidden", "true");
      if (behind) made.append(" ", drawn); else made.prepend(drawn, " ");
    }
    made.addEventListener("click", action);
    return made;
  }

  function group(name, parts) {
    const made = make("div", "", "pk-alat");
    made.setAttribute("role", "group");
    made.setAttribute("aria-label", name);
    made.append(...parts);
    return made;
  }

  /* Size: the drawing grows inside its frame, around a point that stays where it is. */
  function sizing(figure, view, svg, told) {
    const wide = Number(svg.getAttribute("width"));
    const high = Number(svg.getAttribute("height"));
    let scale = 1;

    function middle() {
      const frame = view.getBoundingClientRect();
      const top = Math.max(frame.top, 0);
      const bottom = Math.min(frame.bottom, innerHeight);
      return { x: frame.left + view.clientWidth / 2, y: (top + Math.max(bottom, top)) / 2 };
    }

    function set(wanted, point) {
      const next = Math.min(STEPS[STEPS.length - 1], Math.max(STEPS[0], wanted));
      const fixed = point || middle();
      const before = svg.getBoundingClientRect();
      const share = { x: (fixed.x - before.left) / before.width, y: (fixed.y - before.top) / before.height };
      svg.setAttribute("width", Math.round(wide * next));
      svg.setAttribute("height", Math.round(high * next));
      scale = next;
      view.classList.toggle("pk-bagan__gulir--besar", scale > 1);
      const after = svg.getBoundingClientRect();
      view.scrollLeft += after.left + share.x * after.width - fixed.x;
      view.scrollTop += after.top + share.y * after.height - fixed.y;
      told.textContent = Math.round(scale * 100) + "%";
    }

    function step(way) {
      const further = way > 0 ? STEPS.find((one) => one > scale + 0.01)
        : STEPS.slice().reverse().find((one) => one < scale - 0.01);
      if (further) set(further);
    }

    function room() {
      const look = getComputedStyle(view);
      return {
        x: view.clientWidth - parseFloat(look.paddingLeft) - parseFloat(look.paddingRight),
        y: view.clientHeight - parseFloat(look.paddingTop) - parseFloat(look.paddingBottom),
      };
    }

    /* On the page the width is what is lacking; in full screen the height is too. */
    function fit() {
      const full = figure.classList.contains("pk-bagan--layar");
      const free = room();
      set(full ? Math.min(free.x / wide, free.y / high) : Math.min(1, free.x / wide));
    }

    return {
      set, step, fit, room, wide, high,
      get scale() { return scale; },
    };
  }

  function hear(view, size) {
    view.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const delta = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
      size.set(size.scale * Math.exp(-delta * 0.0025), { x: event.clientX, y: event.clientY });
    }, { passive: false });

    view.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "+" || event.key === "=") size.step(1);
      else if (event.key === "-" || event.key === "_") size.step(-1);
      else if (event.key === "0") size.set(1);
      else return;
      event.preventDefault();
    });

    pinch(view, size);
    drag(view);
  }

  /* Two fingers change the size and move the drawing; one finger scrolls as everywhere. */
  function pinch(view, size) {
    let last = null;
    function measured(touches) {
      const [a, b] = [touches[0], touches[1]];
      return {
        span: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1,
        x: (a.clientX + b.clientX) / 2,
        y: (a.clientY + b.clientY) / 2,
      };
    }
    view.addEventListener("touchstart", (event) => {
      last = event.touches.length === 2 ? measured(event.touches) : null;
      if (last && event.cancelable) event.preventDefault();
    }, { passive: false });
    view.addEventListener("touchmove", (event) => {
      if (!last || event.touches.length !== 2) return;
      if (event.cancelable) event.preventDefault();
      const now = measured(event.touches);
      size.set(size.scale * now.span / last.span, now);
      view.scrollLeft -= now.x - last.x;
      view.scrollTop -= now.y - last.y;
      last = now;
    }, { passive: false });
    ["touchend", "touchcancel"].forEach((kind) => view.addEventListener(kind, () => { last = null; }));
  }

  /* The mouse takes hold of the drawing; what was a drag is no click. */
  function drag(view) {
    let from = null;
    let moved = false;
    view.addEventListener("pointerdown", (event) => {
      moved = false;
      if (event.pointerType !== "mouse" || event.button !== 0) return;
      const frame = view.getBoundingClientRect();
      if (event.clientX - frame.left > view.clientWidth || event.clientY - frame.top > view.clientHeight) return;
      from = { x: event.clientX, y: event.clientY, left: view.scrollLeft, top: view.scrollTop };
    });
    window.addEventListener("pointermove", (event) => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (!moved && Math.hypot(x, y) < 5) return;
      moved = true;
      view.classList.add("pk-bagan__gulir--digeser");
      view.scrollLeft = from.left - x;
      view.scrollTop = from.top - y;
    });
    ["pointerup", "pointercancel"].forEach((kind) => window.addEventListener(kind, () => {
      from = null;
      view.classList.remove("pk-bagan__gulir--digeser");
    }));
    view.addEventListener("click", (event) => {
      if (!moved) return;
      moved = false;
      event.preventDefault();
      event.stopPropagation();
    }, true);
    ["dragstart", "selectstart"].forEach((kind) => view.addEventListener(kind, (event) => { if (from) event.preventDefault(); }));
  }

  /* Full screen: the browser's own, or a dialog where it has none (telephones). */
  function screen(figure, pressed, size) {
    let before = 1;
    let dialog = null;

    function opened() { return figure.classList.contains("pk-bagan--layar"); }

    function turned(on) {
      if (on === opened()) return;
      figure.classList.toggle("pk-bagan--layar", on);
      pressed.setAttribute("aria-pressed", String(on));
      if (on) {
        before = size.scale;
        const free = size.room();
        size.set(Math.min(2, Math.max(1, Math.min(free.x / size.wide, free.y / size.high))));
      } else size.set(before);
      figure.dispatchEvent(new CustomEvent("petakerja:layar", { detail: on }));
    }

    function inDialog() {
      const place = document.createComment("");
      dialog = make("dialog", "", "pk-layar md-typeset");
      dialog.setAttribute("aria-label", "Bagan dalam layar penuh");
      figure.before(place);
      document.body.append(dialog);
      dialog.append(figure);
      dialog.addEventListener("close", () => {
        place.replaceWith(figure);
        dialog.remove();
        dialog = null;
        turned(false);
        pressed.focus();
      });
      dialog.showModal();
      turned(true);
    }

    document.addEventListener("fullscreenchange", () => { if (!dialog) turned(document.fullscreenElement === figure); });

    function leave() {
      if (dialog) dialog.close();
      else if (document.fullscreenElement) document.exitFullscreen();
    }

    function enter() {
      if (!figure.requestFullscreen) inDialog();
      else figure.requestFullscreen().catch(inDialog);
    }

    return { opened, leave, toggle() { if (opened()) leave(); else enter(); } };
  }

  /* The words behind the part under the pointer or the focus, in a panel below. */
  function quoting(view, panel) {
    let shown = null;
    let armed = null;
    const touch = matchMedia("(hover: none)").matches;

    function show(part) {
      if (part === shown) return;
      shown = part;
      const title = part.querySelector("title");
      const head = make("p");
      head.append(make("strong", title ? title.textContent.split(" — ")[0] : ""));
      const clause = make(part.href ? "a" : "span", part.getAttribute("data-sebutan"));
      if (part.href) clause.href = part.href.baseVal;
      const last = make("p", "", "pk-rincian");
      last.append(clause);
      panel.replaceChildren(head, make("p", "“" + part.getAttribute("data-kutipan") + "”"), last);
      panel.classList.add("pk-bagan__panel--isi");
    }

    function partOf(event) { return event.target.closest ? event.target.closest("[data-kutipan]") : null; }

    panel.append(make("p", (touch
      ? "Ketuk kotak atau garis untuk membaca kutipannya; ketuk kotak sekali lagi untuk membuka klausanya. Cubit untuk mengubah ukuran."
      : "Arahkan penunjuk atau fokus ke kotak atau garis untuk membaca kutipannya; klik kotak untuk membuka klausanya. "
        + "Tombol +, − dan 0 mengubah ukuran; anak panah atau seretan menggeser bagan."), "pk-rincian"));
    panel.hidden = false;
    ["mouseover", "focusin"].forEach((kind) => view.addEventListener(kind, (event) => {
      const part = partOf(event);
      if (part) show(part);
    }));
    /* A finger has no way to point without pressing: its first press shows, its second opens. */
    view.addEventListener("pointerdown", (event) => {
      const part = partOf(event);
      armed = event.pointerType === "touch" && part !== shown ? part : null;
    });
    view.addEventListener("click", (event) => {
      const part = partOf(event);
      if (!part || part !== armed) return;
      event.preventDefault();
      armed = null;
      show(part);
    });
  }

  /* One checkbox for each relation that the chart shows; the legend has their names. */
  function relations(figure, svg) {
    const lines = all(".pk-legenda [data-relasi]", figure);
    if (lines.length < 2) return [];
    return [group("Garis yang ditampilkan", lines.map((entry) => {
      const relation = entry.getAttribute("data-relasi");
      const label = make("label");
      const input = make("input");
      input.type = "checkbox";
      input.checked = true;
      input.addEventListener("change", () => {
        all("[data-relasi='" + relation + "']", svg).forEach((part) => {
          part.classList.toggle("pk-tersembunyi", !input.checked);
        });
      });
      label.append(input, entry.textContent.trim().replace(/ \(.*\)$/, ""));
      return label;
    }))];
  }

  /* A role stands out: its boxes, the lines at them, and the same in words. */
  function following(figure, view, svg, told) {
    const select = figure.querySelector("[data-sorot]");
    const prefix = figure.getAttribute("data-awalan");
    const words = {};
    all("[data-untuk]").forEach((element) => { words[element.getAttribute("data-untuk")] = element; });
    if (!select) return;

    function ids(text) { return (text || "").split(" ").filter(Boolean).map((one) => prefix + one); }

    function numbers(boxes) {
      const found = boxes.map((id) => words[id] && words[id].getAttribute("data-nomor")).filter(Boolean);
      return found.length > 1 ? found.slice(0, -1).join(", ") + " dan " + found[found.length - 1] : found[0] || "";
    }

    function summary(option, acts, gets) {
      if (!option.value && !gets.length) return "";
      const name = option.textContent;
      const said = [];
      if (numbers(acts)) said.push("bertindak dalam langkah " + numbers(acts));
      if (numbers(gets)) said.push("menerima dalam langkah " + numbers(gets));
      return name + ": " + (said.join("; ") || acts.length + " kotak disorot") + ".";
    }

    select.addEventListener("change", () => {
      const option = select.options[select.selectedIndex];
      const acts = ids(option.value);
      const gets = ids(option.getAttribute("data-menerima"));
      const chosen = new Set(acts.concat(gets));
      const on = select.selectedIndex > 0;
      svg.classList.toggle("pk-disorot", on);
      all(".kotak", svg).forEach((box) => box.classList.toggle("pk-sorot", chosen.has(box.id)));
      all(".panah", svg).forEach((line) => line.classList.toggle("pk-sorot",
        chosen.has(line.getAttribute("data-dari")) || chosen.has(line.getAttribute("data-ke"))));
      Object.keys(words).forEach((id) => {
        if (id.startsWith(prefix)) words[id].classList.toggle("pk-sorot", chosen.has(id));
      });
      told.textContent = on ? summary(option, acts, gets) : "";
      bringIn(view, all(".kotak.pk-sorot", svg));
    });
  }

  /* Sideways only, and only if none of the parts can be seen: the page itself stays where it is. */
  function bringIn(view, parts) {
    const frame = view.getBoundingClientRect();
    const places = parts.map((part) => part.getBoundingClientRect());
    if (!places.length || places.some((one) => one.left >= frame.left && one.right <= frame.right)) return;
    view.scrollLeft += (places[0].left + places[0].right - frame.left - frame.right) / 2;
  }

  /* PNG at twice the size, in the light colours that the drawing has without the style sheet. */
  function picture(svg, size, name, told) {
    const copy = svg.cloneNode(true);
    copy.setAttribute("width", size.wide * 2);
    copy.setAttribute("height", size.high * 2);
    all(".kotak.asal-rekonstruksi .bidang", copy).forEach((edge) => edge.setAttribute("stroke-dasharray", "5,2.5"));
    [copy].concat(all("[class]", copy)).forEach((element) => element.removeAttribute("class"));
    const image = new Image();
    function failed() { told.textContent = "Peramban ini tidak dapat membuat gambar sebesar itu; unduh SVG saja."; }
    image.onerror = failed;
    image.onload = () => {
      const canvas = make("canvas");
      canvas.width = size.wide * 2;
      canvas.height = size.high * 2;
      const brush = canvas.getContext("2d");
      brush.fillStyle = "#fff";
      brush.fillRect(0, 0, canvas.width, canvas.height);
      brush.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => {
        if (!blob) { failed(); return; }
        const link = make("a");
        link.href = URL.createObjectURL(blob);
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      });
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
  }

  function downloads(figure, svg, size, told) {
    const link = figure.querySelector("a[data-svg]");
    if (!link) return;
    const name = link.getAttribute("href").split("/").pop().replace(/svg$/, "png");
    link.after(" ", button("PNG", () => picture(svg, size, name, told)));
  }

  /* Where a part of the drawing can be seen: in its frame, and the frame on the screen. */
  function reveal(view, figure, part) {
    const box = part.getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    const behavior = calm.matches ? "auto" : "smooth";
    const inside = figure.classList.contains("pk-bagan--layar") || view.scrollHeight > view.clientHeight + 1;
    view.scrollBy({
      left: box.left + box.width / 2 - frame.left - view.clientWidth / 2,
      top: inside ? box.top + box.height / 2 - frame.top - view.clientHeight / 2 : 0,
      behavior,
    });
    if (figure.classList.contains("pk-bagan--layar")) return;
    const head = document.querySelector(".md-header");
    const margin = 16;
    const top = (head ? Math.max(0, head.getBoundingClientRect().bottom) : 0) + margin;
    const panel = all(".pk-jalan:not([hidden]), .pk-bagan__panel--isi", figure).filter((one) => one.offsetHeight)[0];
    const bottom = innerHeight - (panel ? panel.offsetHeight : 0) - margin;
    const place = inside ? frame : box;
    if (!inside && place.top > top && place.bottom < bottom) return;
    const at = inside ? Math.min(frame.height, bottom - top) / 2 + frame.top : box.top + box.height / 2;
    window.scrollBy({ top: at - (top + bottom) / 2, behavior });
  }

  all(".pk-bagan").forEach((figure) => {
    const view = figure.querySelector(".pk-bagan__gulir");
    const svg = view.querySelector("svg.bagan");
    const tools = figure.querySelector("[data-alat]");
    const told = make("p", "", "pk-bagan__kata");
    const percent = make("span", "100%", "pk-alat__skala");
    [told, percent].forEach((element) => element.setAttribute("role", "status"));
    percent.setAttribute("aria-label", "Ukuran bagan");
    const size = sizing(figure, view, svg, percent);
    const full = button("Layar penuh", () => whole.toggle());
    full.setAttribute("aria-pressed", "false");
    const whole = screen(figure, full, size);
    hear(view, size);
    quoting(view, figure.querySelector("[data-panel]"));
    tools.prepend(group("Ukuran bagan", [
      button("Perkecil", () => size.step(-1), "−"), percent, button("Perbesar", () => size.step(1), "+"),
      button("Ukuran asli", () => size.set(1)), button("Pas di layar", size.fit), full,
    ]));
    tools.append(...relations(figure, svg), told);
    following(figure, view, svg, told);
    downloads(figure, svg, size, told);
    tools.hidden = false;
    figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && whole.opened()) { event.preventDefault(); event.stopPropagation(); whole.leave(); }
    });
    /* For the scripts of one kind of page, which add to the same tools. */
    figure.petakerja = { view, svg, size, tools, button, make, reveal: (part) => reveal(view, figure, part) };
  });
})();
