"""Passages are keyed by topic."""

import pytest

from knowledge.lexicon.topics import (
    OTHER,
    Surroundings,
    classify,
    parent_of,
    taxonomy,
    topic_of,
    topics_named,
)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("全面推进紧密型县域医共体建设，统一人财物管理。", "县域医共体"),
        ("完善按病种付费等多元复合式医保支付方式。", "医保支付方式"),
        ("加强名老中医传承工作室建设，推广中医适宜技术。", "中医药"),
        ("办好普惠托育机构，新增托位500个。", "生育支持与托育"),
        ("加强精神障碍患者规范管理和心理援助热线建设。", "精神心理健康"),
    ],
)
def test_main_topic(text: str, topic: str) -> None:
    assert classify(text, ())[0] == topic


def test_headings_decide_where_the_text_does_not() -> None:
    assert classify("要加强领导，压实责任。", ("三、抓好老年健康服务",))[0] == "老年健康与医养"


def test_what_fits_nothing_is_keyed_as_other() -> None:
    assert classify("天很蓝。", ()) == (OTHER,)


def test_the_taxonomy_is_sound() -> None:
    names = [topic.name for topic in taxonomy()]
    assert len(names) == len(set(names)) and all(len(name) <= 10 for name in names)
    assert all(topic.words and parent_of(topic.name) == topic.parent for topic in taxonomy())


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("县妇幼保健院的债务由谁化解", "财政投入与债务"),
        ("人民医院卒中中心什么时候投用", "急诊急救"),
        ("疾控中心改革由谁负责", "疾病预防控制"),
        ("中医院制剂室什么时候投用", "中医药"),
        ("妇幼保健院二期什么时候完工", "妇幼健康"),
    ],
)
def test_a_body_tells_the_topic_where_no_strong_word_stands_beside_it(question: str, topic: str) -> None:
    assert topic_of(question, "", Surroundings((), "", "")) == topic


def test_an_outer_heading_that_names_a_subject_tells_it() -> None:
    around = Surroundings(
        ("3.全程督导", "（一）结核病", "二、重点传染病"), "", "湖渚县疾控中心2026年工作计划"
    )
    assert topic_of("确定多少名督导员？", "每名患者确定1名督导员。", around) == "传染病与地方病"


def test_what_a_paper_is_tells_no_topic() -> None:
    around = Surroundings((), "", "在2025年度总结表彰会上的讲话")
    assert topic_of("跌倒的住院病人有多少例？", "去年跌倒的住院病人64例。", around) == "医疗质量与安全"


def test_members_of_a_list_tell_no_topic() -> None:
    around = Surroundings(("一是加强医院建设",), "", "")
    question = "怎样建好心血管、儿童、传染病等重点专科？"
    assert topic_of(question, "", around) == "专科与重点学科"


@pytest.mark.parametrize(
    ("typed", "topics"),
    [
        ("中医药", ["中医药"]),
        ("老年", ["老年健康与医养"]),
        ("千人口托位", ["生育支持与托育"]),
        ("托儿", ["生育支持与托育"]),
        ("医院", ["公立医院改革", "医院建设与项目"]),
        ("飞机", []),
        (" ", []),
    ],
)
def test_a_topic_is_named_by_its_name_a_part_of_it_a_word_that_tells_it_or_another_word(
    typed: str, topics: list[str]
) -> None:
    names = ["中医药", "老年健康与医养", "生育支持与托育", "公立医院改革", "医院建设与项目"]
    assert topics_named(typed, names, ("托育",) if typed == "托儿" else ()) == topics
