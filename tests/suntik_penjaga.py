"""A guard on a browser's page: whatever runs, is asked for, or complains, it remembers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.suntik_contoh import JAHAT, TERHITUNG

#: What in the document could run or lead elsewhere, also in templates that are not shown.
_HIDUP = """() => {
  const found = [];
  function look(root) {
    for (const e of root.querySelectorAll("*")) {
      for (const a of e.attributes) {
        if (/^on/i.test(a.name)) found.push(e.tagName + " " + a.name);
        if (/^(href|src|action|formaction|xlink:href|data|srcdoc)$/i.test(a.name)
            && (/^\\s*(javascript|data|vbscript):/i.test(a.value)
                || /^\\s*(https?:)?\\/\\/JAHAT/i.test(a.value)))
          found.push(e.tagName + " " + a.name + "=" + a.value.slice(0, 60));
      }
      if (/^(iframe|object|embed|base|foreignobject)$/i.test(e.tagName)) found.push(e.tagName);
      if (e.tagName === "SCRIPT" && !e.src && !/json/.test(e.type)) found.push("script tanpa src");
      if (e.tagName === "TEMPLATE") look(e.content);
    }
  }
  look(document);
  if (window.__suntik !== undefined) found.push("berjalan");
  if (document.documentElement.textContent.includes("TERHITUNG")) found.push("terhitung");
  return found;
}""".replace("JAHAT", JAHAT).replace("TERHITUNG", TERHITUNG)
_MELEBAR = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@dataclass
class Penjaga:
    """A page below ``alamat``; ``kejadian`` are the things that must not happen."""

    page: Page
    alamat: str
    kejadian: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        page = self.page
        page.on("dialog", self._asked)
        page.on("pageerror", lambda error: self.kejadian.append(f"galat: {error}"))
        page.on("console", self._heard)
        page.on("popup", lambda other: self.kejadian.append(f"jendela: {other.url}"))
        page.route("**", self._route)

    def open(self, path: str) -> Page:
        """Open a page of the site by its path, and see that it is sound."""
        self.page.goto(f"{self.alamat}{path}")
        self.sound(path)
        return self.page

    def sound(self, where: str) -> None:
        """Nothing alive is in the document, and nothing happened since it was opened."""
        alive = self.page.evaluate(_HIDUP)
        assert not alive, f"{where}: {alive}"
        assert not self.kejadian, f"{where}: {self.kejadian}"

    def fits(self, where: str) -> None:
        """The page is no wider than the screen."""
        wider = self.page.evaluate(_MELEBAR)
        assert wider <= 0, f"{where}: {wider} piksel terlalu lebar"

    def _asked(self, dialog: object) -> None:
        self.kejadian.append("dialog")
        dialog.dismiss()

    def _heard(self, message: object) -> None:
        if message.type in ("error", "warning"):
            self.kejadian.append(f"{message.type}: {message.text}")

    def _route(self, route: Route) -> None:
        address = route.request.url
        if address.startswith((self.alamat, "data:image/", "blob:")):
            route.continue_()
        else:
            self.kejadian.append(f"diminta: {address}")
            route.abort()


@contextmanager
def guarded(
    browser: Browser, alamat: str, *, lebar: int = 360, simpanan: dict[str, str] | None = None
) -> Iterator[Penjaga]:
    """A page of its own; ``simpanan`` is what the browser keeps of earlier visits."""
    context = browser.new_context(viewport={"width": lebar, "height": 740}, locale="id-ID")
    _keep(context, simpanan or {})
    try:
        yield Penjaga(context.new_page(), alamat)
    finally:
        context.close()


def _keep(context: BrowserContext, simpanan: dict[str, str]) -> None:
    lines = [f"localStorage.setItem({key!r}, {value!r});" for key, value in simpanan.items()]
    context.add_init_script(f"try {{ {' '.join(lines)} }} catch (e) {{}}")
