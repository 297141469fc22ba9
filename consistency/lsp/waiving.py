"""The edit that waives a finding: a comment in the draft where it can have one, else an entry in the waiver file."""

from __future__ import annotations

import getpass
import os
from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from consistency.lsp.places import Places
from consistency.model.findings import Waiver
from consistency.waivers import FILE, MARKED, added, find


def waiving(path: str, uri: str, text: str, finding: str, reason: str, codec: PositionCodec) -> types.WorkspaceEdit:
    """What the editor has to write so that the finding stands; its reason is there for the user to put better."""
    author = _author()
    if path.lower().endswith(MARKED):
        comment = f'<!-- consistency: waive {finding} reason="{reason}" author="{author}" -->\n'
        return types.WorkspaceEdit(changes={uri: [_appended(text, comment, codec)]})
    file = Path(find(path) or Path(path).parent / FILE).absolute()
    before = file.read_text("utf-8", "replace") if file.is_file() else ""
    draft = Path(os.path.relpath(path, file.parent)).as_posix()
    whole = types.Range(types.Position(0, 0), Places(before, codec).end)
    text = added(before, Waiver(finding, reason, author, draft=draft))
    target = types.OptionalVersionedTextDocumentIdentifier(file.as_uri(), None)
    return types.WorkspaceEdit(document_changes=[
        types.CreateFile(file.as_uri(), options=types.CreateFileOptions(ignore_if_exists=True)),
        types.TextDocumentEdit(target, [types.TextEdit(whole, text)]),
    ])  # fmt: skip


def _appended(text: str, words: str, codec: PositionCodec) -> types.TextEdit:
    """The words stand at the end of the text, on a line of their own, where they split no paragraph or front matter."""
    end = Places(text, codec).end
    return types.TextEdit(types.Range(end, end), words if not text or text.endswith("\n") else f"\n{words}")


def _author() -> str:
    try:
        name = getpass.getuser()
    except (OSError, KeyError):  # a machine whose users have no names
        return "?"
    return "".join(char for char in name if char.isprintable() and char not in "\"'<>\\") or "?"
