"""`consistency lsp`: findings as the draft is written, in any editor that speaks the language server protocol."""

from __future__ import annotations

import click

from consistency.cli.console import OK
from consistency.cli.ledger import ledger
from consistency.cli.options import locale_language
from consistency.cli.running import apart
from consistency.errors import ConsistencyError
from consistency.model.findings import Report
from consistency.report.words import LANGUAGES
from consistency.settings import load
from consistency.wording import Lang


@click.command("lsp")
@click.option("--against", multiple=True, metavar="PATH", help="Article or folder that drafts are checked against.")
@click.option("--lang", type=click.Choice(LANGUAGES), default=locale_language, help="By default the locale's.")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output, as it does anyway.")
def lsp_command(against: tuple[str, ...], lang: str, stdio: bool) -> int:
    """Serve an editor: findings as the draft is written, its unsaved text included.

    The sources are those of --against or of the client's initializationOptions {"against": [PATH, …]}, else those of
    the configuration found upwards from the draft, whose settings hold as for check; so do waivers and the baseline.
    """
    try:
        from consistency.lsp.server import serve
    except ImportError:
        raise ConsistencyError("lsp needs pygls; run: pip install 'consistency[lsp]'") from None
    from importlib.metadata import PackageNotFoundError, version

    def check(path: str, text: str, named: list[str]) -> tuple[Report | None, list[str]]:
        return _check(path, text, [*against, *named], lang)

    try:
        installed = version("consistency")
    except PackageNotFoundError:
        installed = "?"
    serve(check, lang, installed)
    return OK


def _check(path: str, text: str, against: list[str], lang: str) -> tuple[Report | None, list[str]]:
    """The report on a draft that may not be saved, and the lines for the sources that cannot be read."""
    from consistency.articles import read_paths, read_text
    from consistency.articles.files import text_format
    from consistency.pipeline import check

    settings = load(path).settings
    if not text.strip() or not (against or settings.sources):
        return None, []
    sources, errors = read_paths(against or settings.sources)
    lines = [str(error) for error in errors]
    draft = read_text(text, path=path, format=text_format(path))
    others = apart(sources, draft)
    if not others:
        return None, lines
    decided = ledger(settings, path, path, [draft], None)
    said: Lang = "zh" if (settings.lang or lang) == "zh" else "en"
    report = decided.settle(check(draft, others, settings=settings, lang=said), said)
    return report.select(fields=settings.fields), lines
