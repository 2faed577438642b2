"""Charts in a browser: their size, full screen, quotations, roles, steps and files."""

from __future__ import annotations

import base64
import json
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.menunggu import until

pytestmark = pytest.mark.peramban

STRUCTURE = "kendal/kedudukan/"
#: The largest chart of that page, which no screen shows whole.
LARGE = "bagan-kedudukan-jpt-pratama-4"
FLOW = "kendal/mekanisme/penunjukan-lintas-instansi/"


@contextmanager
def opened(browser: Browser, width: int = 1440, **options: object) -> Iterator[Page]:
    """A fresh page; whatever the browser complains of fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
        accept_downloads=True,
        **options,  # type: ignore[arg-type]
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert complaints == []


def chart(page: Page, anchor: str = "") -> Locator:
    """A chart of the page by its anchor, else the first."""
    return page.locator(f".pk-bagan[data-bagan='{anchor}']" if anchor else ".pk-bagan").first


def wide(figure: Locator) -> float:
    """How wide the drawing is on the screen."""
    box = figure.locator("svg[role=group]").bounding_box()
    assert box is not None
    return box["width"]


def press(figure: Locator, name: str) -> None:
    """Press one of a chart's buttons."""
    figure.get_by_role("button", name=name, exact=False).click()


def step_of(page: Page) -> str:
    """The step that the address names."""
    return "".join(parse_qs(urlsplit(page.url).query).get("langkah", []))


def test_buttons_and_keys_change_the_size(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + STRUCTURE)
        figure = chart(page, LARGE)
        natural = wide(figure)
        press(figure, "Perbesar")
        assert wide(figure) == pytest.approx(natural * 1.25, abs=1)
        press(figure, "Ukuran asli")
        assert wide(figure) == natural
        view = figure.get_by_role("region")
        view.focus()
        page.keyboard.press("+")
        page.keyboard.press("+")
        assert wide(figure) == pytest.approx(natural * 1.5, abs=1)
        expect(figure.locator(".pk-alat__skala")).to_have_text("150%", use_inner_text=True)
        page.keyboard.press("0")
        page.keyboard.press("-")
        assert wide(figure) == pytest.approx(natural * 0.8, abs=1)
        press(figure, "Pas di layar")
        assert view.evaluate("v => v.scrollWidth <= v.clientWidth")


def test_a_chart_is_moved_by_arrow_keys_and_by_the_mouse(peramban: Browser, alamat: str) -> None:
    with opened(peramban, 768) as page:
        page.goto(alamat + STRUCTURE)
        view = chart(page, LARGE).get_by_role("region")
        view.focus()
        page.keyboard.press("ArrowRight")
        until(page, "v => v.scrollLeft > 0", view.element_handle())
        view.evaluate("v => { v.scrollLeft = 0; }")
        box = chart(page, LARGE).locator("svg a.kotak").first
        box.scroll_into_view_if_needed()
        view.evaluate("v => { v.scrollLeft = 0; }")
        frame = view.bounding_box()
        assert frame is not None
        before = page.url
        page.mouse.move(frame["x"] + 400, 400)
        page.mouse.down()
        page.mouse.move(frame["x"] + 250, 400, steps=4)
        page.mouse.up()
        assert view.evaluate("v => v.scrollLeft") == 150
        assert page.url == before, "seretan bukan klik"


def test_the_wheel_scrolls_the_page_and_with_control_the_size(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban) as page:
        page.goto(alamat + STRUCTURE)
        figure = chart(page, LARGE)
        figure.get_by_role("region").scroll_into_view_if_needed()
        natural = wide(figure)
        figure.locator("svg[role=group]").hover()
        top = page.evaluate("scrollY")
        page.mouse.wheel(0, 120)
        until(page, "top => scrollY > top", top)
        assert wide(figure) == natural
        page.keyboard.down("Control")
        page.mouse.wheel(0, -120)
        page.keyboard.up("Control")
        until(
            page,
            "document.querySelector('[data-bagan=\""
            + LARGE
            + "\"] .pk-alat__skala').textContent !== '100%'",
        )
        assert wide(figure) > natural


