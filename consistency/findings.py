"""Topics -> findings: the verdict on each topic, how grave it is, and the line that a person reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from consistency.comparison import DISAGREEING
from consistency.fingerprint import fingerprint
from consistency.labels import coded, label
from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.exchange import by_table
from consistency.linkage.pair import FAMILIES
from consistency.linkage.rebasing import with_basis
from consistency.linkage.spellings import is_spelling
from consistency.linkage.topics import Topic
from consistency.linkage.twins import is_twin
from consistency.linkage.weights import Weights
from consistency.model.facts import Fact
from consistency.model.findings import SEVERITIES, Finding, Severity, Stated, Step, Verdict
from consistency.model.settings import ERROR, WARNING
from consistency.model.text import Article, Span
from consistency.patterns import pattern
from consistency.updates import is_update, latest, standing
from consistency.wording import Lang, say

TOPIC = 16  # characters of a topic's name
Rank = Callable[[str | None, str], int | None]


def judge(
    topics: Sequence[Topic], articles: Mapping[str, Article], weights: Weights, lang: Lang = "zh",
    draft: str | None = None, rank: Rank | None = None,
) -> list[Finding]:  # fmt: skip
    """One finding for each topic, the gravest first, then by certainty and place.

    `rank` gives the rank of a source by its outlet and path, 1 the highest, None where it has none: a finding says
    which side ranks higher, and decides nothing by it.
    """
    found = [_finding(topic, articles, weights, lang, draft) for topic in topics]
    if rank:
        found = [
            replace(finding, evidence=(*finding.evidence, *_ranks(topic, articles, lang, draft, rank)))
            for topic, finding in zip(topics, found, strict=True)
        ]  # fmt: skip
    return ranked(found)


def _ranks(
    topic: Topic, articles: Mapping[str, Article], lang: Lang, draft: str | None, rank: Rank
) -> Iterator[str]:  # fmt: skip
    """The line that says which side of a disagreement the highest source is on, if one side has it alone."""
    best: list[tuple[int, Context]] = []
    for group in topic.groups if topic.disagreements else ():
        named = [context for context in group if context.fact.statement.article != draft]
        ranks = [(rank(articles[c.fact.statement.article].outlet, articles[c.fact.statement.article].path), c)
                 for c in named]  # fmt: skip
        best += sorted(((number, c) for number, c in ranks if number is not None), key=lambda one: one[0])[:1]
    best.sort(key=lambda one: one[0])
    if best and (len(best) == 1 or best[0][0] < best[1][0]):
        number, context = best[0]
        yield say("ranked", lang, outlet=_outlet(context, articles), rank=number, value=context.fact.text)


def ranked(findings: list[Finding]) -> list[Finding]:
    """The findings, the gravest first, then by certainty and place, each with an id of its own."""
    return sorted(
        _told_apart(findings),
        key=lambda one: (SEVERITIES.index(one.severity), -one.confidence, one.statements[0].path, one.id),
    )


def _told_apart(findings: list[Finding]) -> list[Finding]:
    """The findings, a number behind a fingerprint that another one has already (the same words said twice)."""
    seen: dict[str, int] = {}
    found = []
    for finding in _once(findings):
        seen[finding.id] = seen.get(finding.id, 0) + 1
        found.append(finding if seen[finding.id] == 1 else replace(finding, id=f"{finding.id}-{seen[finding.id]}"))
    return found


def _once(findings: list[Finding]) -> list[Finding]:
    """Of the findings of one verdict on the very same places the surest: a county's deputy who heads the inquiry."""
    best: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        places = frozenset((statement.path, statement.span) for statement in finding.statements)
        key = finding.field, finding.verdict, places
        if key not in best or best[key].confidence < finding.confidence:
            best[key] = finding
    return list(best.values())


