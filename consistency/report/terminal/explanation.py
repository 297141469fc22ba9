"""Why two lines were compared or not, on the page: their facts, then pair by pair what came of it."""

from __future__ import annotations

from rich.padding import Padding
from rich.text import Text

from consistency.model.explanation import Explanation, Pairing
from consistency.model.findings import Stated
from consistency.report.terminal.page import Page
from consistency.report.terminal.waterfall import waterfall
from consistency.report.words_explain import outcome

MARGIN = 3


def write_explanation(page: Page, explanation: Explanation) -> None:
    """Both lines with their facts, then each pair of facts of one kind; the first one weighed shows its weights."""
    for stated in (explanation.a, explanation.b):
        _write_line(page, stated)
    if not explanation.pairs:
        page.print(page.flow(Text(page.say("no pairs"), style="bold"), page.width))
    first = next((number for number, pair in enumerate(explanation.pairs) if pair.steps), None)
    for number, pair in enumerate(explanation.pairs):
        _write_pair(page, pair, number == first)


def _write_line(page: Page, facts: tuple[Stated, ...]) -> None:
    if not facts:
        page.print(Text(page.say("no facts on line"), style="bold"), "")
        return
    page.print(Text(f"{page.clean(facts[0].path)}:{facts[0].line}", style="dim"))
    values = page.sign("、", ", ").join(f"{page.clean(fact.text)}" for fact in facts)
    page.print(Padding(page.flow(Text(values), page.width - MARGIN), (0, 0, 1, MARGIN)))


def _write_pair(page: Page, pair: Pairing, in_full: bool) -> None:
    dash = page.sign("─", "-")
    title = Text(f"{dash}{dash} ", style="dim")
    title.append(page.say(pair.field), style="not dim bold")
    title.append(f" {page.clean(pair.a.text)} / {page.clean(pair.b.text)} ", style="not dim bold")
    page.print(page.flow(title, page.width))
    said = outcome(pair.outcome, page.lang)
    if pair.confidence is not None:
        said += page.sign("，", ", ") + page.say("confidence", percent=round(100 * pair.confidence))
    if pair.finding:
        said += f" ({pair.finding})"
    page.print(Padding(page.flow(page.text(said), page.width - MARGIN), (0, 0, 0, MARGIN)))
    if in_full:
        page.print("", Padding(waterfall(page, pair.steps), (0, 0, 0, MARGIN)))
    page.print("")
