"""The language server in a real process, spoken to by pygls' own client over standard input and output."""

import asyncio
import os
import sys
import tomllib

import pytest

from tests.test_cli import DAILY, ROOT, WIRE

pytest.importorskip("pygls", reason="speaks the protocol")

from lsprotocol import types
from pygls.lsp.client import LanguageClient

ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
UNIT = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


class Editor(LanguageClient):
    """A client that remembers the diagnostics it was sent."""

    def __init__(self):
        super().__init__("an-editor", "1")
        self.sent = asyncio.Queue()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params):
            self.sent.put_nowait(params)

    async def start(self, folder, *arguments, encodings=None, options=None):
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "zh_CN.UTF-8"}
        await self.start_io(
            sys.executable, "-m", "consistency", "lsp", *map(str, arguments), cwd=folder, env=environment
        )
        general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        told = await self.initialize_async(
            types.InitializeParams(
                types.ClientCapabilities(general=general), root_uri=folder.as_uri(), initialization_options=options
            )
        )
        self.initialized(types.InitializedParams())
        return told

    def open(self, path, text, language="markdown"):
        self.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(path.as_uri(), language, 1, text))
        )

    def change(self, path, version, text):
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, path.as_uri()),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    async def told(self, seconds=60):
        return await asyncio.wait_for(self.sent.get(), seconds)

    async def actions(self, path, diagnostic):
        return await self.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(path.as_uri()), diagnostic.range, types.CodeActionContext([diagnostic])
            )
        )

    async def leave(self):
        await self.shutdown_async(None)
        self.exit(None)
        await self.stop()


def with_editor(scenario):
    async def run():
        editor = Editor()
        try:
            await asyncio.wait_for(scenario(editor), 150)
        finally:
            process = editor._server
            if process and process.returncode is None:
                process.kill()

    asyncio.run(run())


def cut(text, where, encoding="utf-16"):
    """The text that a range of the protocol marks."""
    assert where.start.line == where.end.line
    line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[where.start.line].encode(ENCODINGS[encoding])
    size = UNIT[encoding]
    return line[where.start.character * size : where.end.character * size].decode(ENCODINGS[encoding])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.md").write_text(WIRE, "utf-8")
    (tmp_path / "draft.md").write_text("stale", "utf-8")
    return tmp_path


ASTRAL = DAILY.replace("截至", "😀𠮷\u2028截至").replace("\n", "\r\n")


def test_a_draft_is_checked_as_it_is_written(folder):
    draft = folder / "draft.md"

    async def scenario(editor):
        await editor.start(folder, "--against", "sources")
        editor.open(draft, DAILY)
        told = await editor.told()
        (found,) = [one for one in told.diagnostics if one.severity == types.DiagnosticSeverity.Error]
        assert (told.uri, told.version, found.source, found.code) == (draft.as_uri(), 1, "consistency", "figure")
        assert cut(DAILY, found.range) == "15人" and len(found.data) >= 12
        (other,) = found.related_information
        assert other.location.uri == (folder / "sources" / "wire.md").as_uri()
        assert cut(WIRE, other.location.range) == "12人" and "12人遇难" in other.message
        for version in range(2, 6):  # a key after the other: one check
            editor.change(draft, version, WIRE.replace("新华社", "本报"))
        told = await editor.told()
        assert (told.version, list(told.diagnostics)) == (5, [])
        editor.change(draft, 6, "---\ntitle: [open\n---\n")
        (found,) = (await editor.told()).diagnostics
        assert found.range.start == types.Position(0, 0) and "front matter" in found.message
        (folder / "sources" / "wire.md").write_text(WIRE.replace("12人", "19人"), "utf-8")
        editor.change(draft, 7, WIRE.replace("新华社", "本报"))
        assert len((await editor.told()).diagnostics) == 1
        editor.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(draft.as_uri())))
        assert len((await editor.told()).diagnostics) == 1
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(draft.as_uri())))
        assert not (await editor.told()).diagnostics
        await editor.leave()

    with_editor(scenario)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-32"])
