"""The short form of a list ends with a point, and says which points it leaves out."""

from dataclasses import replace

from bot.chat.answer_length import LONGEST_LIST, left_out_notes, reply_of_length, short_list
from bot.messages import CHINESE, ENGLISH
from knowledge.answers import Item
from tests.bot.sample import ANSWER, ANSWERED, Knowledge

LEAD_IN = "设置采血点应当具备下列条件："
POINTS = [
    f"（{number}）{'有与采血量相适应的独立用房和登记、体检、采集设备' * 2}；" for number in "一二三四五"
]
LIST = "\n".join([LEAD_IN, *POINTS])
ANSWER_OF_LIST = replace(
    ANSWER, passage=LIST, highlights=((0, 5),), span=(0, len(LIST)), deadlines=(), targets=()
)
REPLY = replace(ANSWERED, answers=(ANSWER_OF_LIST,))


def test_it_holds_the_first_points_whole():
    short = reply_of_length(Knowledge(), REPLY, "short").answers[0]
    assert short.passage == "\n".join([LEAD_IN, *POINTS[:2]]) and len(short.passage) <= LONGEST_LIST
    assert left_out_notes(REPLY, CHINESE) == ["还有 3 条没有列出：（三）、（四）、（五）。"]
    assert left_out_notes(REPLY, ENGLISH) == ["3 more points are not shown: （三）, （四）, （五）."]


def test_so_does_a_list_that_is_told_as_items():
    halves = ["\n".join([LEAD_IN, *POINTS[:3]]), "\n".join(POINTS[3:])]
    items = tuple(Item(replace(ANSWER_OF_LIST, passage=half)) for half in halves)
    answer = replace(ANSWER_OF_LIST, passage=halves[0])
    reply = replace(ANSWERED, answers=(answer,), items=items, items_kind="points")
    short = reply_of_length(Knowledge(), reply, "short")
    assert [item.answer.passage for item in short.items] == ["\n".join([LEAD_IN, *POINTS[:2]])]
    assert left_out_notes(reply, CHINESE) == ["还有 3 条没有列出：（三）、（四）、（五）。"]


def test_a_short_list_leaves_out_nothing():
    text = f"{LEAD_IN}\n1.有用房；\n2.有设备。"
    short = short_list(text, ((0, 5),))
    assert short and short.end == len(text) and short.left_out == ()


def test_a_point_that_answers_is_shown_by_itself():
    place = LIST.index("（四）")
    assert short_list(LIST, ((place, place + 5),)) is None


def test_the_long_form_repeats_no_point():
    knowledge = Knowledge()
    own = replace(ANSWER_OF_LIST, passage="\n".join([LEAD_IN, POINTS[0]]))
    others = [replace(ANSWER_OF_LIST, passage=point, passage_id=point) for point in POINTS[1:]]
    knowledge.section = lambda passage_id: [own, *others]
    assert reply_of_length(knowledge, REPLY, "long").answers[0].passage == LIST
