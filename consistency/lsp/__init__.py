"""The language server: what an editor shows of a draft while it is written; the unsaved text is what is checked."""