def test_two_fingers_change_the_size(peramban: Browser, alamat: str) -> None:
    with opened(peramban, 360, has_touch=True) as page:
        page.goto(alamat + STRUCTURE)
        figure = chart(page, LARGE)
        view = figure.get_by_role("region")
        view.scroll_into_view_if_needed()
        natural = wide(figure)
        page_scale = page.evaluate("visualViewport.scale")
        view.evaluate(
            """v => {
              const send = (kind, half) => {
                const box = v.getBoundingClientRect();
                const touches = [-half, half].map((d, n) => new Touch({
                  identifier: n, target: v, clientX: box.left + 160 + d, clientY: box.top + 60}));
                v.dispatchEvent(new TouchEvent(kind, {touches, bubbles: true, cancelable: true}));
              };
              send('touchstart', 40); send('touchmove', 60); send('touchmove', 80);
            }"""
        )
        assert wide(figure) == pytest.approx(natural * 2, abs=2)
        assert page.evaluate("visualViewport.scale") == page_scale


@pytest.mark.parametrize("native", [True, False], ids=["peramban", "dialog"])
def test_full_screen_opens_and_closes(native: bool, peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        if not native:
            page.add_init_script("Element.prototype.requestFullscreen = undefined;")
        page.goto(alamat + STRUCTURE)
        figure = chart(page, LARGE)
        natural = wide(figure)
        press(figure, "Layar penuh")
        page.wait_for_selector(".pk-bagan--layar")
        until(page, "document.querySelector('.pk-bagan--layar').offsetWidth === innerWidth")
        assert page.evaluate("!!document.fullscreenElement") is native
        relation = figure.get_by_role("checkbox").first
        relation.uncheck()
        hidden = figure.locator("svg[role=group] .panah.pk-tersembunyi")
        assert hidden.count() > 0
        expect(hidden.first).to_be_hidden()
        relation.check()
        figure.locator("svg a.kotak").first.focus()
        page.keyboard.press("Escape")
        page.wait_for_selector(".pk-bagan--layar", state="detached")
        assert wide(figure) == natural
        assert page.locator(f"[id='{LARGE}'] .pk-bagan").count() == 1, "bagan kembali ke tempatnya"


def test_focus_on_a_box_shows_its_quotation_and_clause(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + STRUCTURE)
        figure = chart(page, LARGE)
        for box in (figure.locator("svg a.kotak").nth(1), figure.locator("svg a.kotak").nth(4)):
            box.focus()
            panel = figure.locator("[data-panel]")
            assert (box.get_attribute("data-kutipan") or "-") in panel.inner_text()
            link = panel.get_by_role("link")
            assert link.inner_text() == box.get_attribute("data-sebutan")
            assert link.get_attribute("href") == box.get_attribute("href")
            frame = box.bounding_box()
            place = panel.bounding_box()
            assert frame is not None
            assert place is not None
            assert frame["y"] < place["y"], "panel tidak menutupi kotak yang dibaca"


def test_a_finger_reads_first_and_opens_then(peramban: Browser, alamat: str) -> None:
    with opened(peramban, 360, has_touch=True, is_mobile=True) as page:
        page.goto(alamat + STRUCTURE)
        figure = chart(page)
        box = figure.locator("svg a.kotak").first
        box.scroll_into_view_if_needed()
        box.tap()
        assert (box.get_attribute("data-kutipan") or "-") in figure.locator(
            "[data-panel]"
        ).inner_text()
        assert urlsplit(page.url).path.endswith(STRUCTURE)
        clause = box.get_attribute("data-klausa")
        box.tap()
        page.wait_for_url(f"**#{clause}")


def test_a_role_stands_out_in_a_structure_and_in_its_words(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + STRUCTURE)
        figure = chart(page, LARGE)
        figure.get_by_label("Sorot peran").select_option(label="Pejabat Penilai Kinerja")
        shown = set(figure.locator("svg .kotak.pk-sorot").evaluate_all("all => all.map(b => b.id)"))
        badged = set(
            figure.locator("svg .kotak[data-peran~=penilai]").evaluate_all("a => a.map(b => b.id)")
        )
        assert shown == badged
        assert 0 < len(shown) < figure.locator("svg .kotak").count()
        words = page.locator(f"[id='{LARGE}'] li.pk-sorot")
        assert set(words.evaluate_all("all => all.map(l => l.dataset.untuk)")) == shown
        outline = "b => parseFloat(getComputedStyle(b.querySelector('.bidang')).strokeWidth)"
        apart = figure.locator("svg .kotak:not(.pk-sorot)").first
        assert figure.locator("svg .pk-sorot.kotak").first.evaluate(outline) > apart.evaluate(
            outline
        )
        expect(figure.locator(".pk-bagan__kata")).to_contain_text(
            f"{len(shown)} kotak", use_inner_text=True
        )
        figure.get_by_label("Sorot peran").select_option(index=0)
        assert page.locator(".pk-sorot").count() == 0


def test_an_actor_stands_out_in_a_flow_and_in_its_table(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        figure = chart(page)
        lane = figure.locator("svg .kotak[data-pelaku]").first.get_attribute("data-pelaku") or ""
        figure.get_by_label("Sorot peran").select_option(label=lane)
        shown = set(figure.locator("svg .pk-sorot.kotak").evaluate_all("a => a.map(b => b.id)"))
        rows = page.locator("tr.pk-sorot")
        assert set(rows.evaluate_all("all => all.map(r => r.dataset.untuk)")) == shown
        assert all(lane in text for text in rows.all_inner_texts())
        for line in figure.locator("svg .panah.pk-sorot").all():
            assert {line.get_attribute("data-dari"), line.get_attribute("data-ke")} & shown
        said = figure.locator(".pk-bagan__kata").inner_text()
        assert said.startswith(lane)
        assert "bertindak dalam langkah" in said


def test_a_flow_is_walked_by_keyboard_with_a_branch_and_back(
    peramban: Browser, alamat: str
) -> None:
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        figure = chart(page)
        figure.get_by_role("button", name="Mulai langkah demi langkah").focus()
        page.keyboard.press("Enter")
        panel = page.get_by_role("group", name="Langkah demi langkah")
        first = page.locator("tr[data-untuk]").first
        expect(panel).to_contain_text("Langkah 1 dari", use_inner_text=True)
        assert first.locator(".pk-langkah__teks").inner_text() in panel.inner_text()
        assert (first.locator("blockquote p").first.text_content() or "-") in panel.inner_text()
        expect(first).to_have_attribute("aria-current", "step")
        begun = step_of(page)
        page.keyboard.press("End")
        decision = step_of(page)
        assert decision != begun
        branches = panel.locator(".pk-jalan__cabang").get_by_role("button")
        assert branches.count() == 2
        page.keyboard.press("ArrowRight")
        assert branches.first.evaluate("b => b === document.activeElement"), "cabang harus dipilih"
        assert step_of(page) == decision
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(panel).to_contain_text("Tidak diatur dalam naskah", use_inner_text=True)
        assert panel.get_by_role("button", name="Berikutnya").is_disabled()
        page.keyboard.press("ArrowLeft")
        assert step_of(page) == decision
        page.keyboard.press("1")
        expect(panel).to_contain_text("Langkah 3 dari", use_inner_text=True)
        current = figure.locator("svg .pk-kini")
        assert current.count() == 1
        assert figure.locator("svg .panah.pk-jejak").count() == 2
        page.keyboard.press("Home")
        assert step_of(page) == begun
        page.keyboard.press("Escape")
        assert step_of(page) == ""
        expect(panel).to_be_hidden()
        assert page.locator(".pk-kini, .pk-jejak").count() == 0


def test_every_end_of_a_flow_can_be_reached_and_shared(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        prefix = chart(page).get_attribute("data-awalan") or "-"
        boxes = page.locator("svg[role=group] .kotak").evaluate_all("all => all.map(b => b.id)")
        panel = page.get_by_role("group", name="Langkah demi langkah")
        for box in boxes:
            page.goto(f"{alamat}{FLOW}?langkah={box.removeprefix(prefix)}")
            assert page.locator("svg .pk-kini").get_attribute("id") == box
            text = page.locator(f"[id='{box}'] title").text_content() or "-"
            assert text.split(" — ")[0].split(".")[0] in panel.inner_text()
            page.keyboard.press("Home")
            assert "Langkah 1 dari" in panel.inner_text(), "ada jalan kembali ke awal"


def test_the_step_is_in_sight_above_the_panel(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        press(chart(page), "Mulai langkah demi langkah")
        panel = page.get_by_role("group", name="Langkah demi langkah")
        for _ in range(6):
            box = page.locator("svg .pk-kini").bounding_box()
            place = panel.bounding_box()
            assert box is not None
            assert place is not None
            assert box["y"] > 40
            assert box["y"] + box["height"] <= place["y"] + 1
            page.keyboard.press(
                "1" if panel.locator(".pk-jalan__cabang button").count() else "ArrowRight"
            )


def test_steps_in_full_screen_are_large(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        figure = chart(page)
        press(figure, "Mulai langkah demi langkah")
        size = "e => parseFloat(getComputedStyle(e).fontSize)"
        text = page.locator(".pk-jalan__teks")
        small = text.evaluate(size)
        press(figure, "Layar penuh")
        page.wait_for_selector(".pk-bagan--layar")
        assert text.evaluate(size) > small
        assert text.evaluate(size) >= 20
        expect(figure.locator(".pk-alat__skala")).to_have_text("150%", use_inner_text=True)
        expect(page.locator("svg .pk-kini")).to_be_visible()


def test_files_are_what_their_names_say(
    peramban: Browser, alamat: str, situs: Path, tmp_path: Path
) -> None:
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        figure = chart(page)
        words = figure.locator("svg[role=group] text").all_text_contents()
        name = "kendal-mekanisme-penunjukan-lintas-instansi"
        for ending in ("SVG", "DOT", "JSON"):
            with page.expect_download() as got:
                figure.get_by_role("link", name=ending, exact=True).click()
            assert got.value.suggested_filename == f"{name}.{ending.lower()}"
            got.value.save_as(tmp_path / got.value.suggested_filename)
        graph = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
        drawn = set(figure.locator("svg[role=group] .kotak").evaluate_all("a => a.map(b => b.id)"))
        assert {box["id"] for box in graph["kotak"]} == drawn
        assert (tmp_path / f"{name}.dot").read_text("utf-8").startswith("digraph")
        page.goto((tmp_path / f"{name}.svg").as_uri())
        assert page.evaluate("document.documentElement.localName") == "svg"
        assert page.locator("svg text").all_text_contents() == words


@pytest.mark.parametrize("local", [False, True], ids=["http", "file"])
def test_a_png_is_twice_the_natural_size(
    local: bool, peramban: Browser, alamat: str, situs_luring: Path, tmp_path: Path
) -> None:
    with opened(peramban, color_scheme="dark") as page:
        page.goto((situs_luring / FLOW / "index.html").as_uri() if local else alamat + FLOW)
        figure = chart(page)
        press(figure, "Perbesar")
        with page.expect_download() as got:
            press(figure, "PNG")
        assert got.value.suggested_filename == "kendal-mekanisme-penunjukan-lintas-instansi.png"
        got.value.save_as(tmp_path / "bagan.png")
        press(figure, "Ukuran asli")
        svg = figure.locator("svg[role=group]")
        natural = tuple(int(svg.get_attribute(side) or 0) for side in ("width", "height"))
        data = (tmp_path / "bagan.png").read_bytes()
        assert struct.unpack(">II", data[16:24]) == (2 * natural[0], 2 * natural[1])
        light, dark = _shares(page, data)
        assert light > 0.8, "latar terang, juga dari halaman gelap"
        assert dark > 0.001, "ada tulisan dan garis"


def _shares(page: Page, png: bytes) -> tuple[float, float]:
    """How much of a picture is light, and how much is dark."""
    light, dark = page.evaluate(
        """async png => {
          const image = new Image();
          image.src = 'data:image/png;base64,' + png;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const brush = canvas.getContext('2d');
          brush.drawImage(image, 0, 0);
          const dots = brush.getImageData(0, 0, image.width, image.height).data;
          let [light, dark] = [0, 0];
          for (let i = 1; i < dots.length; i += 4) {
            if (dots[i] > 220) light += 1; else if (dots[i] < 80) dark += 1;
          }
          return [light * 4 / dots.length, dark * 4 / dots.length];
        }""",
        base64.b64encode(png).decode(),
    )
    return light, dark


def test_on_a_telephone_the_words_come_first(peramban: Browser, alamat: str) -> None:
    first = """([a, b]) => document.querySelector(a)
        .compareDocumentPosition(document.querySelector(b)) & Node.DOCUMENT_POSITION_FOLLOWING"""
    with opened(peramban, 360) as page:
        for address, words in ((FLOW, ".pk-langkah"), (STRUCTURE, "[data-kembaran] .pk-pohon")):
            page.goto(alamat + address)
            assert page.evaluate(first, [words, ".pk-bagan"])
            told, drawn = page.locator(words).first.bounding_box(), chart(page).bounding_box()
            assert told is not None
            assert drawn is not None
            assert told["y"] + told["height"] <= drawn["y"]
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        assert page.evaluate(first, [".pk-bagan", ".pk-langkah"])


def test_words_come_first_without_scripts_too(peramban: Browser, alamat: str) -> None:
    with opened(peramban, 360, java_script_enabled=False) as page:
        page.goto(alamat + FLOW)
        told, drawn = page.locator(".pk-langkah").bounding_box(), chart(page).bounding_box()
        assert told is not None
        assert drawn is not None
        assert told["y"] < drawn["y"]
        expect(page.get_by_role("button", name="Layar penuh")).to_be_hidden()


def test_steps_from_a_file(peramban: Browser, situs_luring: Path) -> None:
    with opened(peramban) as page:
        page.goto((situs_luring / FLOW / "index.html").as_uri())
        figure = chart(page)
        press(figure, "Mulai langkah demi langkah")
        page.keyboard.press("ArrowRight")
        expect(page.locator(".pk-jalan")).to_contain_text("Langkah 2 dari", use_inner_text=True)
        assert step_of(page)
        page.reload()
        expect(page.locator(".pk-jalan")).to_contain_text("Langkah 2 dari", use_inner_text=True)


@pytest.mark.parametrize("address", [STRUCTURE, "kendal/mekanisme/"])
def test_small_pictures_lead_to_their_charts(address: str, peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + address)
        cards = page.locator("a.pk-kartu:has(svg.pk-mini)")
        assert cards.count() > 5
        for card in cards.all():
            expect(card.locator("svg")).to_be_visible()
        title = cards.last.locator(".pk-kartu__judul").inner_text()
        cards.last.click()
        expect(page.get_by_role("heading", name=title).first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_everything_open(
    scheme: str, peramban: Browser, alamat: str
) -> None:
    with opened(peramban, color_scheme=scheme) as page:
        page.goto(alamat + FLOW)
        figure = chart(page)
        figure.get_by_label("Sorot peran").select_option(index=1)
        press(figure, "Mulai langkah demi langkah")
        page.keyboard.press("ArrowRight")
        found = _serious(page)
        press(figure, "Layar penuh")
        page.wait_for_selector(".pk-bagan--layar")
        assert found + _serious(page) == []


def _serious(page: Page) -> list[str]:
    return [
        f"{rule['id']}: {node['target']}"
        for rule in Axe().run(page).response["violations"]
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"][:3]
    ]


def test_paper_shows_the_chart_and_no_tools(peramban: Browser, alamat: str) -> None:
    with opened(peramban) as page:
        page.goto(alamat + FLOW)
        press(chart(page), "Mulai langkah demi langkah")
        page.emulate_media(media="print")
        expect(chart(page).locator("svg[role=group]")).to_be_visible()
        for tool in ("[data-alat]", ".pk-jalan", ".pk-bagan__unduh"):
            expect(page.locator(tool).first).to_be_hidden()
