"""Whether later values supersede earlier ones (more dead, a date put off), and which is the newest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from consistency.linkage.alignment import Alignment
from consistency.linkage.context import Context
from consistency.linkage.digits import closeness
from consistency.linkage.growth import changing, is_so_far
from consistency.linkage.topics import Topic
from consistency.model.text import Article
from consistency.model.values import Quantity
from consistency.patterns import pattern

SETTLED = 90  # days after which a period's figure is no longer news that changes


def is_update(topic: Topic, articles: Mapping[str, Article], draft: str | None = None) -> bool:
    """Whether what is told changes as events go on, and the later of two values is told later."""
    if any(_slipped(link) for link in topic.disagreements):
        return False  # 4.3亿美元 / 4.3亿元 is a slip, whoever came later
    groups = [_dated(group, draft) for group in topic.groups]
    everyone = [context for group in groups for context in group]
    moments = dict(zip(map(id, everyone), _moments(everyone, articles), strict=True))
    spans = []
    for group in groups:
        known = [time for context in group if (time := moments[id(context)]) is not None]
        if not known:
            return False
        spans.append((min(known), max(known), group))
    spans.sort(key=lambda span: span[0])
    if not all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(spans)):
        return False
    return _moves([group for *_, group in spans])


def _dated(group: tuple[Context, ...], draft: str | None) -> tuple[Context, ...]:
    """Those of a group whose time is that of the value: a draft is not newer for being written after its source."""
    dated = tuple(context for context in group if context.fact.statement.article != draft or context.as_of)
    return dated or group


# 3.86亿 / 3.68亿, 1274 / 1724, 1.26亿 / 1260万: of three digits nobody comes to the same by chance; of two (12 / 21)
# some do.
_SLIPS = ("swapped of three", "swapped of many", "shifted of two", "shifted of three", "shifted of many")


def _slipped(link: Alignment) -> bool:
    """Whether two values are one number, miswritten or on another basis."""
    return link.relation == "rebased" or closeness(link.a, link.b, link.relation) in _SLIPS


Moment = tuple[int, ...]  # year, month, day, hour, minute; from the month or day on where a text names no more


def _moments(contexts: Sequence[Context], articles: Mapping[str, Article]) -> list[Moment | None]:
    """The time of which each statement speaks: its 截至, else its article's own time."""
    found = [_moment(context, articles) for context in contexts]
    unknown = max((moment[:2].count(0) for moment in found if moment), default=0)
    return [moment[unknown:] if moment else None for moment in found]


def _moment(context: Context, articles: Mapping[str, Article]) -> Moment | None:
    stated = context.as_of
    if stated is not None and stated.end is None and stated.day:  # 截至28日12时, of no known year or month
        return 0, stated.month or 0, stated.day, 23 if stated.hour is None else stated.hour, stated.minute or 0
    moment = (stated.end if stated else None) or articles[context.fact.statement.article].published
    return (moment.year, moment.month, moment.day, moment.hour, moment.minute) if moment else None


def _moves(groups: Sequence[tuple[Context, ...]]) -> bool:
    """Whether the groups, in order of time, are steps of one thing: more dead, a date put off, a gap closed."""
    everyone = [context for group in groups for context in group]
    match everyone[0].fact.kind:
        case "quantity":
            if any(map(_over, everyone)):
                return False
            earlier = [context for group in groups[:-1] for context in group]
            if any(context.as_of for context in everyone) or all(map(is_so_far, earlier)):
                return True
            return any(map(changing, everyone)) and _grows(groups)
        case "time" | "duration":
            return any(_REVISED.search(context.fact.statement.clause) for group in groups[1:] for context in group)
        case "status":
            done = groups[-1][0].fact.term == "done"
            return done and (any(map(_searched, everyone)) or _done_since(groups))
    return False


def _grows(groups: Sequence[tuple[Context, ...]]) -> bool:
    """Whether each article has a higher number than those before it; an age (死者56岁) is no count."""
    numbers = [
        value.number if isinstance(value := group[0].fact.value, Quantity) and value.unit != "岁" else None
        for group in groups
    ]
    return all(one is not None and two is not None and one < two for one, two in pairwise(numbers))


def _over(context: Context) -> bool:
    """Whether the figure is of a year, quarter or month that was over when the article came out: 2023年亏损4.1亿元."""
    period = context.fact.period
    if period is None or period.end is None or context.published is None:
        return False
    return period.end < context.published.replace(tzinfo=None) - timedelta(days=SETTLED)


# 延后至5月19日召开, 改为6月18日, 改判四年: the later article says itself that the date was another one.
_REVISED = pattern(
    "延[后期迟长至]|推[迟后到至]|顺延|改[为在到期至判]|提前[到至]|调整[为到至]|后延|順延|缩短[为到至]|上调|下调|重新[测核确安]"
)


# Searched for, then found; burning, then put out.
_SEARCHED = pattern("搜救|搜寻|搜索|下落|失联|失踪|找到|寻获|获救|明火|火势|扑灭|受控")


def _searched(context: Context) -> bool:
    return bool(_SEARCHED.search(context.fact.statement.clause))


def _done_since(groups: Sequence[tuple[Context, ...]]) -> bool:
    """Whether what the earlier articles say is not done was done since, as the last say: 仍未恢复 / 15日恢复."""
    before, done = [context for group in groups[:-1] for context in group], groups[-1]
    told = [context.published.replace(tzinfo=None) for context in before if context.published]
    since = [context.fact.period for context in done if context.fact.period and context.fact.period.start]
    if not told or not since or any(context.fact.term != "undone" for context in before):
        return False
    moment = max(told)
    day = moment.replace(hour=0, minute=0, second=0)
    return all(context.fact.term == "done" for context in done) and all(
        time.start >= (day if time.hour is None else moment) for time in since if time.start
    )


def latest(topic: Topic, articles: Mapping[str, Article], draft: str | None = None) -> Context:
    """The statement that speaks of the latest time; the first of all where no time is known."""
    contexts = [context for group in topic.groups for context in _dated(group, draft)]
    moments = _moments(contexts, articles)
    return contexts[max(range(len(contexts)), key=lambda n: moments[n] or ())]


def standing(topic: Topic, articles: Mapping[str, Article], draft: str | None) -> str:
    """How a draft stands to an update: it has an older value, the newest as a source has it, or a newer one."""
    told_by = [{context.fact.statement.article for context in group} for group in topic.groups]
    if not any(draft in tellers for tellers in told_by):
        return "update"
    newest = latest(topic, articles, draft)
    tellers = next(its for its, group in zip(told_by, topic.groups, strict=True) if newest in group)
    if draft not in tellers:
        return "stale"
    if sum(draft in its for its in told_by) > 1:
        return "stale"  # its headline has another value than its text
    return "current" if len(tellers) > 1 else "ahead"
