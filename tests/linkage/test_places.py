"""Two places contradict each other only as places of one act, or as where one person is from."""

import pytest

from consistency.comparison import AGREEING
from consistency.linkage.places import places
from tests.linkage.facts import texts_in_context, the_fact


def relate(a, b):
    """The relation of the places that two texts mark as 【…】."""
    marked = [text[text.index("【") + 1 : text.index("】")] for text in (a, b)]
    articles = texts_in_context(*(text.replace("【", "").replace("】", "") for text in (a, b)))
    one, two = (the_fact(contexts, "place", value) for contexts, value in zip(articles, marked, strict=True))
    assert places(two, one) == places(one, two), "symmetric"
    return places(one, two)


@pytest.mark.parametrize(("a", "b"), [
    ("开标会于5月20日在【天津】举行。", "开标会5月20日在【上海】举行。"),
    ("下次会议将在【泰国清莱】召开。", "下次会议地点选在【曼谷】。"),
    ("球队将在【港湾广场】与球迷见面。", "明晚【市人民体育场】，球队和球迷见面会。"),
    ("救援队在【三岔沟】找到了老人王德福。", "王德福是在【石门沟】被村民发现的。"),
    ("学生在【教室】里晕倒。", "那个学生在【操场】上晕倒了。"),
    ("客机在【浦东机场】紧急迫降。", "这架客机备降【虹桥机场】。"),
    ("货车在【沙河服务区】追尾一辆客车。", "货车在【沙河收费站】追尾客车。"),
    ("塌方事故发生在【龙脊隧道】。", "【云岭隧道】发生塌方事故。"),
    ("决口位于【清水河】左岸。", "决口出现在【浑河】左岸。"),
    ("火箭从【湖州】的总装厂启程。", "位于【嘉兴】的总装厂完成了火箭总装。"),
    ("工厂选址【合肥】，总投资20亿元。", "工厂落户【芜湖】，总投资20亿元。"),
    ("台风“海葵”在【福建漳浦县】登陆。", "台风“海葵”登陆【广东饶平县】。"),
    ("飞行员被抬进了【市中心医院】抢救。", "那名飞行员正在【军区总医院】抢救。"),
    ("惟楚有才展览在【湖南省博物馆】开幕。", "惟楚有才展览昨日在【长沙博物馆】开幕。"),
    ("体检周一就做完了，在【阿姆斯特丹】。", "他在【乌得勒支】通过了体检。"),
    ("备用动车组从【郑州东站】调来。", "两组备用动车组从【武汉站】赶来救急。"),
    ("大桥北起云汀，南至【银坞镇】。", "大桥那头落在【东蛟镇】。"),
    ("主犯胡某在【宁夏】一处枸杞种植园内被抓获。", "主犯最终在【内蒙古】的一片枸杞园里就擒。"),
    ("双方3月15日将在【日内瓦】见面。", "3月15日，两家在【维也纳】坐到一张桌子上。"),
    ("在哪儿吐的？【食堂】。", "一名学生在【教室】里呕吐。"),
    ("【荷花路】上的福满湾饭店刚刚开门。", "位于【荷塘路】的福满湾饭店发生燃爆。"),
    ("事故发生在【柳树镇】，原油泄漏。", "原油泄漏发生在【柳河镇】境内。"),
])  # fmt: skip
def test_two_places_of_one_act(a, b):
    assert relate(a, b) == "disjoint"


@pytest.mark.parametrize(("a", "b"), [
    ("【江苏】选手葛腾夺冠。", "葛腾代表【浙江】出赛。"),
    ("【河南】籍企业家李卫东被抓。", "李卫东出生于【安徽】。"),
    ("李卫东，【山东】人。", "李卫东老家在【河北】。"),
])  # fmt: skip
def test_two_origins_of_one_person(a, b):
    assert relate(a, b) == "disjoint"


@pytest.mark.parametrize(("a", "b"), [
    ("会议在【长沙】召开。", "会议在【湖南】召开。"),
    ("会议在【长沙】召开。", "会议在【岳麓区】召开。"),
    ("发布会在【天津】举行。", "发布会在【天津梅津会议中心】举行。"),
    ("救援队在【三岔沟】找到失踪者。", "救援队在【鹿角梁】找到失踪者。"),
    ("运动会在【体育馆】举行。", "运动会在【综合训练馆】举行。"),
    ("他在【市人民医院】住院。", "他在【市第一人民医院】住院。"),
])  # fmt: skip
def test_a_place_and_what_it_may_lie_in(a, b):
    found = relate(a, b)
    assert found in AGREEING or found == "incomparable"


@pytest.mark.parametrize(("a", "b"), [
    ("外长3月5日抵达【华盛顿】。", "外长3月9日抵达【堪培拉】。"),
    ("选手王强来自【山东】。", "选手李明来自【河南】。"),
    ("台风在【漳浦县】登陆。", "台风再次登陆【罗源县】。"),
    ("演唱会3月5日在【上海】举行。", "演唱会4月20日在【北京】举行。"),
    ("首场演唱会在【上海】举行。", "第二场演唱会在【杭州】举行。"),
    ("公司总部位于【武汉】。", "公司在【孝感】开工建设工厂。"),
    ("王强在【长沙】上学。", "王强在【北京】工作。"),
    ("总书记在【韶山】考察。", "总书记在【井冈山】看望群众。"),
    ("总理访问【河内】并与范明会谈。", "总理与阮春在【万象】会谈。"),
    ("学生在【市医院】、县医院就诊。", "那名学生在【中医院】就诊。"),
    ("警方在【火车站】附近发现嫌疑车辆。", "警方在【出租屋】内发现作案工具。"),
    ("【德曲县】发生5.6级地震。", "【杂吉县】发生4.9级地震。"),
])  # fmt: skip
def test_places_of_two_acts(a, b):
    assert relate(a, b) == "incomparable"
