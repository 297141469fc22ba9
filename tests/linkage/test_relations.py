"""Which facts of one kind could be a disagreement: the rows of DESIGN section 4 that need more than the values."""

from datetime import datetime

import pytest

from consistency.comparison import AGREEING
from consistency.linkage.digits import closeness
from consistency.linkage.relations import relation
from tests.linkage.facts import marked, texts_in_context

EARLIER, LATER = datetime(2026, 3, 5, 9), datetime(2026, 3, 7, 9)


def relate(a, b, kind, published=(LATER, LATER)):
    """The relation of the facts that two texts mark as 【…】."""
    one, two = marked(a, b, kind=kind, published=published)
    assert relation(two, one) == relation(one, two), "symmetric"
    return relation(one, two)


@pytest.mark.parametrize(("a", "b"), [
    ("产量增长【2倍】。", "产量为原来的【3倍】。"),
    ("价格高出【两成】。", "价格是原来的【1.2倍】。"),
    ("价格高出【230%】。", "价格是国产货的【3.3倍】。"),
    ("价格高出【三倍】。", "价格高出【300%】。"),
    ("产量同比增长【6.2%】。", "产量同比增长【6.2%】。"),
    ("产量增至【6.87亿吨】。", "产量达到【6.87亿吨】。"),
    ("票价【120元】。", "票价【一百二十元】。"),
    ("主队以【4比1】击败对手。", "客队【一比四】落败。"),
    ("世界排名【第12位】。", "他是世界【第12名】。"),
    ("启动防汛【Ⅱ级】应急响应。", "启动防汛【二级】响应。"),
    ("市气象台发布暴雨【橙色预警】。", "暴雨预警升为【Ⅱ级】。"),
    ("隔夜利率升上【三厘二五】。", "隔夜利率升至【3.25%】。"),
    ("按揭利率加【半厘】。", "按揭利率上调【50个基点】。"),
    ("火警升为【三级】。", "火警升【三级】。"),
    ("过路费每次【30元】。", "过路费每车次【30元】。"),
    ("收购均价【每斤1.36元】。", "收购均价为【每吨2720元】。"),
    ("票价【五折】优惠。", "票价打【五折】。"),
    ("每家补贴【3万元】。", "每户补贴【3万元】。"),
    ("全年营收【两亿六千多万元】。", "全年营收【2.65亿元】。"),
    ("最高罚款【20万元】。", "罚款【最多20万元】。"),
    ("两人相差【一万八千票】。", "两人相差【1万8049票】。"),
    ("每股定价【15块8】。", "每股定价【15.8港元】。"),
    ("公司分两年给【四个点】。", "资方同意上调【4%】。"),
    ("每名遇难者家属领到补助【3万元】。", "遇难者家属每户领到补助【3万元】。"),
    ("以每股9.36元的价格买入【412万股】。", "合计买入【412万股】。"),
    ("收得赞成票【539张】。", "收得赞成票【539票】。"),
])  # fmt: skip
def test_the_same_said_another_way(a, b):
    assert relate(a, b, "quantity") in AGREEING


@pytest.mark.parametrize(("a", "b"), [
    ("产量同比增长【6.2%】。", "产量环比增长【6.2%】。"),
    ("产量增长到【2.5倍】。", "产量增长了【2.5倍】。"),
    ("产量增至【35公斤】。", "产量增加【35公斤】。"),
    ("占比下降【6个百分点】。", "占比下降【6%】。"),
    ("罚款【48万元】。", "罚款【48万美元】。"),
    ("每户补贴【3万元】。", "每人补贴【3万元】。"),
    ("他的年薪是税后【80万元】。", "他的年薪是税前【80万元】。"),
    ("客流只剩去年同期的【四成】。", "客流下滑【四成】。"),
    ("鱼按【每公斤6元】补偿。", "鱼每斤补【6块钱】。"),
    ("巴士按现行标准的【六折】收费。", "巴士通行费优惠【六成】。"),
    ("降雨仅有历年同期平均的【38%】。", "降雨比常年同期少了【38%】。"),
    ("每人每月补助【300元】。", "给我们每人一年给【300】。"),
    ("蓄水比去年同期少【13亿立方米】。", "蓄水较常年少【13亿立方米】。"),
])  # fmt: skip
def test_the_same_number_on_another_basis(a, b):
    assert relate(a, b, "quantity") in ("rebased", "disjoint")


