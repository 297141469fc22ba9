"""The server: which drafts are open, when they are checked, and what the editor is told of them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from consistency.errors import ConsistencyError
from consistency.lsp.diagnostics import SOURCE, diagnostics, trouble
from consistency.lsp.waiving import waiving
from consistency.model.findings import Report
from consistency.report.words import say

QUIET = 0.4  # seconds without a key after which a draft is checked

# The draft's path, its unsaved text and the paths that it is checked against -> the report (None: there is nothing to
# check it against) and what could not be read.
Check = Callable[[str, str, list[str]], tuple[Report | None, list[str]]]


@dataclass
class _State:
    """What changes while the server runs: the sources that the client named, and the check due for each draft."""

    against: list[str] = field(default_factory=list)
    waiting: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)


def serve(check: Check, lang: str, version: str) -> None:
    """Speak the protocol on standard input and output until the client leaves."""
    server(check, lang, version).start_io()


def server(check: Check, lang: str, version: str) -> LanguageServer:
    """A server that has not started; `lang` is the language of what it says beside the findings."""
    # Whole texts, not changes: pygls ends lines at U+2028 and its like, where editors do not, and would misplace them.
    ls = LanguageServer(SOURCE, version, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    state = _State()

    @ls.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        options = params.initialization_options
        named = options.get("against") if isinstance(options, dict) else None
        named = [named] if isinstance(named, str) else named
        root = to_fs_path(params.root_uri) if params.root_uri else None
        if isinstance(named, list):
            state.against = [str(Path(root or ".", path)) for path in named if isinstance(path, str)]

    def soon(uri: str, quiet: float = 0.0) -> None:
        if uri in state.waiting:
            state.waiting.pop(uri).cancel()
        state.waiting[uri] = asyncio.get_running_loop().create_task(look(uri, quiet))

    async def look(uri: str, quiet: float) -> None:
        await asyncio.sleep(quiet)
        async with state.one_at_a_time:
            document = ls.workspace.get_text_document(uri)
            version, text, path = document.version, document.source, _path(uri, document.language_id)
            try:
                found, wrong = await asyncio.to_thread(check, path, text, state.against)
            except ConsistencyError as error:
                found, wrong = None, [str(error)]
            if ls.workspace.text_documents.get(uri) is None or document.version != version:
                return  # closed or changed meanwhile
            items = [trouble(line) for line in wrong]
            if found is not None:
                items += [trouble(note, types.DiagnosticSeverity.Information) for note in found.notes]
                items += diagnostics(found, uri, lang, ls.workspace.position_codec)
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, version))

    @ls.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        soon(params.text_document.uri)

    @ls.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        soon(params.text_document.uri, QUIET)

    @ls.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: types.DidSaveTextDocumentParams) -> None:
        for uri in list(ls.workspace.text_documents):  # it may be a source of any of them
            soon(uri)

    @ls.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if uri in state.waiting:
            state.waiting.pop(uri).cancel()
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @ls.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = ls.workspace.get_text_document(params.text_document.uri)
        path = _path(document.uri, document.language_id)
        own = [one for one in params.context.diagnostics if one.source == SOURCE and isinstance(one.data, str)]
        return [
            types.CodeAction(
                say("waive", lang, finding=one.data), types.CodeActionKind.QuickFix, [one],
                edit=waiving(
                    path, document.uri, document.source, str(one.data), say("waived by hand", lang),
                    ls.workspace.position_codec,
                ),
            )
            for one in own
        ]  # fmt: skip

    return ls


_SUFFIXES = {"markdown": ".md", "html": ".html"}


def _path(uri: str, language: str | None) -> str:
    """The path of a document, as short as it can be; a text that was never saved has its language's ending."""
    path: Any = to_fs_path(uri)
    if path is None or not uri.startswith("file:"):
        return f"untitled{_SUFFIXES.get(language or '', '.txt')}"
    near = os.path.relpath(path)
    return str(path) if near.startswith("..") else near
