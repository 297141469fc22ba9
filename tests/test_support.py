"""What of a draft no source has, how much of it had a counterpart, and which side a source of the higher rank is on."""

from consistency.articles import read_text
from consistency.model.settings import Settings
from consistency.pipeline import check, compare

WIRE = """3月5日14时28分，岚泉县石沟煤矿发生瓦斯爆炸，事故造成12人遇难、9人受伤。

岚泉县应急管理局局长韩立群表示，救援通道已打通。"""
DRAFT = """# 石沟煤矿爆炸致12人遇难

3月5日14时28分，岚泉县石沟煤矿发生瓦斯爆炸，已造成12人遇难、9人受伤，直接损失3600万元。

矿长沈默川说，矿上有300多名工人。县应急管理局局长韩立群表示，善后资金3600万元3月9日到位，一个都不会少。"""
SOURCE = read_text(WIRE, path="wire.txt", outlet="新华社")


def unsupported(draft, *sources):
    report = check(read_text(draft, path="draft.md", format="md"), sources)
    return [finding for finding in report.findings if finding.verdict == "unsupported"]


def test_facts_that_no_source_has_are_told_once_each():
    found = unsupported(DRAFT, SOURCE)
    assert sorted(one.statements[0].text for one in found) == ["300多名工人", "3600万元", "3月9日", "沈默川"]
    assert all(one.severity == "info" and len(one.statements) == 1 and not one.steps for one in found)
    assert {one.field for one in found} == {"figure", "date", "person"}
    assert len({one.id for one in found}) == len(found)


def test_nothing_is_unsupported_where_there_is_no_source_of_the_story():
    other = read_text("市气象台15日发布暴雨红色预警，沿海县区停课。", path="rain.txt")
    assert not unsupported(DRAFT, other)
    assert not unsupported(WIRE, read_text(WIRE, path="copy.txt"))


def test_how_many_facts_of_the_draft_had_a_counterpart():
    report = check(read_text(DRAFT, path="draft.md", format="md"), [SOURCE])
    facts, matched = report.coverage.of_draft
    assert facts == report.sources[0].facts and 4 <= matched < facts
    assert report.to_dict()["coverage"]["draft"] == {"facts": facts, "matched": matched}
    assert compare([SOURCE]).coverage.of_draft is None


RANKED = Settings(ranks=(("新华社",), ("*日报",), ("某某自媒体",)))


def test_the_side_of_the_higher_rank_is_named_and_decides_nothing():
    post = read_text(WIRE.replace("12人", "21人").replace("已打通", "打通"), path="post.txt", outlet="某某自媒体")
    (told,) = [one for one in compare([SOURCE, post], settings=RANKED).findings if one.verdict == "conflict"]
    assert told.evidence[-1].startswith("级别较高的来源是新华社（第1级）：“12人”")
    (plain,) = [one for one in compare([SOURCE, post]).findings if one.verdict == "conflict"]
    assert (plain.severity, plain.confidence, plain.id) == (told.severity, told.confidence, told.id)
    draft = read_text(WIRE.replace("12人", "21人"), path="draft.txt", outlet="某某自媒体")
    (told,) = [one for one in check(draft, [SOURCE], settings=RANKED, lang="en").findings if one.verdict == "conflict"]
    assert "the higher rank is 新华社" in told.evidence[-1]