@pytest.mark.parametrize(("a", "b"), [
    ("事故造成【12人】死亡。", "事故造成【15人】死亡。"),
    ("到场的有【一万八千人】。", "到场的有【1.6万人】。"),
    ("到场的有【三千人】。", "到场的有【3200人】。"),  # one digit is no rounding
    ("报告得到【539张】赞成票。", "报告得到赞成【593票】。"),
    ("列车【时速298公里】。", "列车以【289公里的时速】行驶。"),
    ("单价高出【230%】。", "单价高出【三倍以上】。"),
    ("工艺由【55纳米至28纳米】。", "工艺由【55纳米至22纳米】。"),
    ("主队以【4比1】取胜。", "主队以【3比1】取胜。"),  # no interval within another
    ("县议会以【七比四】通过。", "县议会以【八比三】通过。"),
    ("这是【第31个】免签国家。", "这是【第13个】免签国家。"),
    ("她生涯【第三次】夺冠。", "这是她的【第二个】冠军。"),
    ("启动抗旱【Ⅲ级】应急响应。", "全市维持抗旱【Ⅱ级】应急响应。"),
    ("利率抬高【四分之一个百分点】。", "利率抬高【半个百分点】。"),
    ("个人处【五十元以上二百元以下】罚款。", "个人处【20元以上200元以下】罚款。"),
    ("举报最高奖励【5万元】。", "举报奖励【最多50万元】。"),
    ("梯田按【每亩1200元】补偿。", "梯田每亩补偿【2100元】。"),
    ("收报【每股3.42美元】。", "收报【3.24美元】。"),
    ("虫口密度【152头/平方米】。", "每平方米数出【252只】。"),
    ("全厂共有【三百四十来号】工人。", "全厂共有工人【430人】。"),
    ("合并后居行业【第二位】。", "坐上行业【头把交椅】。"),
    ("方案以【7票对4票】通过。", "方案以【6比5】通过。"),
    ("全市确诊病例【34例】。", "全市确诊【43人】。"),
    ("货车限载【6只】桶。", "货车限载【9个】桶。"),
])  # fmt: skip
def test_figures_that_cannot_both_be_true(a, b):
    assert relate(a, b, "quantity") == "disjoint"


@pytest.mark.parametrize(("a", "b"), [
    ("他世界排名【第12位】。", "决赛有【21名】观众受伤。"),  # an ordinal is no count
    ("县里启动【三级】响应。", "这次【5.2级】地震震感强烈。"),
    ("市气象台发布暴雨【橙色预警】。", "市气象台发布高温【红色预警】。"),
    ("州上启动了【三级】响应。", "县里启动了【二级】响应。"),
    ("终场比分【3比1】。", "共有【13人】到场。"),
])  # fmt: skip
def test_places_in_an_order_are_compared_with_their_like_only(a, b):
    assert relate(a, b, "quantity") == "incomparable"


def test_shares_of_one_and_of_ten_are_not_compared():
    assert relate("每10股派【3.5元】。", "每股派【0.35元】。", "quantity") not in ("disjoint", "rebased")


PLAN, DONE, UNDONE = "二号线【将于10日开工】。", "二号线【已于10日开工】。", "二号线【尚未开工】。"


