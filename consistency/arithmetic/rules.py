"""How values hang together in a sentence: growth and base, parts and whole, share and whole, age, weekday."""

from __future__ import annotations

from datetime import datetime, timedelta

from consistency.arithmetic.registry import Values, bounds, exact, per_cent, rule, shown_number
from consistency.model.facts import Fact
from consistency.model.values import Duration, Quantity, Timex
from consistency.patterns import pattern

UP = "增长|增加|上升|提高|上涨|上调|涨|增幅|升幅|涨幅"
DOWN = "下降|减少|降低|回落|下跌|下调|跌|降|降幅|跌幅"
_TO = "(?:增长|增加|上升|提高|扩大|上涨|上调|增|升|涨|下降|减少|降低|回落|下跌|下调|缩减|降|减|跌)[至到为]"


@rule(
    rf"[由从](?:[^，。；]{{0,12}}?的?)?(?P<base>V){_TO}(?:[^，。；]{{0,10}}?的?)?(?P<now>V)，?"
    rf"(?P<verb>{UP}|{DOWN})(?:了|达到?|为)?(?P<by>V)",
    claim="by",
    wrong=(
        "产量由100万吨增至150万吨，增长30%。",
        "票价从8元下调到6元，降幅达30%。",
        "职工从1200人增加到1500人，增加了200人。",
    ),
    right=(
        "产量由100万吨增至150万吨，增长50%。",
        "票价从8元下调到6元，降幅25%。",
        "产量由100万吨增至150万吨，同比增长30%。",
        "产量由约100万吨增至150万吨，增长30%。",
        "由3.1万吨增至3.6万吨，增长16.9%。",
        "由1.2亿元增至1.5亿元，增长0.3亿元。",
        "职工从1200人增加到1500人，年均增长3%。",
    ),
)
def growth(values: Values, text: str, published: datetime | None) -> str | None:
    """Base and result, and by how much or by what share the one differs from the other."""
    base, now, by = (exact(values[name]) for name in ("base", "now", "by"))
    if base is None or now is None or by is None or base.unit != now.unit or not base.number:
        return None
    (low, high), (least, most) = bounds(base), bounds(now)
    if by.unit == "%" and base.unit != "%":
        if low <= 0 or per_cent(values["by"]) is None:
            return None
        ends = [100 * abs(x / y - 1) for x in (least, most) for y in (low, high)]
        sum_told = 100 * abs((now.number or 0.0) / base.number - 1)
        shown = f"|{values['now'].text}−{values['base'].text}|÷{values['base'].text}={sum_told:.1f}%"
    elif by.unit == base.unit and by.unit != "%":
        ends = [abs(x - y) for x in (least, most) for y in (low, high)]
        sum_told = abs((now.number or 0.0) - base.number)
        shown = f"|{values['now'].text}−{values['base'].text}|={shown_number(sum_told)}"
    else:
        return None
    slack = by.step if by.unit == "%" or by.step != 1 else 0.0
    wrong = (by.number or 0.0) < min(ends) - slack or (by.number or 0.0) > max(ends) + slack
    return f"{shown}≠{values['by'].text}" if wrong else None


@rule(
    r"(?P<whole>V)[^。；\ue000-\uefff]{0,16}[，、（(]?其中[^。；，、\ue000-\uefff]{0,10}(?P<part>V)",
    claim="part",
    wrong=(
        "事故共造成12人遇难，其中15人为学生。",
        "全村共有320户，其中贫困户358户。",
    ),
    right=(
        "事故共造成12人遇难，其中5人为学生。",
        "投资3亿元，其中15人为专家。",
        "约12人受伤，其中15人为学生。",
        "增长12%，其中出口增长15%。",
        "每人12元，其中儿童15元。",
    ),
)
def part(values: Values, text: str, published: datetime | None) -> str | None:
    """A part is not more than its whole; rates and prices are no wholes."""
    whole, some = exact(values["whole"]), exact(values["part"])
    if whole is None or some is None or whole.unit != some.unit or whole.unit not in _COUNTED:
        return None
    if values["whole"].slot("change") or values["part"].slot("change") or "每" in text:
        return None
    return f"{values['part'].text}>{values['whole'].text}" if (some.number or 0) > (whole.number or 0) else None


