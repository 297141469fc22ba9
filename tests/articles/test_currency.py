"""A bare 元 is the outlet's own."""

import pytest

from consistency.articles.currency import currency


@pytest.mark.parametrize(
    ("text", "outlet", "language", "code"),
    [
        ("台湾气象部门称，农业损失约4.87亿元，台电正在抢修。", "海峡看点", "", "CNY"),
        ("縣府今天說，農業損失估計4500萬元，民眾可向公所申請慰助。", None, "", "TWD"),
        ("損失估計4500萬元，尚未恢復。", None, "zh-TW", "TWD"),
        ("損失估計4500萬元，尚未恢復。", None, "zh-HK", "HKD"),
        ("台灣農業部估算損失4.87億元新台幣（約1.26億港元），本港往來高雄的航班取消。", "維港日報", "", "HKD"),
        ("大橋總投資額198.6億元（人民幣，下同），本港旅客關心收費，港府稱一類客車每次55元。", None, "", "CNY"),
        ("12", None, "", "CNY"),
    ],
)
def test_currency(text, outlet, language, code):
    assert currency(text, outlet, language) == code