@pytest.mark.parametrize(("a", "b", "published", "expected"), [
    (PLAN, DONE, (EARLIER, LATER), "refines"),
    (PLAN, DONE, (LATER, EARLIER), "disjoint"),
    (PLAN, DONE, (LATER, LATER), "disjoint"),
    (PLAN, DONE, (None, LATER), "disjoint"),
    (DONE, UNDONE, (LATER, LATER), "disjoint"),
    (DONE, DONE, (LATER, LATER), "equal"),
])  # fmt: skip
def test_states_of_one_act(a, b, published, expected):
    assert relate(a, b, "status", published) == expected


def stated(a, b, published=(LATER, LATER)):
    """The relations of all that two texts state of acts."""
    one, two = ([c for c in own if c.fact.kind == "status"] for own in texts_in_context(a, b, published=published))
    assert one and two
    return {relation(x, y) for x in one for y in two}


@pytest.mark.parametrize(("a", "b"), [
    ("两国签下为期十年的包销协议。", "包销协议尚未签署。"),
    ("219省道到现在还断着。", "省道219线已于24日22时恢复通车。"),
    ("直饮水机居然还在用。", "全校28台直饮水机自13日起全部停用。"),
    ("榆丰项目已于7月恢复建设。", "榆丰项目还趴着没动。"),
    ("松木冲煤矿“四证”齐全。", "松木冲煤矿从未取得安全生产许可证。"),
    ("园区其他企业一律停产。", "园区其他企业的生产未受影响。"),
    ("矿主肖金来已于十日晚被警方控制。", "矿主肖金来目前仍然在逃。"),
    ("青芦垸溃口实现合龙。", "口子没堵上。"),
    ("佩德里克承认败选。", "他拒不认输。"),
    ("4号机组尚未装料。", "核燃料已经装进去了。"),
    ("学校没有停课。", "学校停课一天。"),
    ("发布会取消。", "发布会推迟。"),
    ("主棺还没开。", "考古队已打开主棺。"),
    ("亚军均到场领取奖杯。", "人压根没露面。"),
    ("警方已将韦某抓获。", "放飞的人至今还逍遥法外。"),
    ("大熊猫馆二期已于6月18日开工。", "二期工程眼下还停留在图纸上。"),
    ("转移群众已全部返回家中。", "一个人都没让回去。"),
    ("工程尚有五项，其余五项工程尚未完工。", "十二项工程已全部完成。"),
])  # fmt: skip
def test_acts_that_are_so_and_not_so(a, b):
    """Formal, colloquial, and with the antonym: the class of the act is one, its polarity is not."""
    assert "disjoint" in stated(a, b)


@pytest.mark.parametrize(("a", "b"), [
    ("3号机组已经装料。", "4号机组尚未装料。"),
    ("部分班级停课。", "其余班级照常上课。"),
    ("大桥开始封闭。", "大桥恢复通车。"),
    ("大桥将停用。", "大桥还在用。"),
    ("南回线仍未通车。", "南回线仍然停驶。"),
    ("县政府公布了名单。", "县政府尚未公布原因。"),
    ("双方签下能源协议。", "学校尚未签署租约。"),
    ("航班全部停飞。", "航班全部取消（总统专机照常起飞）。"),
    ("高雄的航班正常。", "高雄只取消两班。"),
])  # fmt: skip
def test_acts_that_may_both_be_as_told(a, b):
    assert "disjoint" not in stated(a, b)


