"""Reports made by hand, so that what the reporters show does not hang on what the pipeline finds."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from consistency.model.findings import Coverage, Finding, Report, Source, Stated, Waiver
from consistency.model.text import Article, Span

CHINA = timezone(timedelta(hours=8))
PATHS = {"a1": "quake/wire.md", "a2": "quake/晚报.html", "a3": "quake/toutiao.txt", "a4": "quake/bulletin.md"}


def article(number, title, outlet, published, facts, origin=None):
    text = f"{title or ''}\n正文。\n"
    made = Article(PATHS[f"a{number}"], text, (), f"a{number}", title, outlet, published)
    return Source(made, facts, origin)


SOURCES = (
    article(1, "川西发生5.8级地震 已致12人遇难", "新华社", datetime(2027, 3, 19, 10, 42, tzinfo=CHINA), 41),
    article(2, "直击川西地震：救援仍在继续，通往震中的最后一条公路今晨抢通，专家称余震还将持续数日",
            "重庆晚报", datetime(2027, 3, 19, tzinfo=CHINA), 38),
    article(3, "[red]震惊[/red]！地震现场 <script>", None, None, 9, origin="a1"),
    article(4, None, "四川省应急管理厅", datetime(2027, 3, 20, 8, 0, tzinfo=CHINA), 17),
)  # fmt: skip


LABELS = {
    "12 人": "12人",
    "15 人": "15人",
    "2027-03-20": "2027年3月20日",
    "2027-03-19": "2027年3月19日",
}


def stated(number, sentence, text, value, group, line=7):
    start = sentence.index(text)
    column = 1 + start
    span = Span(100 + start, 100 + start + len(text))
    return Stated(f"a{number}", PATHS[f"a{number}"], span, line, column, text, value, sentence,
                  (start, start + len(text)), group, label=LABELS.get(value, value))  # fmt: skip


LONG = (
    "据中国地震台网正式测定，3月18日14时28分在川西某县（北纬30.57度，东经102.94度）发生5.8级地震，震源深度10千米，"
    "成都、德阳、雅安等地震感明显；截至3月19日10时，地震已造成12人遇难、38人受伤，其中重伤6人，均已送往州人民医院和"
    "华西医院救治，另有2100余人紧急转移安置，省抗震救灾指挥部已启动二级应急响应，各项救援工作正在有序展开。"
)
DEATHS = Finding(
    "f1", "figure", "conflict", "error", 0.934, "遇难人数",
    "遇难人数说法不一：12 人（新华社等 2 篇）、15 人（重庆晚报）",
    (
        stated(1, LONG, "12人", "12 人", "a"),
        stated(2, "截至记者发稿，这场地震已夺去十五人的生命。", "十五人", "15 人", "b", 12),
        stated(3, LONG, "12人", "12 人", "a", 3),
    ),
    ("同一所指：遇难人数（两处都写明“遇难/夺去生命”），同一事件（川西、5.8级、3月18日）",
     "12 人与 15 人没有交集；重庆晚报没有给出截至时间，不能判为更新"),
)  # fmt: skip
TIME = Finding(
    "f2", "date", "update", "warning", 0.71, "抢通时间", "抢通时间由“20日”改为“19日凌晨”",
    (
        stated(1, "省道303线预计20日抢通。", "20日", "2027-03-20", "a", 9),
        stated(4, "省道303线已于19日凌晨抢通。", "19日凌晨", "2027-03-19", "b", 2),
    ),
)  # fmt: skip
THREE = Finding(
    "f3", "place", "conflict", "warning", 0.55, "震中所在乡镇",
    "震中所在乡镇有三种说法：岩口乡、青石镇、[bold]白[/bold]村",
    (
        stated(1, "震中位于岩口乡。", "岩口乡", "岩口乡", "a"),
        stated(2, "震中青石镇的一位村民[red]告诉[/red]记者：“房子晃了十几秒。”", "青石镇", "青石镇", "b"),
        stated(4, "震中在[bold]白[/bold]村。\x1b[31m", "[bold]白[/bold]村", "[bold]白[/bold]村", "c"),
    ),
)  # fmt: skip
ALONE = Finding(
    "f4", "status", "unsupported", "info", 0.6, "学校复课", "只有这一篇说学校已复课",
    (stated(2, "全县学校已于今日复课。", "已于今日复课", "已完成", "a"),),
)  # fmt: skip
SAME = Finding(
    "f5", "figure", "agree", "info", 0.99, "震级", "震级一致：5.8 级",
    (stated(1, LONG, "5.8级", "5.8 级", "a"), stated(4, "震级5.8级。", "5.8级", "5.8 级", "a")),
)  # fmt: skip

COVERAGE = Coverage(4, 96, 105, 58, 58, (("figure", 61), ("date", 22), ("place", 8), ("status", 14)))
QUAKE = Report(SOURCES, (DEATHS, TIME, THREE, ALONE), COVERAGE)
CHECKED = Report(SOURCES[:2], (DEATHS,), COVERAGE, draft="a2")
CALM = Report(SOURCES[:2], (), COVERAGE)
EMPTY = Report(SOURCES[:2], (), Coverage(2, 3, 0, 0, 0), draft="a1")
WAIVED = replace(TIME, waiver=Waiver("f2", "已向交通局核实 [bold]", "李编辑", date(2027, 4, 1)))
FALSE = replace(DEATHS, waiver=Waiver("f1", "两次地震", "王校对", false_alarm=True))
KNOWN = replace(ALONE, baseline="known")
NOTES = ("waivers.toml:12：放行 f9 已过期（2027-01-01），不再有效",)
SETTLED = Report(
    SOURCES, (FALSE, WAIVED, THREE, KNOWN), replace(COVERAGE, of_draft=(38, 29)), draft="a2", notes=NOTES,
)  # fmt: skip
ALL_SETTLED = replace(SETTLED, findings=(WAIVED, KNOWN), notes=())
AGREEING = Report(SOURCES, (SAME,), COVERAGE)