_COUNTED = ("人", "名", "户", "家", "辆", "例", "间", "所", "件", "起", "头", "只", "艘", "座", "栋")


@rule(
    r"(?:共计?|总计|合计|总人[数口]|[共有])[^，。；\ue000-\uefff]{0,8}(?P<whole>V)[^。；\ue000-\uefff]{0,12}"
    r"其中[，：]?男[^，。；、\ue000-\uefff]{0,4}(?P<one>V)[，、]?女[^，。；、\ue000-\uefff]{0,4}(?P<two>V)",
    claim="whole",
    wrong=("全校共有学生1200人，其中男生650人、女生540人。",),
    right=(
        "全校共有学生1200人，其中男生650人、女生550人。",
        "共有1.2万人，其中男6512人、女5544人。",
    ),
)
def halves(values: Values, text: str, published: datetime | None) -> str | None:
    """Men and women are all."""
    whole, one, two = (exact(values[name]) for name in ("whole", "one", "two"))
    if whole is None or one is None or two is None or len({whole.unit, one.unit, two.unit}) > 1:
        return None
    total = (one.number or 0) + (two.number or 0)
    low, high = bounds(whole)
    slack = sum(value.step / 2 for value in (one, two) if value.step != 1)
    if low - slack <= total <= high + slack:
        return None
    return f"{values['one'].text}+{values['two'].text}={shown_number(total)}≠{values['whole'].text}"


_GAP = "[^。；\ue000-\uefff]{0,10}"


@rule(
    rf"^[^\ue000-\uefff]*(?P<one>V){_GAP}[、，和]{_GAP}(?P<two>V)(?:{_GAP}[、，和]{_GAP}(?P<three>V))?"
    rf"[^。；，\ue000-\uefff]{{0,6}}，(?:合计|共计|总计)[^。；，\ue000-\uefff]{{0,4}}(?P<whole>V)",
    claim="whole",
    wrong=(
        "学校招收男生650人、女生540人，共计1200人。",
        "一厂产出3.2万吨，二厂2.1万吨，三厂1.0万吨，合计7.3万吨。",
    ),
    right=(
        "学校招收男生650人、女生550人，共计1200人。",
        "一厂产出3.2万吨，二厂2.1万吨，三厂1.0万吨，合计6.3万吨。",
        "学校招收男生650人、女生540人，共计投入1200万元。",
        "三天里来了650人、540人，共计约1200人。",
        "另有10人。男生650人、女生550人，共计1200人。",
    ),
)
def total(values: Values, text: str, published: datetime | None) -> str | None:
    """What is counted out, and what it comes to together."""
    parts = [exact(values[name]) for name in ("one", "two", "three") if name in values]
    whole = exact(values["whole"])
    known = [part for part in parts if part is not None]
    if whole is None or len(known) < len(parts) or any(part.unit != whole.unit for part in known):
        return None
    low, high = (sum(ends) for ends in zip(*map(bounds, known), strict=True))
    least, most = bounds(whole)
    if low <= most and least <= high:
        return None
    shown = "+".join(values[name].text for name in ("one", "two", "three") if name in values)
    return f"{shown}={shown_number(sum(part.number or 0.0 for part in known))}≠{values['whole'].text}"


@rule(
    r"(?P<whole>V)[^。；\ue000-\uefff]{0,12}[，（(]其中[^。；，\ue000-\uefff]{0,12}(?P<part>V)[^。；，\ue000-\uefff]{0,8}，"
    r"占(?:比|总[数量人口户]+|全部|全体|比例|其)?[^，。；\ue000-\uefff]{0,4}?(?:的|为|达)?(?P<share>V)",
    claim="share",
    wrong=("共有学员200人，其中女性80人，占50%。",),
    right=(
        "共有学员200人，其中女性80人，占40%。",
        "共有学员200人，其中女性约80人，占50%。",
        "共检测1213份，其中合格1187份，占97.9%。",
        "总投资64.3亿元，其中征地补偿21.7亿元，占三分之一强。",
    ),
)
def share(values: Values, text: str, published: datetime | None) -> str | None:
    """A part and the share that it is of its whole."""
    whole, some, of = exact(values["whole"]), exact(values["part"]), per_cent(values["share"])
    if whole is None or some is None or of is None or whole.unit != some.unit or not whole.number:
        return None
    (low, high), (least, most) = bounds(whole), bounds(some)
    if low <= 0 or 100 * least / high - of.step <= (of.number or 0.0) <= 100 * most / low + of.step:
        return None
    ratio = 100 * (some.number or 0.0) / whole.number
    return f"{values['part'].text}÷{values['whole'].text}={ratio:.1f}%≠{values['share'].text}"