def test_what_is_put_off_may_be_done_later():
    put_off, done = "火箭发射推迟。", "火箭发射成功。"
    assert "disjoint" not in stated(put_off, done, (EARLIER, LATER))
    assert "disjoint" in stated(put_off, done, (LATER, EARLIER))


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("海东研究所【副所长】秦望舒到场。", "海东研究所【所长】秦望舒到场。", "disjoint"),
    ("海东研究所【所长】秦望舒到场。", "海东研究所【所长】秦望舒到场。", "equal"),
    ("海东研究所【所长】秦望舒到场。", "海东研究所【所长】沈砚秋到场。", "incomparable"),
])  # fmt: skip
def test_posts_of_one_person(a, b, expected):
    assert relate(a, b, "post") == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("海东研究所所长【秦望舒】到场。", "海东研究所所长【沈砚秋】到场。", "disjoint"),
    ("海东研究所所长【秦望舒】到场。", "南方研究所所长【沈砚秋】到场。", "incomparable"),
    ("海东研究所所长【秦望舒】到场。", "海东研究所副所长【沈砚秋】到场。", "incomparable"),
    ("滨江队主教练【埃斯特万·洛佩兹】到场。", "滨江队主教练【埃斯特班·洛佩兹】到场。", "equivalent"),
])  # fmt: skip
def test_holders_of_one_post(a, b, expected):
    assert relate(a, b, "holder") == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("【甘宁省气象台】发布暴雨预警。", "【中央气象台】发布暴雨预警。", "disjoint"),
    ("【省气象台】发布暴雨预警。", "【市气象台】发布暴雨预警。", "disjoint"),
    ("【国家发展和改革委员会】发布通知。", "【国家发改委】发布通知。", "same"),
    ("【省气象台】发布暴雨预警。", "【省气象台】决定停课。", "incomparable"),
    ("【省气象台】发布大雾红色预警。", "【市气象台】发布大雾黄色预警。", "incomparable"),
    ("8月12日，【省防汛抗旱指挥部】启动抗旱三级应急响应。", "【省水利厅】启动抗旱三级响应，隔天开闸。", "disjoint"),
    ("大桥检修由【市交通局】负责，工期三个月。", "大桥检修由【省公路局】牵头，年内完成。", "disjoint"),
    ("改造方案由【市规划院】编制。", "改造方案由【省设计院】拿出来，下周公示。", "disjoint"),
    ("大桥检修由【市交通局】负责。", "水库检修由【省公路局】牵头。", "incomparable"),
    ("据【青漠州统计局】测算，旅游收入3.4亿元。", "【省旅游局】测算，青漠州旅游收入约3.4亿元。", "disjoint"),
    ("大桥检修由【市交通局】负责。", "大桥检修由【联合调查组】牵头。", "incomparable"),
    ("【国家地震台网】测定震级为5.7级。", "【省地震局】也测定震级为5.7级。", "incomparable"),
    ("【河南省卫生厅】通报2例病例。", "【上海市卫计委】通报2例病例。", "incomparable"),
    ("比赛由【国家体育总局】主办，持续到10月25日。", "比赛由【中华体育总会】主办，持续到10月28日。", "disjoint"),
    ("8月12日，【省防总】启动三级响应。", "8月13日，【省水利厅】启动三级响应。", "incomparable"),
    ("【县水利局】昨日发布通报，称水位已降。", "【县公安局】昨日发布通报，称已有5人被抓。", "incomparable"),
])  # fmt: skip
def test_actors_of_one_act(a, b, expected):
    found = relate(a, b, "act")
    assert found in AGREEING if expected == "same" else found == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("演习在【吉塘乡】举行。", "演习在【岩口乡】举行。", "disjoint"),
    ("会议在【青川县】举行。", "会议在【四川省青川县】举行。", "same"),
])  # fmt: skip
def test_places(a, b, expected):
    found = relate(a, b, "place")
    assert found in AGREEING if expected == "same" else found == expected


@pytest.mark.parametrize(("a", "b", "expected"), [
    ("财务大臣片山皋月与【白宫贸易代表及国务院官员】磋商。", "财务大臣片山皋月与【G7各国财金官员】磋商。", "disjoint"),
    ("财务大臣片山皋月与【七国财金官员】磋商。", "财务大臣片山皋月与【七国财金官员】会谈。", "equivalent"),
    ("财务大臣片山皋月与【白宫贸易代表】磋商。", "外交大臣田中一郎与【七国财金官员】会谈。", "incomparable"),
])  # fmt: skip
def test_parties_of_one_persons_meeting(a, b, expected):
    assert relate(a, b, "party") == expected


