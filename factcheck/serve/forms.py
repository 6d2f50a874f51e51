"""Forms as a browser sends them: texts by the names of their fields, and files."""

from __future__ import annotations

import email.parser
import email.policy
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count
from pathlib import PurePath
from urllib.parse import parse_qs

# A file as it came: the name that the browser tells, empty for a text, and its bytes.
Sent = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Form:
    """What was sent, by the names of the fields."""

    fields: dict[str, list[Sent]]

    def files(self, key: str) -> list[Sent]:
        """The files of a field."""
        return self.fields.get(key, [])

    def text(self, key: str) -> str:
        """The text of a field with the line ends that browsers send (CRLF) as LF, empty where it is missing."""
        sent = self.files(key)
        return sent[0][1].decode("utf-8", "replace").replace("\r\n", "\n") if sent else ""


def form_of(body: bytes, *, kind: str) -> Form:
    """The form in the body of a request of this content type: `application/x-www-form-urlencoded` or `multipart/form-data`."""
    if kind.startswith("application/x-www-form-urlencoded"):
        texts = parse_qs(body.decode("utf-8", "replace"))
        return Form({key: [("", value.encode()) for value in values] for key, values in texts.items()})
    head = f"Content-Type: {kind}\r\n\r\n".encode("latin-1", "replace")
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + body)
    fields: dict[str, list[Sent]] = {}
    for part in message.iter_parts():
        payload = part.get_payload(decode=True)
        key = part.get_param("name", header="content-disposition")
        if isinstance(key, str) and isinstance(payload, bytes):
            fields.setdefault(key, []).append((part.get_filename() or "", payload))
    return Form(fields)


def by_name(given: Iterable[Sent]) -> dict[str, bytes]:
    """Files by their names, without the folders that a browser may tell; a name that comes again is numbered. Empty ones are none."""
    files: dict[str, bytes] = {}
    for given_name, content in given:
        path = PurePath(given_name.replace("\\", "/"))
        names = chain([path.name], (f"{path.stem} ({number}){path.suffix}" for number in count(2)))
        if path.name and content:
            files[next(name for name in names if name not in files)] = content
    return files