def _finding(topic: Topic, articles: Mapping[str, Article], weights: Weights, lang: Lang, draft: str | None) -> Finding:
    verdict = _verdict(topic, articles, draft)
    confidence = round(_confidence(topic), 2)
    # One place may be said of two classes of act (封存: stopped, and not gone); it is shown once.
    places: dict[tuple[str, Span], tuple[Fact, int]] = {}
    for number, group in enumerate(topic.groups):
        for context in group:
            fact = _shown(context.fact, topic, articles)
            places.setdefault((fact.statement.article, fact.span), (fact, min(number, 25)))
    statements = _labelled([stated(fact, chr(ord("a") + number), articles, lang) for fact, number in places.values()])
    field = _first(topic).fact.field
    gravest = _gravest(verdict, topic, articles, draft)
    return Finding(
        fingerprint(field, statements), field, verdict, _severity(verdict, gravest, confidence, draft is not None),
        confidence, _topic_name(topic, lang), _message(verdict, topic, articles, lang, draft), statements,
        _evidence(topic, lang), *_why(topic, weights), gravest=gravest,
    )  # fmt: skip


def _labelled(statements: Sequence[Stated]) -> tuple[Stated, ...]:
    """The statements as they are written where two sides would have one label: 同比增长12% / 环比增长12%."""
    sides: dict[str, set[str]] = {}
    for one in statements:
        sides.setdefault(one.label, set()).add(one.group)
    return tuple(replace(one, label=one.text) if len(sides[one.label]) > 1 else one for one in statements)


def _shown(fact: Fact, topic: Topic, articles: Mapping[str, Article]) -> Fact:
    """The fact with what of it is in dispute: where one number stands on two bases, its basis too."""
    rebased = topic.disagreements and _deciding(topic).relation == "rebased"
    return with_basis(fact, articles[fact.statement.article]) if rebased else fact


def _why(topic: Topic, weights: Weights) -> tuple[str, tuple[Step, ...]]:
    """How the values of the deciding pair stand, and its weights, the heaviest first."""
    if not topic.links:
        return "", ()
    link = _deciding(topic)
    return link.relation, steps_of(link, weights)


def steps_of(link: Alignment, weights: Weights) -> tuple[Step, ...]:
    """What each comparison adds to a pair's match weight, the prior first, then the heaviest."""
    if link.a.fact.kind not in FAMILIES or is_twin(link):  # names, quotations and twins are aligned by rule
        return ()
    prior, *rest = (Step(*step) for step in weights.waterfall(FAMILIES[link.a.fact.kind], link.levels))
    rest += [Step(*step) for step in link.beside]
    return prior, *sorted((step for step in rest if step.weight), key=lambda step: -abs(step.weight))


def _deciding(topic: Topic) -> Alignment:
    return topic.disagreements[0] if topic.disagreements else topic.links[0]


def _confidence(topic: Topic) -> float:
    """The probability of the disagreement; where all agree, how alike the surroundings are."""
    best = _deciding(topic)
    return best.confidence if topic.disagreements else best.similarity


def _first(topic: Topic) -> Context:
    return topic.disagreements[0].a if topic.disagreements else topic.groups[0][0]


def _severity(verdict: Verdict, gravest: Severity, confidence: float, of_draft: bool) -> Severity:
    if verdict not in ("conflict", "update") or confidence < WARNING[of_draft]:
        return "info"
    certain = verdict == "conflict" and confidence >= ERROR[of_draft]
    return max("error" if certain else "warning", gravest, key=SEVERITIES.index)


def _gravest(verdict: Verdict, topic: Topic, articles: Mapping[str, Article], draft: str | None) -> Severity:
    """What no setting makes it more than: a draft that has the newest value is not at fault that a source is older."""
    if verdict == "update" and standing(topic, articles, draft) == "current":
        return "info"
    return "warning" if _capped(topic) else "error"


def _capped(topic: Topic) -> bool:
    """Whether a disagreement is never more than a warning: it hangs on a yearly average rate of exchange."""
    decided = _deciding(topic)
    return decided.relation == "disjoint" and by_table(decided.a, decided.b)


def _verdict(topic: Topic, articles: Mapping[str, Article], draft: str | None) -> Verdict:
    if not topic.disagreements:
        equal = all(link.relation in ("equal", "equivalent") for link in topic.links)
        return "agree" if equal and len(topic.groups) == 1 else "compatible"
    return "update" if is_update(topic, articles, draft) else "conflict"


def stated(fact: Fact, group: str, articles: Mapping[str, Article], lang: Lang) -> Stated:
    """Where and how an article states a fact."""
    article = articles[fact.statement.article]
    block = article.blocks[fact.statement.block]
    start = fact.statement.sentence_start
    sentence = block.text[start : start + len(fact.statement.sentence)]
    line, column = article.position(fact.span.start)
    return Stated(
        article.id, article.path, fact.span, line, column, fact.text,
        say(coded(fact.value), lang) if fact.kind == "status" else coded(fact.value), sentence,
        (fact.start - start, fact.end - start), group,
        article.parts.of(fact.span.start) if article.parts else None, label(fact, lang),
    )  # fmt: skip


