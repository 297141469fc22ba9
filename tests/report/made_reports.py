"""Reports on articles made of given texts, with honest places, for properties that must hold of any text."""

from datetime import date

from consistency.model.findings import Coverage, Finding, Report, Source, Stated, Waiver
from consistency.model.text import Article, Span


def stated(article, sentence, value, group):
    """The first place of `value` in the article's `sentence`."""
    mark = sentence.index(value)
    start = article.text.index(sentence) + mark
    span = Span(start, start + len(value))
    return Stated(article.id, article.path, span, *article.position(start), value, value, sentence,
                  (mark, mark + len(value)), group)  # fmt: skip


def made(text, path="稿.md", draft=None, before="题\n", **parts):
    """Two articles that both hold `text` around a value, and three findings of them: open, waived and known."""
    sentences = [f"{text}共12人{text}", f"{text}共15人{text}"]
    articles = [
        Article(name, f"{before}{sentence}\n", (), f"a{number}", text, outlet)
        for number, (name, sentence, outlet) in enumerate(
            [(path, sentences[0], text or None), ("源/另 一.md", sentences[1], None)], 1
        )
    ]
    statements = tuple(
        stated(article, sentence, value, group)
        for article, sentence, value, group in zip(articles, sentences, ("12人", "15人"), "ab", strict=True)
    )
    waiver = Waiver("f2", text, "李编辑", date(2027, 1, 1), place="waivers.toml:3")
    said = f"{text}说法不一"
    findings = (
        Finding("f2", "figure", "conflict", "error", 0.9, text, said, statements, (text,), waiver=waiver),
        Finding("f3", "date", "update", "warning", 0.7, text, text, statements[::-1], baseline="known"),
        Finding("f1", "figure", "conflict", "error", 0.93, text, said, statements, (text,), baseline="new"),
    )
    sources = tuple(Source(article, 1) for article in articles)
    parts = {"findings": findings, "coverage": Coverage(2, 2, 2, 1, 1, of_draft=(1, 1) if draft else None)} | parts
    return Report(sources, draft=draft, notes=(f"{text}过期",), **parts)