@rule(
    r"(?P<born>V)[^。；，\ue000-\uefff]{0,6}?(?:出生|生)(?:于[^，。；]{1,12})?[^。；\ue000-\uefff]{0,12}[，,](?:现年|(?P<now>V)已?)(?P<age>V)",
    claim="age",
    wrong=(
        "李明1965年出生，现年48岁。",
        "他1988年3月生，今年28岁。",
    ),
    right=(
        "李明1965年出生，现年60岁。",
        "李明1965年出生，现年61岁。",
        "李明1965年出生，现年62岁。",
        "李明1965年出生，1983年参军。",
    ),
)
def age(values: Values, text: str, published: datetime | None) -> str | None:
    """The year of birth and the age at publication, reckoned either way (周岁, 虚岁)."""
    born, years = values["born"].value, values["age"].value
    if not isinstance(years, Quantity | Duration) or years.mod is not None:
        return None
    number = years.number
    in_years = (isinstance(years, Quantity) and years.unit == "岁") or (
        isinstance(years, Duration) and years.unit == "a"
    )
    if published is None or number is None or not in_years or not isinstance(born, Timex) or born.year is None:
        return None
    if "now" in values and values["now"].text != "今年":
        return None
    reckoned = published.year - born.year
    sum_told = f"{published.year}−{born.year}={reckoned}≠{values['age'].text}"
    return None if reckoned - 1 <= number <= reckoned + 1 else sum_told


@rule(
    r"(?P<day>V)",
    claim="day",
    wrong=(
        "会议于2026年3月5日星期三召开。",
        "演出定于3月5日（周日）举行。",
    ),
    right=(
        "会议于2026年3月5日星期四召开。",
        "会议于3月5日（周四）召开。",
        "会议于2026年3月星期三召开。",
        "每逢5日周一至周五开放。",
    ),
)
def weekday(values: Values, text: str, published: datetime | None) -> str | None:
    """A day and the day of the week that it falls on; the year is written or near at hand."""
    return _wrong_weekday(values["day"], values["day"].text, published)


@rule(
    r"(?P<day>V)(?:(?:是|正是|正值|恰逢|适逢|恰是)(?P<week>V)(?!的)|，(?P<after>V)(?=[，。；]))",
    claim="day",
    wrong=("3月5日是星期六。", "3月5日，星期六，博览会开幕。"),
    right=("3月5日是星期四。", "3月5日，周四，博览会开幕。", "3月5日，周六的门票已经售罄。", "3月5日是周六的前一天。"),
)
def weekday_beside(values: Values, text: str, published: datetime | None) -> str | None:
    """A day and the day of the week that a sentence says it is."""
    week = (values.get("week") or values["after"]).text
    return _wrong_weekday(values["day"], week, published) if _WEEKDAY.fullmatch(week) else None


def _wrong_weekday(fact: Fact, written: str, published: datetime | None) -> str | None:
    day, match = fact.value, _WEEKDAY.search(written)
    if not match or not isinstance(day, Timex) or day.grain != "day" or day.start is None or not day.day:
        return None
    if day.mod not in (None, "uncertain"):
        return None
    if "年" not in fact.text and (published is None or abs(day.start - published.replace(tzinfo=None)) > _NEAR):
        return None
    right = _DAYS[day.start.weekday()]
    return None if match[1].replace("天", "日") == right else f"{day.start:%Y-%m-%d}=星期{right}≠{match[0]}"


_DAYS = "一二三四五六日"
_WEEKDAY = pattern(r"(?:星期|周|礼拜)([一二三四五六日天])")
_NEAR = timedelta(days=90)