def _topic_name(topic: Topic, lang: Lang) -> str:
    fact = _first(topic).fact
    if topic.disagreements and is_spelling(_deciding(topic)):
        return say("name of", lang, name=fact.text)
    match fact.kind:
        case "quotation":
            return say("who said", lang, words=fact.measure[:24])
        case "post":
            return say("post of", lang, name=fact.measure)
        case "holder":
            return say("holder of", lang, post=fact.measure)
        case "act":
            return say("who did", lang, act=fact.measure)
        case "time":
            return _following(fact) or fact.measure or fact.statement.clause[:TOPIC]
        case "status" | "word":
            return fact.statement.clause.strip("。！？!?；;")[:TOPIC]
    return fact.measure or fact.statement.clause[:TOPIC]


_WORDS = pattern(r"[\u4e00-\u9fffA-Za-z0-9“”·]{3,}")


def _following(fact: Fact) -> str:
    """What a time is said of: the first words after it in its sentence."""
    statement = fact.statement
    rest = statement.sentence[fact.end - statement.sentence_start :]
    match = _WORDS.search(rest)
    return match[0][:TOPIC] if match else ""


def _message(verdict: Verdict, topic: Topic, articles: Mapping[str, Article], lang: Lang, draft: str | None) -> str:
    sides = []
    labels = _labels([group[0].fact for group in topic.groups], lang)
    for group, value in zip(topic.groups, labels, strict=True):
        outlets = list(dict.fromkeys(
            say("draft", lang) if context.fact.statement.article == draft else _outlet(context, articles)
            for context in group
        ))  # fmt: skip
        sides.append(say("says", lang, outlets=say("list", lang).join(outlets), value=value))
    joined = say("and", lang).join(sides)
    if {context.fact.statement.article for group in topic.groups for context in group} == {draft}:
        return say("within", lang, sides=say("and", lang).join(f"“{value}”" for value in labels))
    if verdict != "update":
        return say(verdict, lang, sides=joined)
    newest = latest(topic, articles, draft)
    return say(
        standing(topic, articles, draft), lang, outlet=_outlet(newest, articles), latest=newest.fact.text, sides=joined
    )


def _labels(facts: Sequence[Fact], lang: Lang) -> Sequence[str]:
    """What each side says, told apart where it is written alike: 八点 (2026-04-12T20), 环比增长12%."""
    written, ways = [fact.text for fact in facts], (
        [f"{fact.text} ({label(fact, lang)})" for fact in facts],
        [f"{fact.measure}…".replace("…", fact.text, 1).strip("…") for fact in facts],
    )  # fmt: skip
    return next((labels for labels in (written, *ways) if len(set(labels)) == len(labels)), written)


def _outlet(context: Context, articles: Mapping[str, Article]) -> str:
    article = articles[context.fact.statement.article]
    return article.outlet or article.path.rsplit("/", 1)[-1]


def _evidence(topic: Topic, lang: Lang) -> tuple[str, ...]:
    if not topic.links:
        return ()
    link = _deciding(topic)
    said = []
    levels = dict(link.levels)
    if is_twin(link):
        said.append(say("twins", lang, share=levels["twin"]))
    elif is_spelling(link):
        said.append(say("spelling", lang, names=f"{link.a.fact.text} / {link.b.fact.text}"))
    elif link.a.fact.kind == "quotation":
        said.append(say("same words", lang, share=levels.get("quotation", "")))
    elif link.a.fact.kind in ("post", "holder"):
        said.append(say("same person", lang, name=link.a.fact.measure))
    else:
        said.append(say(link.basis, lang, share=link.similarity))
    if levels.get("anchors", "none") not in ("none", "near"):
        said.append(say("anchors", lang))
    if levels.get("digits", "").startswith(("swapped", "one key", "digit dropped", "shifted")):
        said.append(say("digits", lang, values=f"{link.a.fact.text} / {link.b.fact.text}"))
    if link.relation in DISAGREEING:
        said.append(say(link.relation, lang))
    return tuple(said)
