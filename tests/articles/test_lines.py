"""Every role of a line by examples."""

import pytest

from consistency.articles.lines import Role, is_organisation, role

EXAMPLES = {
    Role.PROSE: ["道路已于当日恢复通行。", "多少钱？", "他说：“我不急。”", "（资料图）大桥昨日通车。目前车流平稳"],
    Role.SHORT: ["日本的应对策略", "结语", "甲县发生5.6级地震", "中国稀土制裁"],
    Role.BYLINE: ["2025-03-14 06:40 来源：吕阳晚报 责任编辑：靳芳", "记者：王某 摄影：李某"],
    Role.FURNITURE: ["分享至", "阅读 18.6万  评论 4512  分享  收藏", "网易首页 > 网易号 > 正文 申请入驻", "+关注",
                     "首页 热点 社会 娱乐 | APP下载", "硬核铺的主页 | 文章 612 视频 208 粉丝 47.9万", "2小时前"],
    Role.DROPPED: [">>> 点击加入交流群 <<<", "#光伏# #反内卷#", "图片来源：甲网", "相关阅读：邻县地震",
                   "中新社发 邓浩 摄"],
    Role.NUMBER: ["1", "（12）", "58"],
    Role.ORNAMENT: ["——————", "* * *"],
    Role.TAIL: ["相关推荐", "热门跟贴 1342", "大家都在看", "24小时热文", "【网友评论】", "— 完 —", "作者最近文章",
                "人氣新聞", "延伸閱讀", "猜你喜欢", "全部评论（871）"],
    Role.NOTICE: ["特别声明:以上内容为用户上传", "（图片来源于网络，侵删）", "本文由作者原创首发，未经许可禁止转载"],
    Role.FOOTER: ["甲报社 版权所有", "Copyright © 2026 甲网", "京ICP备00000000号", "责任编辑：", "热线电话 010-00000"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in EXAMPLES.items() for text in texts])
def test_roles(kind, text):
    assert role(text) is kind


def test_organisations():
    assert is_organisation("临淳市交通运输局 临淳市公安局交通警察支队")
    assert not is_organisation("关于望津大桥恢复通行的通告")
