"""The language server as an editor meets it: over its pipe, message by message."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities, make_test_lsp_client

FALSE = "营收由100.0亿元增长20.0%至130.0亿元。\n"
COMMAND = [sys.executable, "-m", "factcheck", "lsp"]


@pytest_asyncio.fixture(params=[()])
async def client(tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[LanguageClient]:
    options = [str(tmp_path / option) if not option.startswith("--") else option for option in request.param]
    config = ClientServerConfig(server_command=[*COMMAND, *options], client_factory=make_test_lsp_client)
    editor = await config.start()
    asking = types.InitializeParams(capabilities=client_capabilities("visual-studio-code"), root_uri=tmp_path.as_uri())
    editor.encoding = (await editor.initialize_session(asking)).capabilities.position_encoding  # type: ignore[attr-defined]
    yield editor
    await editor.shutdown_session()
    await editor.stop()


def opened(client: LanguageClient, path: Path, text: str) -> str:
    uri = path.as_uri()
    client.text_document_did_open(types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, "markdown", 1, text)))
    return uri


async def told(client: LanguageClient, uri: str, *, version: int | None = None) -> list[types.Diagnostic]:
    """The diagnostics of a draft, waited for until they are of the version that is asked for."""
    for _ in range(400):
        if uri in client.diagnostics:
            return list(client.diagnostics.pop(uri))
        await asyncio.sleep(0.025)
    raise AssertionError(f"no diagnostics for {uri}")


def edited(client: LanguageClient, uri: str, text: str, version: int = 2) -> None:
    client.diagnostics.pop(uri, None)
    change = types.TextDocumentContentChangeWholeDocument(text)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version, uri), [change])
    )


def actions_at(uri: str, one: types.Diagnostic) -> types.CodeActionParams:
    return types.CodeActionParams(types.TextDocumentIdentifier(uri), one.range, types.CodeActionContext([one]))


@pytest.mark.asyncio
async def test_a_draft_is_checked_when_it_is_opened(client: LanguageClient, tmp_path: Path) -> None:
    """The finding stands on the figure in UTF-16 units, also behind characters that take two; the operands are related places."""
    uri = opened(client, tmp_path / "a.md", "😀 " + FALSE)
    (one,) = await told(client, uri)

    assert types.Range(types.Position(0, 15), types.Position(0, 20)) == one.range
    assert ("arithmetic/growth", types.DiagnosticSeverity.Error, "factcheck") == (one.code, one.severity, one.source)
    assert ["100.0亿元", "130.0亿元"] == [place.message for place in one.related_information or ()]
    assert "130.0亿元 / 100.0亿元 − 1 = 30%" in one.message


@pytest.mark.asyncio
async def test_an_edit_is_answered_at_once_and_then_by_the_whole(client: LanguageClient, tmp_path: Path) -> None:
    """First the paragraph that changed with all others where they stand now, then what other drafts say too."""
    uri = opened(client, tmp_path / "a.md", FALSE)
    assert 1 == len(await told(client, uri))
    edited(client, uri, f"新的一段。\n\n{FALSE}\n门店由400家增长50.0%至500家。\n")
    at_once = await told(client, uri)
    whole = await told(client, uri)

    assert [2, 4] == [one.range.start.line for one in at_once]
    assert [(one.code, one.range) for one in at_once] == [(one.code, one.range) for one in whole]
    edited(client, uri, FALSE.replace("20.0", "30.0"), 3)
    assert [] == await told(client, uri)


@pytest.mark.asyncio
async def test_drafts_are_held_against_each_other(client: LanguageClient, tmp_path: Path) -> None:
    """A figure that another draft of the folder contradicts is found, and that draft is named, though it is not open."""
    other = tmp_path / "b.md"
    other.write_text("京东健康2021年的营业收入为306.8亿元。\n", encoding="utf-8")
    uri = opened(client, tmp_path / "a.md", "京东健康2021年的营业收入为316.8亿元。\n")
    (one,) = await told(client, uri)

    assert "consistency/same-key-conflict" == one.code
    assert [other.as_uri()] == [place.location.uri for place in one.related_information or ()]


@pytest.mark.asyncio
async def test_hover_tells_what_was_read(client: LanguageClient, tmp_path: Path) -> None:
    """Value, interval, measure and time; nothing where no figure is."""
    uri = opened(client, tmp_path / "a.md", "京东健康2021年的营业收入为306.8亿元。\n")
    await told(client, uri)
    place = types.TextDocumentIdentifier(uri)
    over = await client.text_document_hover_async(types.HoverParams(place, types.Position(0, 18)))
    beside = await client.text_document_hover_async(types.HoverParams(place, types.Position(0, 1)))

    assert over is not None
    assert isinstance(over.contents, types.MarkupContent)
    assert all(words in over.contents.value for words in ("306.8亿元", "states: ", "measure: revenue", "period: 2021"))
    assert beside is None


@pytest.mark.asyncio
@pytest.mark.parametrize("client", [("--messages=zh",)], indirect=True)
async def test_an_editor_is_told_in_chinese(client: LanguageClient, tmp_path: Path) -> None:
    """Findings, hover and actions; the subject by its Chinese name, the measure by the word that Chinese has for it."""
    uri = opened(client, tmp_path / "a.md", "Tencent's total revenue in 2021 was 560.1 billion yuan. 现场有3-4万人。\n")
    (one,) = await told(client, uri)
    place = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(0, 40))
    over = await client.text_document_hover_async(place)
    found = await client.text_document_code_action_async(actions_at(uri, one)) or []

    assert one.message.startswith("“3-4万人”省去了 3 的数量级")
    assert over is not None
    assert isinstance(over.contents, types.MarkupContent)
    assert all(
        words in over.contents.value
        for words in ("· 金额", "数值：5601亿元", "所指范围：", "主体：腾讯", "指标：营收", "时段：2021")
    )
    assert ["在 3 后写“万”", "在此静默 numeral/range-elided-scale，并写明理由"] == [action.title for action in found]


@pytest.mark.asyncio
async def test_repairs_and_silence(client: LanguageClient, tmp_path: Path) -> None:
    """A repair edits the text; silence writes a comment at the end of the line, and with it the finding is gone."""
    text = "现场有3-4万人。\n"
    uri = opened(client, tmp_path / "a.md", text)
    (one,) = await told(client, uri)
    found = await client.text_document_code_action_async(actions_at(uri, one)) or []
    edits = [
        action.edit.changes[uri][0]
        for action in found
        if isinstance(action, types.CodeAction) and action.edit and action.edit.changes
    ]

    assert ["万", ' <!-- factcheck: ignore[numeral/range-elided-scale] reason="" -->'] == [edit.new_text for edit in edits]
    assert types.Position(0, 4) == edits[0].range.start
    assert types.Position(0, len(text) - 1) == edits[1].range.start
    edited(client, uri, text.rstrip() + ' <!-- factcheck: ignore[numeral/range-elided-scale] reason="引用" -->\n')
    await told(client, uri)
    assert [] == await told(client, uri)


@pytest.mark.asyncio
async def test_closing_takes_the_findings_away(client: LanguageClient, tmp_path: Path) -> None:
    """A closed draft has no marks left in the editor."""
    uri = opened(client, tmp_path / "a.md", FALSE)
    await told(client, uri)
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))

    assert [] == await told(client, uri)


@pytest.mark.asyncio
@pytest.mark.parametrize("client", [("--claims", "harbour.toml")], indirect=True)
async def test_a_broken_or_missing_ledger_is_told(client: LanguageClient, tmp_path: Path) -> None:
    """Where the ledger cannot be written, the editor is told why, and goes on."""
    (tmp_path / "harbour.toml").write_text("subject = 3\n", encoding="utf-8")
    uri = opened(client, tmp_path / "a.md", "腾讯2019年营收为3772.9亿元。\n")
    await told(client, uri)
    answer = await client.workspace_execute_command_async(types.ExecuteCommandParams("factcheck.record", [uri, 12]))

    assert answer is None
    assert "expected text in quotes" in client.messages[-1].message


@pytest.mark.asyncio
@pytest.mark.parametrize("client", [("--claims", ".")], indirect=True)
async def test_a_figure_is_recorded_in_the_ledger(client: LanguageClient, tmp_path: Path) -> None:
    """The action on a figure writes its entry, and from then on drafts are held against it."""
    text = "腾讯2019年营收为3772.9亿元。\n"
    uri = opened(client, tmp_path / "a.md", text)
    await told(client, uri)
    here = types.Range(types.Position(0, 12), types.Position(0, 12))
    asked = types.CodeActionParams(types.TextDocumentIdentifier(uri), here, types.CodeActionContext([]))
    (action,) = await client.text_document_code_action_async(asked) or []
    assert "Record this figure in the ledger" == action.title
    written = await client.workspace_execute_command_async(types.ExecuteCommandParams("factcheck.record", [uri, 12]))

    assert [] == await told(client, uri)
    assert str(tmp_path / "tencent.toml") == written
    assert 'quote = "腾讯2019年营收为3772.9亿元"' in (tmp_path / "tencent.toml").read_text(encoding="utf-8")
    other = opened(client, tmp_path / "b.md", "腾讯2019年营收为3472.9亿元。\n")
    assert ["consistency/same-key-conflict", "ledger/conflict"] == sorted(str(one.code) for one in await told(client, other))