@pytest.mark.parametrize(("a", "b", "found"), [
    ("转会费【320万欧元】。", "转会费【2600多万元】。", "overlaps"),
    ("转会费【320万欧元】。", "转会费【4600万元】。", "disjoint"),
    ("转会费【1亿美元】（约合7.8亿港元）。", "转会费【6.9亿港元】。", "disjoint"),  # its own rate leaves little open
    ("转会费【1亿美元】。", "转会费【6.9亿港元】。", "overlaps"),
    ("罚款【48万元】。", "罚款【48万美元】。", "rebased"),
    ("组件均价【0.69元/瓦】。", "组件均价【0.2美元/瓦】。", "incomparable"),
])  # fmt: skip
def test_two_currencies(a, b, found):
    assert relate(a, b, "quantity", (datetime(2025, 3, 5), datetime(2025, 3, 6))) == found


def test_a_bare_yuan_of_hong_kong_about_the_mainland_agrees_by_rounding_too():
    hong_kong = "本港旅客關心稅收。港府表示，內地今年財政收入預計【約二千四百億元】。"
    assert relate(hong_kong, "今年财政收入预计【2403亿元】。", "quantity") in AGREEING


def test_a_bare_yuan_of_hong_kong_that_repeats_the_number_is_no_other_currency():
    hong_kong = "本港旅客關心收費。港府表示，一類客車每次【55元】，大橋由當局批准收費。"
    assert relate(hong_kong, "大桥收费标准为一类客车每次【55元】。", "quantity") == "equivalent"


@pytest.mark.parametrize(("a", "b", "level"), [
    ("供述有【十七处】矛盾。", "供述有【七处】矛盾。", "digit dropped"),
    ("登记选民【13万人】。", "登记选民【3万人】。", "digit dropped"),
    ("登记选民【412人】。", "登记选民【421人】。", "swapped of three"),
    ("总奖金【120万美元】。", "总奖金【102万美元】。", "swapped of three"),  # the nought that ends a number is a digit
    ("登记选民【412人】。", "登记选民【4210人】。", "far"),  # another order of magnitude is no slip of two keys
    ("每人供水【60升】。", "每人供水【6000万升】。", "far"),
    ("税率为【12.42%至44.86%】。", "税率为【12.42%至48.46%】。", "range, one end"),
    ("收入为【400亿元至415亿元】。", "收入为【420亿元至435亿元】。", "range, both ends"),
    ("成本是【五到六倍】。", "成本是【20倍】。", "range, near"),
])  # fmt: skip
def test_how_near_the_digits_of_two_figures_are(a, b, level):
    one, two = marked(a, b, kind="quantity")
    assert closeness(one, two, "disjoint") == closeness(two, one, "disjoint") == level


@pytest.mark.parametrize(("a", "b", "level"), [
    ("剧院于【2020年12月】动工。", "剧院【2021年12月】破土。", "another year, same month"),
    ("老楼【1998年】建成。", "老楼是【1989年】盖的。", "another year, swapped"),
    ("该鼎【1936年】出土。", "该鼎【1926年】出土。", "another year, tens"),
    ("公司【2007年】成立。", "公司【2003年】成立。", "another year"),
    ("新规【3月1日】施行。", "新规【5月1日】施行。", "another month, same day"),
    ("大会【3月17日】召开。", "大会【3月27日】召开。", "another day, tens"),
    ("大会【3月18日】召开。", "大会【3月19日】召开。", "another day, next"),
    ("大会【3月2日】召开。", "大会【3月9日】召开。", "another day"),
    ("公司【2015年12月26日】成立。", "公司【2016年12月】成立。", "another year, same month, other grain"),
])  # fmt: skip
def test_how_near_two_times_are(a, b, level):
    one, two = marked(a, b, kind="time")
    assert closeness(one, two, "disjoint") == closeness(two, one, "disjoint") == level
