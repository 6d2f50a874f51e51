"""The page: whole in itself, every word of a draft as text, every finding reachable, no barrier for anyone."""

import re
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Document, check
from factcheck.messages import LANGUAGES, Language
from factcheck.report import renderer
from factcheck.report.html import render
from factcheck.report.html.marks import marked, verdicts

DRAFTS = [
    Document("# 业绩\n\n营收由100.0亿元增长20.0%至130.0亿元，用户1090,000人。\n", name="a.md"),
    Document("Its margin fell by 2%.\nSales rose 20.0% from 100.0 million yuan to 130.0 million yuan.\n", name="b.md"),
    Document("No figures <here>.", name="<c>.md"),
]
SERIES = [
    Document(
        f"截至{year}年底，海湾食品有限公司有{hedge}{stores}家门店。{year}年海湾食品有限公司营收为{revenue}亿元。",
        name=f"{number}.md",
    )
    for number, (year, hedge, stores, revenue) in enumerate(
        ((2020, "", 1250, 36.5), (2020, "", 1240, 38.5), (2022, "超过", 1600, 41))
    )
]


class Reader(HTMLParser):
    """The text of a page, its elements with their attributes, and whether they close as they open."""

    VOID = ("meta", "br", "link", "input")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()
        assert [] == self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_page_holds_all_that_it_needs() -> None:
    """No script, nothing from elsewhere, a policy that says so, and every link leads to a place in it."""
    page = Reader(render(check(DRAFTS)))
    names = {attributes["id"] for _, attributes in page.found if "id" in attributes}
    links = [attributes["href"] or "" for tag, attributes in page.found if tag == "a"]

    assert not {"script", "img", "iframe", "link", "form"} & {tag for tag, _ in page.found}
    assert [] == [link for link in links if link.removeprefix("#") not in names]
    assert any("default-src 'none'" in (attributes.get("content") or "") for _, attributes in page.found)


def test_a_finding_is_marked_and_told() -> None:
    """The words it stands on are a link to its card; the card has the working and the places."""
    report = check(DRAFTS, messages="zh")
    page = render(report)

    assert re.search(r'<a class="found error" href="#f1" id="wf1" data-number="1">20\.0%</a>', page)
    for finding in report.findings:
        assert finding.message.replace("&", "&amp;") in page
    assert '<span class="figure not_checked">2%</span>' not in page


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<script>alert(1)</script>", "20%", '"><img src=x onerror=1>', "&amp;", "10亿元", "\u202e", "1090,000人", "\n"]
        ),
        max_size=8,
    )
)
def test_a_draft_is_never_markup(pieces: list[str]) -> None:
    """Whatever it holds is shown as it is, and brings no element of its own."""
    document = Document("".join(pieces), name="<b>.md")
    report = check(document)
    page = Reader(render(report))

    assert not {"script", "img"} & {tag for tag, _ in page.found}
    draft = Reader(marked(document, list(enumerate(report.findings, start=1)), verdicts(document, report)))
    assert document.text.replace("\u202e", "\ufffd") == "".join(draft.words)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["html", "sheet", "dossier"])
def test_axe_finds_no_barrier(browser: Any, tmp_path: Path, form: str, language: Language, scheme: str) -> None:
    """Contrast, names, landmarks, headings: none of axe's rules is broken on any page, in either language, light or dark, wide or narrow."""
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    path = tmp_path / "report.html"
    path.write_text(renderer(form, ending=".html")(check([*DRAFTS, *SERIES], messages=language)), encoding="utf-8")
    for width in (1400, 390):
        page = browser.new_page(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800})
        page.goto(path.as_uri())
        broken = axe.run(page)["violations"]

        assert [] == [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken]
        assert 0 == page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        page.close()


def test_boxes_hide_the_findings_of_a_level(browser: Any, tmp_path: Path) -> None:
    """Without a script; a hidden finding is shown all the same when its figure is followed."""
    path = tmp_path / "report.html"
    path.write_text(render(check(DRAFTS)), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1400, "height": 800})
    page.goto(path.as_uri())
    page.locator("#show-error").press("Space")
    hidden = page.locator(".finding.error:visible").count()
    page.locator("a.found.error").first.press("Enter")

    assert 0 == hidden
    assert 0 < page.locator(".finding.warning:visible").count()
    assert 1 == page.locator(".finding.error:visible").count()


def test_findings_on_the_same_words_are_all_reached() -> None:
    """The first is linked from the words, the others from their numbers behind them; what is silenced is marked, and never in front."""
    report = check("营收由100.0亿元增长20.0%至130.0亿元。", sources=["营收为100.0亿元，后为130.0亿元。"])
    page = render(report)

    assert 2 == len([finding for finding in report.findings if finding.text == "20.0%"])
    assert (
        'id="wf1" data-number="1">20.0%</a><a class="found warning" href="#f2" id="wf2" data-number="2" aria-label="2"></a>' in page
    )
    assert "营收由100.0亿元增长20.0%至130.0亿元。" in "".join(Reader(page).words)


def test_the_keyboard_reaches_every_finding(browser: Any, tmp_path: Path) -> None:
    """Tab comes to the figure, Enter leads to its card."""
    path = tmp_path / "report.html"
    path.write_text(render(check(DRAFTS[0])), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.getAttribute('href')"))
        if reached[-1] == "#f1":
            page.keyboard.press("Enter")
            break

    assert "#f1" in reached
    page.wait_for_function("location.hash === '#f1'", timeout=10_000)
