"""The edit that waives a finding: a comment in the draft where it can have one, else an entry in the waiver file."""

from __future__ import annotations

import getpass
import json
from pathlib import Path

from lsprotocol import types
from pygls.workspace import PositionCodec

from consistency.lsp.places import Places

FILE = "consistency-waivers.toml"  # beside the draft
_MARKED = (".md", ".html", ".htm")


def waiving(path: str, uri: str, text: str, finding: str, reason: str, codec: PositionCodec) -> types.WorkspaceEdit:
    """What the editor has to write so that the finding stands; its reason is there for the user to put better."""
    author = _author()
    if path.lower().endswith(_MARKED):
        comment = f'<!-- consistency: waive {finding} reason="{reason}" author="{author}" -->\n'
        return types.WorkspaceEdit(changes={uri: [_appended(text, comment, codec)]})
    file = Path(path).absolute().parent / FILE
    entry = {"finding": finding, "reason": reason, "author": author, "draft": Path(path).name}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in entry.items()]
    before = file.read_text("utf-8", "replace") if file.is_file() else ""
    target = types.OptionalVersionedTextDocumentIdentifier(file.as_uri(), None)
    edit = _appended(before, "".join(["\n" if before.strip() else "", "[[waiver]]\n", *lines]), codec)
    return types.WorkspaceEdit(document_changes=[
        types.CreateFile(file.as_uri(), options=types.CreateFileOptions(ignore_if_exists=True)),
        types.TextDocumentEdit(target, [edit]),
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