def test_places_are_counted_as_agreed(folder, encoding):
    (folder / "sources" / "wire.md").write_text(
        ASTRAL.replace("15人", "12人").replace("晚报", "日报"), "utf-8", newline=""
    )

    async def scenario(editor):
        named = None if encoding == "utf-16" else [types.PositionEncodingKind(encoding)]
        told = await editor.start(folder, encodings=named, options={"against": ["sources"]})
        assert told.capabilities.position_encoding == encoding
        editor.open(folder / "draft.md", ASTRAL)
        (found,) = (await editor.told()).diagnostics
        assert cut(ASTRAL, found.range, encoding) == "15人"
        (other,) = found.related_information
        assert cut(ASTRAL.replace("15人", "12人"), other.location.range, encoding) == "12人"
        await editor.leave()

    with_editor(scenario)


def test_a_finding_is_waived_by_an_edit(folder):
    draft, plain = folder / "draft.md", folder / "draft.txt"

    async def scenario(editor):
        await editor.start(folder, "--against", "sources")
        editor.open(draft, DAILY)
        (found,) = (await editor.told()).diagnostics
        (action,) = await editor.actions(draft, found)
        assert action.kind == types.CodeActionKind.QuickFix and list(action.diagnostics) == [found]
        (edit,) = action.edit.changes[draft.as_uri()]
        last = DAILY.count("\n")
        assert edit.range == types.Range(types.Position(last, 0), types.Position(last, 0))
        assert edit.new_text.startswith(f'<!-- consistency: waive {found.data} reason="已人工核对" author="')
        foreign = types.Diagnostic(found.range, "another's", source="spelling")
        assert not await editor.actions(draft, foreign)
        editor.open(plain, DAILY.split("---")[2], "plaintext")
        (found,) = (await editor.told()).diagnostics
        (action,) = await editor.actions(plain, found)
        create, change = action.edit.document_changes
        assert create.uri == change.text_document.uri == (folder / "consistency-waivers.toml").as_uri()
        (entry,) = tomllib.loads(change.edits[0].new_text)["waiver"]
        assert (entry["finding"], entry["draft"]) == (found.data, "draft.txt") and entry["reason"] and entry["author"]
        await editor.leave()

    with_editor(scenario)


def test_what_cannot_be_checked_is_said_and_ends_nothing(folder):
    async def scenario(editor):
        await editor.start(folder, "--against", "sources", "--against", "nowhere")
        editor.open(folder / "draft.md", DAILY)
        messages = [one.message for one in (await editor.told()).diagnostics]
        assert any("nowhere" in message for message in messages) and len(messages) == 2
        editor.open(folder / "sources" / "wire.md", WIRE)  # a source is no draft of its own
        assert [one.source for one in (await editor.told()).diagnostics] == ["consistency"]
        await editor.leave()

    with_editor(scenario)


def test_without_the_library_the_remedy_is_told(monkeypatch, capsys):
    from consistency import cli

    for name in [name for name in sys.modules if name.startswith("consistency.lsp.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    assert cli.main(["lsp"]) == 2 and "pip install 'consistency[lsp]'" in capsys.readouterr().err


def test_settings_and_waivers_hold_as_for_check(folder):
    draft = folder / "draft.md"
    (folder / "consistency.toml").write_text('sources = ["sources"]\n', "utf-8")

    async def scenario(editor):
        await editor.start(folder)
        editor.open(draft, DAILY)
        (found,) = (await editor.told()).diagnostics
        (action,) = await editor.actions(draft, found)
        (edit,) = action.edit.changes[draft.as_uri()]
        editor.change(draft, 2, DAILY + edit.new_text)
        assert not (await editor.told()).diagnostics
        editor.change(draft, 3, DAILY)
        (found,) = (await editor.told()).diagnostics
        (folder / "consistency-waivers.toml").write_text("[[waiver]]\n", "utf-8")
        editor.change(draft, 4, DAILY)
        (found,) = (await editor.told()).diagnostics
        assert "a waiver without finding" in found.message
        await editor.leave()

    with_editor(scenario)
