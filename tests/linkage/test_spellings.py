"""One person's name in two spellings, and names that are two people's."""

import pytest

from consistency.articles import read_text
from consistency.pipeline import compare

WIRE = "岚泉县石沟煤矿3月5日发生瓦斯爆炸，12人遇难。最先发现险情的是村民田茂才。县医院收治了9名伤员，搜救仍在进行。"
BLOG = "岚泉县石沟煤矿3月5日瓦斯爆炸，12人遇难。敲锣那位大哥叫{name}，嗓子全哑。县医院收治了9名伤员，搜救仍在进行。"


@pytest.mark.parametrize(("name", "told"), [("田茂财", True), ("田茂才", False), ("贾文山", False), ("田冒财", True)])
def test_a_name_in_two_spellings_is_found(name, told):
    texts = WIRE, BLOG.format(name=name)
    report = compare([read_text(text, path=f"{number}.txt") for number, text in enumerate(texts)])
    found = [
        {one.text for one in finding.statements}
        for finding in report.findings
        if finding.field == "person" and finding.verdict == "conflict"
    ]
    assert ({"田茂才", name} in found) is told
