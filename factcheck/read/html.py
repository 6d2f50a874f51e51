"""HTML: tags, comments, scripts and styles are masked, and what stands between is the text, exactly where it stands in the file.

Character references stay as they are written and are masked too: the digits of `&#165;` are no figure.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from factcheck.document import Block, Document, Mask, Span
from factcheck.pattern import lazy_pattern
from factcheck.read.html_tables import Tables
from factcheck.read.markdown_masks import LOOKS
from factcheck.read.metadata import stated_date
from factcheck.read.wrapping import wraps

# The standard library's parser takes quadratic time over tags that are never closed, and cuts differently from one patch release to
# the next; a tag needs no more than this. The count of attributes is bounded so that a hostile file is read in linear time too.
TOKEN = lazy_pattern(
    r"""
      (?P<comment><!--)                                                 # <!-- 12 of them -->
    | (?P<declaration><[!?][^<>]*>)                                     # <!DOCTYPE html>, <?xml version="1.0"?>
    | <(?P<closes>/?)(?P<tag>[a-z][a-z0-9:-]*)                          # <p>, </td>, <img width="640" alt="a > b">
        (?P<attributes>(?:[\s/](?>[^"'<>]+|"[^"]*"|'[^']*'){0,500})?)>
    | (?P<reference>&(?:\#[0-9]{1,8}|\#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)   # &nbsp; &#165; &#xa5;
    """,
    re.VERBOSE | re.IGNORECASE,
)
ATTRIBUTE = lazy_pattern(r"""(?P<name>[^\s"'<>/=]+)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]+))""")
# Elements whose content is no markup: it ends at their own end tag only.
RAW = frozenset({"script", "style", "textarea"})

HIDDEN = frozenset({"script", "style", "template", "svg"})
CODE = frozenset({"pre", "code", "kbd", "samp"})
KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "title"), "heading"),
    **dict.fromkeys(("caption", "figcaption"), "caption"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    **dict.fromkeys(("td", "th"), "cell"),
    "blockquote": "quotation",
    "pre": "code",
}
# Elements that end a line of text and start another one.
LINES = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
        *(
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hr",
            "html",
            "li",
            "main",
            "nav",
            "ol",
        ),
        *("p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul"),
    }
)
# What a reader sees as one blank.
BLANKS = frozenset({"&nbsp;", "&#160;", "&#xa0;", "&ensp;", "&emsp;", "&thinsp;", "&#8201;", "&#x2009;", "&#8239;", "&#x202f;"})
TABLE = frozenset({"table", "tr", "td", "th"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
FIELDS = {
    "title": ("og:title", "dc.title"),
    "published": ("article:published_time", "datepublished", "publishdate", "pubdate", "date", "dc.date.issued", "dc.date", "time"),
    "publisher": ("og:site_name", "dc.publisher", "publisher"),
    "url": ("canonical", "og:url"),
}


class Token(NamedTuple):
    """A piece of the file: `name` is text, tag, comment or reference; a tag has its element, and whether it closes it."""

    span: Span
    name: str
    element: str = ""
    closes: bool = False
    attributes: str = ""


def tokens(text: str) -> Iterator[Token]:
    """The pieces of an HTML text, one after the other, with nothing between them."""
    reached = start = 0
    unclosed = False
    while match := TOKEN.search(text, start):
        start = match.end()
        if match["comment"]:
            end = -1 if unclosed else text.find("-->", start)
            if end < 0:
                unclosed = True
                continue
            start = end + 3
        if match.start() > reached:
            yield Token(Span(reached, match.start()), "text")
        reached = start
        span = Span(match.start(), start)
        if not match["tag"]:
            yield Token(span, "comment" if match["comment"] else "reference" if match["reference"] else "tag")
            continue
        element, closes = match["tag"].lower(), bool(match["closes"])
        yield Token(span, "tag", element, closes, match["attributes"])
        if element in RAW and not closes:
            end_tag = lazy_pattern(rf"</{element}\b", re.IGNORECASE).search(text, start)
            start = end_tag.start() if end_tag else len(text)
            if start > reached:
                yield Token(Span(reached, start), "text")
            reached = start
    if reached < len(text):
        yield Token(Span(reached, len(text)), "text")


def _attributes(token: Token) -> dict[str, str]:
    return {
        match["name"].lower(): html.unescape(match["double"] or match["single"] or match["bare"] or "").strip()
        for match in ATTRIBUTE.finditer(token.attributes)
    }


def _spans(token: Token) -> dict[str, int]:
    """How many rows and columns a cell covers, where its tag says so."""
    attributes = _attributes(token)
    return {name: int(attributes[name]) for name in ("rowspan", "colspan") if re.fullmatch("[0-9]{1,4}", attributes.get(name, ""))}


@dataclass
class Page:
    """What the file states of itself, by the name under which it is stated, and the words of its title."""

    stated: dict[str, str] = field(default_factory=dict)
    title: list[str] = field(default_factory=list)

    def note(self, token: Token) -> None:
        """What `<meta>`, `<link>` and `<time>` state; the first of a name counts."""
        if token.element not in ("meta", "link", "time"):
            return
        attributes = _attributes(token)
        if token.element == "meta":
            for key in ("property", "name", "itemprop"):
                self.put(attributes.get(key), attributes.get("content"))
        elif token.element == "time":
            self.put("time", attributes.get("datetime"))
        elif attributes.get("rel") == "canonical":
            self.put("canonical", attributes.get("href"))

    def put(self, name: str | None, value: str | None) -> None:
        """Keep a value that is stated."""
        if name and value:
            self.stated.setdefault(name.lower(), value)

    def fields(self) -> dict[str, Any]:
        """The fields of a Document that the page states."""
        found: dict[str, Any] = {
            name: next((self.stated[key] for key in keys if key in self.stated), None) for name, keys in FIELDS.items()
        }
        found["title"] = " ".join(html.unescape("".join(self.title)).split()) or found["title"]
        found["published"] = stated_date(found["published"] or "")
        return found


class Elements:
    """Which elements are open, asked in constant time however deep they lie."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.kinds = ["paragraph"]
        self.count: Counter[str] = Counter()

    def start(self, name: str) -> None:
        """An element opens."""
        self.names.append(name)
        # "<li><p>3 stores</p></li>" is an item: a paragraph in something else is of that kind.
        self.kinds.append(KINDS.get(name, self.kinds[-1]))
        self.count[name] += 1

    def end(self, name: str) -> None:
        """The element that opened last under this name closes, with all that was left open in it."""
        if not self.count[name]:
            return
        while True:
            closed = self.names.pop()
            self.kinds.pop()
            self.count[closed] -= 1
            if closed == name:
                return

    def inside(self, names: frozenset[str]) -> str | None:
        """One of these elements that is open."""
        return next((name for name in names if self.count[name]), None)


def read_html(text: str, name: str) -> Document:
    """The document of an HTML text; title, date, publisher and address from its head, or its first `<time>`."""
    page, elements, tables = Page(), Elements(), Tables()
    masks: list[Mask] = []
    blocks: list[Block] = []
    broken = True
    for token in tokens(text):
        mask = _mask(token, elements, text)
        if mask:
            masks.append(Mask(token.span, mask))
        if token.name == "tag":
            page.note(token)
            _follow(elements, token)
            if token.element in TABLE:
                tables.follow(token.element, token.span, closes=token.closes, attributes=_spans(token) if not token.closes else {})
            broken = broken or token.element in LINES
            continue
        if elements.count["title"]:
            page.title.append(text[token.span.start : token.span.end])
        if token.name == "reference" and mask == "reference":
            tables.write(token.span)  # the sign of &minus;12
        if token.name == "text" and mask in (None, "code") and (shown := _trimmed(text, token.span)):
            tables.write(shown)
            if broken:
                blocks.append(Block(shown, elements.kinds[-1]))
            else:
                blocks[-1] = Block(Span(blocks[-1].span.start, shown.end), blocks[-1].kind)
            broken = False
    masks = sorted([*masks, *wraps(text, blocks, masks)], key=lambda mask: mask.span)
    return Document(text, name=name, masks=tuple(masks), structure=tuple(blocks), tables=tables.done(), **page.fields())


def _mask(token: Token, elements: Elements, text: str) -> str | None:
    if token.element in LOOKS:
        return "inline"
    if token.name == "reference" and text[token.span.start : token.span.end].lower() in BLANKS:
        return "space"
    if token.name != "text":
        return token.name
    return elements.inside(HIDDEN) or ("code" if elements.inside(CODE) else None)


def _follow(elements: Elements, token: Token) -> None:
    if token.closes:
        elements.end(token.element)
    elif token.element not in VOID and not token.attributes.endswith("/"):
        elements.start(token.element)


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without white space at its ends, None where nothing else is in it."""
    words = text[span.start : span.end]
    length = len(words.strip())
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + length) if length else None
