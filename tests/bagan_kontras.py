"""Contrast of every text of a chart against what is painted under it, measured in Chromium."""

from __future__ import annotations

from playwright.sync_api import Page

#: WCAG 2.2 AA for text of any size.
LEAST = 4.5

_MEASURE = """(least) => {
  const svg = document.querySelector("svg.bagan"), found = [];
  const middle = (node) => { const r = node.getBoundingClientRect();
    return [r.left + r.width / 2, r.top + r.height / 2]; };
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const luminance = (text) => { const [r, g, b] = parse(text).map((value) => { value /= 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const contrast = (a, b) => { const one = luminance(a) + 0.05, two = luminance(b) + 0.05;
    return Math.max(one, two) / Math.min(one, two); };
  const painted = [...svg.querySelectorAll("rect, polygon")].filter((node) =>
    !node.closest(".panah") && getComputedStyle(node).fill !== "none");
  const page = getComputedStyle(document.body).backgroundColor;
  const covers = (node, x, y) => { const r = node.getBoundingClientRect();
    return x > r.left && x < r.right && y > r.top && y < r.bottom; };
  const ground = (x, y) => painted.reduce((fill, node) =>
    covers(node, x, y) ? getComputedStyle(node).fill : fill, page);
  for (const text of svg.querySelectorAll("text")) {
    const ink = getComputedStyle(text).fill, under = ground(...middle(text));
    const got = contrast(ink, under);
    if (!(got >= least)) found.push(
      `kontras ${got.toFixed(2)} (${ink} di atas ${under}): ${text.textContent}`);
  }
  for (const line of svg.querySelectorAll(".panah .garis")) {
    const got = contrast(getComputedStyle(line).stroke, page);
    if (!(got >= 3)) found.push(`garis pucat ${got.toFixed(2)}: ${line.parentNode.id}`);
  }
  return found;
}"""


def faint(page: Page) -> list[str]:
    """Texts of the first chart of the page with too little contrast, lines under 3:1."""
    return list(page.evaluate(_MEASURE, LEAST))
