"""Who holds a post, and who a person is: an answer must name a person beside the post, or the person that is asked about.

A name is a surname and one or two characters, between the post and a mark or 同志; 我 in a speech is the speaker, whose
line stands above it (县长　陆行舟).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial

from knowledge.conditions.condition import Condition, Evidence
from knowledge.lexicon.posts import POSTS
from loaders.lazy_pattern import lazy_pattern

_POST = (
    "党委书记|党组书记|县委书记|区委书记|市委书记|省委书记|总支书记|支部书记|"
    f"{POSTS}|分管领导|主要领导|包联领导|牵头人|带头人|首席[\u4e00-\u9fff]{{2,8}}?[师官家]|首席专家|法人代表|法定代表人|责任人|联系人|联络员|发言人|主持人"
)
_ASKS = r"(?:都)?(?:(?:现在|目前)?(?:是?由)谁(?:担任|兼任|出任|来?当)|是谁|叫什么|叫啥|叫谁|姓什么|姓啥|姓名|名字|[是由]?哪[一1]?位|谁|是哪个)"
_ASKED = lazy_pattern(
    rf"(?P<body>[\u4e00-\u9fff]{{0,12}}?)(?P<vice>副?)(?P<post>{_POST})(?:的)?(?:现在)?{_ASKS}(?![负牵来管去聘考提审评批选推定]|任[命免])|"
    rf"哪(?:个|[一1]?位)(?P<post3>联系人|联络员|负责人|经办人)|"
    rf"谁(?:是|任(?![命免])|担任|当)(?P<body2>[\u4e00-\u9fff]{{0,12}}?)(?P<vice2>副?)(?P<post2>{_POST})"
)
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐"
    "费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁"
    "杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪干解宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴"
    "陆荣翁荀羊惠甄曲家封芮储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印"
    "白怀蒲台鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳姬申扶堵冉宰郦雍桑桂濮牛寿边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易"
    "慎戈廖庾暨居衡步耿满弘匡寇禄阙东欧沃蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚简饶空曾毋沙乜养鞠须丰巢蒯荆红游竺逯盖桓"
    "岳帅缑亢况琴佘佴伯赏南宫墨哈谯笪爱阳佟肖覃涂尧"
)
_NAME = rf"(?!任(?:主任|组长|副|双|总))[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
_AFTER = r"(?=同志|先生|女士|[、,。;)\s“]|任|担任|负|出席|主持|传达|介绍|通报|负责|等|刚才|今天|昨天|近日|已|将|带|牵|签|说|讲|汇报|分管|联系|亲自|$)"
_WHO_IS = lazy_pattern(
    rf"(?:^|(?<=[里中的,、 ]))(?P<name>[{_SURNAMES}][\u4e00-\u9fff]{{1,2}})(?<![人员者])(?:同志)?(?:是谁|是什么人|是干什么的|是做什么的|是干啥的|是哪里的|的职务|是什么(?:职务|领导)|担?任什么|当什么)"
)
# 王建国在会上讲了什么, 李明局长: a name that the corpus lacks, before what a person does or is.
_NAMED = lazy_pattern(
    rf"(?:^|(?<=[省市县区州院局委的,、 ]))(?P<name>[{_SURNAMES}](?:(?![局委办院厅部会站所心校健])[\u4e00-\u9fff]){{1,2}})"
    rf"(?:同志|先生|女士|(?=在.{{0,12}}(?:会上|讲话)|(?:讲|说)了?什么|(?:分管|主管)|副?(?:书记|主任|教授|大夫|医生|[市县区局院厅部科股处所站组队]长|护士长)(?!办|会|令)))"
)
_DOUBLE = "司马|欧阳|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|端木|夏侯|长孙|司徒|司空|南宫|独孤"
# 副局长段子安在…, 赵文清兼任…: a name between a post and a verb, or at the head of a question before one.
_BEFORE_VERB = lazy_pattern(
    rf"(?:(?:{_POST})|^)(?P<name>(?:(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{_SURNAMES}](?:(?![局委办院厅部会站所心校健人员])[\u4e00-\u9fff]){{1,2}}))(?:同志)?"
    r"(?=(?:今年|去年|明年|现在|目前|主要|具体|总|还|都)*(?:兼任|担任|兼|任|是(?:哪|什么|谁)|负责|分管|主管|联系|带队|主持|牵头|盯|在(?:哪|医|卫|会|大|[^,。?]{0,10}(?:专班|小组|委员会|指挥部))|管(?:什么|哪|几)))"
)
# 市二院的段子安当什么队长: a name after a body, before what is asked of its post.
_BEFORE_POST = lazy_pattern(
    rf"(?<=[院局委心县市区镇校]的)(?P<name>[{_SURNAMES}](?:(?![局委办院厅部会站所校员])[\u4e00-\u9fff]){{1,2}})(?:同志)?"
    r"(?=(?:兼任|担任|兼|任|当)(?:了|的是)?(?:什么|啥|哪))"
)
_BODY_WORDS = lazy_pattern(
    r"卫健委|卫生健康委(?:员会)?|卫健局|卫生健康局|医保局|财政局|民政局|疾控中心|[\u4e00-\u9fff]{1,6}(?:局|委|办|中心|医院|卫生院|保健院|分院|协会|科|股|处|部|室|站|所)$"
)
_SHORT = (
    ("卫生健康委员会", "卫健委"),
    ("卫生健康委", "卫健委"),
    ("卫生健康局", "卫健局"),
    ("医疗保障局", "医保局"),
)
_PLACE = lazy_pattern(r"^.*[省市县区州旗盟镇乡](?=[\u4e00-\u9fff]{2})")
# 松坪区 of 刚才松坪区卫健局局长, nothing of 由县卫健局局长.
_OWN_PLACE = lazy_pattern(
    r"(?:(?![由请让和与及在是向被把给对刚才了各全本我该当经以从报省市县区])[\u4e00-\u9fff]){2,3}[省市县区州旗盟镇乡]$"
)
_PLACE_NAME = 3  # characters of a place by which it is told from another, with what it is: 北坪区
# Posts that are held for a matter rather than in a body.
_OF_MATTERS = ("责任人", "负责人", "牵头人", "联系人", "联络员")
_PAPER = lazy_pattern("(?:要点|方案|通知|意见|办法|文件|意见稿|计划|工作)$")  # the document itself
_OFFICE = "办公室"
_NEAR = 10  # characters between the name of a body and a post of it


def conditions_on_persons(text: str, in_corpus: Callable[[str], bool]) -> Iterator[Condition]:
    """The conditions of a normalised question; `in_corpus` tells whether the corpus has a word."""
    if match := _WHO_IS.search(text):
        yield Condition("person", match["name"], partial(_names, match["name"]), settles=True)
        return
    if match := _ASKED.search(text):
        groups = {name.rstrip("23"): words for name, words in match.groupdict().items() if words}
        post = groups.get("vice", "") + groups["post"]
        of = groups.get("body", "")
        body = "" if post in _OF_MATTERS else _body(of)
        place = _OWN_PLACE.search(of.removesuffix(body)) if body else None
        holder = _Holder(
            post,
            body,
            place[0] if place else "",
            _matter(of) if post in _OF_MATTERS else "",
        )
        yield Condition("person", f"{post}是谁", holder.named_in, settles=True)
    for match in (*_NAMED.finditer(text), *_BEFORE_VERB.finditer(text), *_BEFORE_POST.finditer(text)):
        if not in_corpus(match["name"]):
            yield Condition("person", match["name"], partial(_names, match["name"]))


def _body(words: str) -> str:
    """The body of a post in the words before it, without its place: 卫健局 of 青汀县卫健局; an office is told by its post."""
    match = _BODY_WORDS.search(_PLACE.sub("", words.removesuffix("的").rpartition("的")[2]))
    if match is None:
        return ""
    return _OFFICE if match[0].endswith(_OFFICE) else match[0]


@lru_cache(maxsize=256)
def _holder(post: str, body: str) -> re.Pattern[str]:
    """What finds the name of one who holds a post, before it or after it; a leader of a group may be told by his post."""
    whole = post if post.startswith("副") else r"(?<!副)" + post
    where = rf"{re.escape(_shortened(body))}[^,。;]{{0,{_NEAR}}}?" if body else ""
    forms = [
        rf"{where}{whole}(?:[:、(\s]|由)*{_NAME}{_AFTER}",
        rf"(?:{_NAME}(?:同志)?|由?(?:我|本人))(?:兼?任|担任|为|来?当)(?:双|总|第一|直接)?{where}{whole}",
        rf"{where}{whole}由(?:{_NAME}|我|本人|[^,。;]{{0,{_NEAR}}}?(?:{_POST}){_NAME})",
        rf"{where}{whole}:[^,。;]{{0,16}}?{_NAME}(?=[,、(]|电话|$)",
    ]
    if body:  # 市卫健委裴主任; 治未病中心8月挂牌,由副院长鲁漱石兼任主任
        name = re.escape(_shortened(body))
        forms.append(rf"{name}[{_SURNAMES}]{post}")
        forms.append(rf"{name}[^。;]{{0,40}}?{_NAME}(?:同志)?(?:兼任|担任){post}(?![\u4e00-\u9fff])")
    if post in ("组长", "主任", "负责人", "责任人") and not body:
        forms.append(rf"(?:{_POST}|领导|负责同志)(?:兼?任|担任)(?:双|总)?{whole}")
    if post in ("责任人", "负责人"):  # 乡镇卫生院院长是第一责任人
        forms.append(rf"(?:{_POST}|领导|负责同志|负责人|1把手|一把手)(?:是|为|作为)[^,。;]{{0,14}}?{whole}")
    return re.compile("|".join(forms))


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds a post: the post, the body that has it and the place of that; what the post is for."""

    post: str
    body: str
    place: str
    matter: str

    def named_in(self, evidence: Evidence) -> bool:
        """Whether a passage names the holder; the body need not stand there where the document is of it."""
        text = _shortened(evidence.text)
        if self.post not in text:  # as it stands in all forms, none is compiled: that takes 8 ms
            return False
        own = bool(self.body) and self.body in _shortened(evidence.about)
        named = any(self._is_there(match) for match in _holder(self.post, self.body).finditer(text))
        named = named or (own and bool(_holder(self.post, "").search(text)))
        return named and _is_about(self.matter, evidence)

    def _is_there(self, match: re.Match[str]) -> bool:
        """Whether no other place stands before the body: 北坪区卫健局局长 is not the head of 南坪县卫健局."""
        stated = _OWN_PLACE.search(match.string[: match.start()])
        return not (self.place and stated) or self.place.endswith(stated[0][-_PLACE_NAME:])


def _matter(words: str) -> str:
    """What somebody is responsible for: 尘肺病康复站 of 棠江市尘肺病康复站的."""
    matter = re.sub("(?:的|第一|直接|主要)+$", "", _PLACE.sub("", words))
    return "" if _PAPER.search(matter) else matter


def _is_about(matter: str, evidence: Evidence) -> bool:
    """Whether a text or its document speaks of a matter: half of the pairs of its characters are there."""
    parts = [matter[at : at + 2] for at in range(len(matter) - 1)]
    present = sum(part in evidence.text or part in evidence.about for part in parts)
    return present >= len(parts) / 2


def _names(name: str, evidence: Evidence) -> bool:
    return name in evidence.text or name in evidence.about


def _shortened(text: str) -> str:
    for long, short in _SHORT:
        text = text.replace(long, short)
    return text
