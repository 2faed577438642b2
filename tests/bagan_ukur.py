"""Whether a chart can be read, measured in Chromium: the sizes a reader gets, not those meant."""

from __future__ import annotations

from playwright.sync_api import Page

#: Pixels. Half of one is rounding; a label may come this close to an edge, not past it.
TOLERANCE = 0.6
SMALLEST = 12.0

_MEASURE = """([slack, smallest]) => {
  const svg = document.querySelector("svg.bagan"), found = [];
  const box = (node) => { const r = node.getBoundingClientRect();
    return {l: r.left, t: r.top, r: r.right, b: r.bottom}; };
  const meet = (a, b) => a.l < b.r - slack && b.l < a.r - slack &&
                         a.t < b.b - slack && b.t < a.b - slack;
  const inside = (a, b) => a.l >= b.l - slack && a.r <= b.r + slack &&
                           a.t >= b.t - slack && a.b <= b.b + slack;
  const boxes = [...svg.querySelectorAll(".kotak")].map((node) =>
    ({id: node.id, node, box: box(node.querySelector(".bidang"))}));
  const labels = [...svg.querySelectorAll(".panah text, .kata text")];
  for (const text of svg.querySelectorAll("text")) {
    const size = parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM().a;
    if (size < smallest - 0.01) found.push(`huruf ${size.toFixed(1)}px: ${text.textContent}`);
  }
  for (const {id, node, box: outer} of boxes) {
    for (const text of node.querySelectorAll("text"))
      if (!inside(box(text), outer)) found.push(`keluar dari ${id}: ${text.textContent}`);
  }
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
    if (meet(a.box, b.box)) found.push(`kotak bertindih: ${a.id} dan ${b.id}`); }));
  labels.forEach((a, i) => {
    for (const b of boxes) if (meet(box(a), b.box))
      found.push(`kata di atas kotak ${b.id}: ${a.textContent}`);
    labels.slice(i + 1).forEach((b) => { if (meet(box(a), box(b)))
      found.push(`kata bertindih: ${a.textContent} dan ${b.textContent}`); });
  });
  for (const arrow of svg.querySelectorAll(".panah")) {
    const path = arrow.querySelector(".garis"), turn = path.getScreenCTM();
    const ends = [arrow.dataset.dari, arrow.dataset.ke];
    for (let at = 0; at <= path.getTotalLength(); at += 2) {
      const p = path.getPointAtLength(at).matrixTransform(turn);
      const hit = boxes.find(({id, box: b}) => !ends.includes(id) &&
        p.x > b.l + slack && p.x < b.r - slack && p.y > b.t + slack && p.y < b.b - slack);
      if (hit) { found.push(`garis ${arrow.id} melalui kotak ${hit.id}`); break; }
    }
  }
  const canvas = box(svg);
  for (const node of svg.querySelectorAll("text, .bidang, .garis"))
    if (!inside(box(node), canvas)) found.push(`terpotong di tepi: ${node.textContent || node.id}`);
  return found;
}"""


def unreadable(page: Page) -> list[str]:
    """What cannot be read in the first chart of the page; empty when all is well.

    Checks that text has at least 12 px, that no text leaves its box, that boxes and words do not
    lie on each other, that no line runs through a box it does not join, that nothing is cut off.
    """
    return list(page.evaluate(_MEASURE, [TOLERANCE, SMALLEST]))
