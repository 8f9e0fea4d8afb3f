"""A topic of many questions offers its subtopics; a subtopic lists its own questions, and leads back."""

import datetime as dt
from pathlib import Path

from bot.callback_data.browsing import OpenPairOfSubtopic, OpenSubtopic, OpenTopic
from bot.chat.context import ChatContext
from bot.chat.topic_keys import topic_key
from bot.messages import CHINESE
from bot.pages.topics import pair_page, subtopic_page, topic_page
from bot.rendering.message import Message
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

HEAD = "澄原县2027年卫生健康工作要点\n（2026年12月1日）\n一、院前急救\n"
PLACES = "青石 河口 石塘 白沙 龙潭 柳林 高桥 平湖 大田 云溪 双江 长岭 金竹 茶山 梅岭".split()
SORTS = (
    "{place}救护车6月底前到位。",
    "{place}急救站9月底前启用。",
    "{place}急救员合格率达到9{number}%。",
    "{place}担架6月底前到位。",
    "{place}氧气瓶6月底前到位。",
)
SETTING = ChatContext(CHINESE, dt.date(2027, 1, 1))


def divided(folder: Path) -> KnowledgeBase:
    """A knowledge base whose topic of emergencies is divided."""
    lines = [
        sort.format(place=place, number=number % 10) for sort in SORTS for number, place in enumerate(PLACES)
    ]
    (folder / "corpus").mkdir()
    (folder / "corpus" / "plan.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    load(folder / "corpus", folder / "k.db")
    return KnowledgeBase(folder / "k.db")


def carried(message: Message) -> list[str]:
    """What the buttons of a message carry."""
    return [button.data for row in message.buttons for button in row]


def test_a_subtopic_has_a_page_of_its_own(tmp_path: Path) -> None:
    knowledge, key = divided(tmp_path), topic_key("急诊急救")
    whole = topic_page(knowledge, SETTING, OpenTopic(key)).messages[0]
    part = OpenSubtopic(key, topic_key("救护车"))
    assert part.pack() in carried(whole)
    page = subtopic_page(knowledge, SETTING, part).messages[0]
    assert "急诊急救 · 救护车" in page.html and "救护车什么时候到位" in page.html
    assert "急救员合格率" not in page.html
    assert OpenTopic(key).pack() in carried(page)


def test_a_question_leads_back_to_the_page_of_its_subtopic(tmp_path: Path) -> None:
    knowledge, key = divided(tmp_path), topic_key("急诊急救")
    part = OpenSubtopic(key, topic_key("救护车"), 1)
    page = subtopic_page(knowledge, SETTING, part).messages[0]
    opening = next(data for data in carried(page) if data.startswith("iu:"))
    answer = pair_page(knowledge, SETTING, OpenPairOfSubtopic.unpack(opening)).messages[-1]
    assert part.pack() in carried(answer)


def test_what_is_in_no_subtopic_comes_last(tmp_path: Path) -> None:
    page = topic_page(divided(tmp_path), SETTING, OpenTopic(topic_key("急诊急救"))).messages[0]
    names = [button.label for row in page.buttons for button in row if button.data.startswith("tu:")]
    assert len(names) > 1 and names[-1].startswith("其他（")


def test_a_subtopic_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "plan.txt").write_text(HEAD + "青石救护车6月底前到位。\n", encoding="utf-8")
    load(tmp_path / "corpus", tmp_path / "k.db")
    button = OpenSubtopic(topic_key("急诊急救"), topic_key("救护车"))
    assert CHINESE.topic_gone in str(subtopic_page(KnowledgeBase(tmp_path / "k.db"), SETTING, button))
