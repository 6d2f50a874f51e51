"""Putting the text of a file together that is no plain text: what is added becomes text, and keeps the way back."""

from __future__ import annotations

from dataclasses import dataclass, field

from factcheck.document import Anchor, Block, Cell, Document, Mask, Span

Parts = tuple[tuple[str, str], ...]


@dataclass
class Assembly:
    """A text that grows, with the blocks, masks, cells and anchors of what was added. Stretches are added in reading order."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    masks: list[Mask] = field(default_factory=list)
    tables: list[list[Cell]] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)

    def add(self, words: str, *, parts: Parts = (), mask: str | None = None) -> Span:
        """Words of the file: where they lie in it, and under which mask if they are no prose."""
        span = Span(self.length, self.length + len(words))
        self.pieces.append(words)
        self.length = span.end
        if parts and words:
            self.anchors.append(Anchor(span, parts))
        if mask is not None and words:
            self.masks.append(Mask(span, mask))
        return span

    def end(self, mark: str = "\n") -> None:
        """What the file shows as an end of a line, a cell or a page."""
        self.add(mark)

    def block(self, start: int, kind: str) -> None:
        """All that was added since belongs together; nothing but white space is no block."""
        if self.since(start).strip():
            self.blocks.append(Block(Span(start, self.length), kind))

    def document(self, name: str, **known: object) -> Document:
        """The document. `known` is what the file states of itself: title, publisher, published."""
        return Document(
            "".join(self.pieces),
            name=name,
            masks=tuple(self.masks),
            structure=tuple(sorted(self.blocks, key=lambda block: block.span)),
            tables=tuple(tuple(cells) for cells in self.tables if cells),
            anchors=tuple(self.anchors),
            **known,  # type: ignore[arg-type]
        )

    def since(self, start: int) -> str:
        """What was added from an offset on, at which a piece begins."""
        place, number = self.length, len(self.pieces)
        while number and place > start:
            number -= 1
            place -= len(self.pieces[number])
        return "".join(self.pieces[number:])
