"""A topic of many questions offers its subtopics; a subtopic lists its own questions, and leads back."""

import datetime as dt
from pathlib import Path

from bot.callback_data.browsing import OpenSubtopic, OpenTopic
from bot.chat.context import ChatContext
from bot.chat.topic_keys import topic_key
from bot.messages import CHINESE
from bot.pages.topics import subtopic_page, topic_page
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

HEAD = "澄原县2027年卫生健康工作要点\n（2026年12月1日）\n一、院前急救\n"
PLACES = "青石 河口 石塘 白沙 龙潭 柳林 高桥 平湖 大田 云溪 双江 长岭 金竹 茶山 梅岭".split()
SORTS = ("{place}救护车6月底前到位。", "{place}急救站9月底前启用。", "{place}急救员合格率达到9{number}%。")
SETTING = ChatContext(CHINESE, dt.date(2027, 1, 1))


def test_a_subtopic_has_a_page_of_its_own(tmp_path: Path) -> None:
    lines = [
        sort.format(place=place, number=number % 10) for sort in SORTS for number, place in enumerate(PLACES)
    ]
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "plan.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    load(tmp_path / "corpus", tmp_path / "k.db")
    knowledge, key = KnowledgeBase(tmp_path / "k.db"), topic_key("急诊急救")
    whole = topic_page(knowledge, SETTING, OpenTopic(key)).messages[0]
    part = OpenSubtopic(key, topic_key("救护车"))
    buttons = [button for row in whole.buttons for button in row]
    assert part.pack() in [button.data for button in buttons]
    page = subtopic_page(knowledge, SETTING, part).messages[0]
    assert "急诊急救 · 救护车" in page.html and "救护车什么时候到位" in page.html
    assert "急救员合格率" not in page.html
    assert OpenTopic(key).pack() in [button.data for row in page.buttons for button in row]


def test_a_subtopic_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "plan.txt").write_text(HEAD + "青石救护车6月底前到位。\n", encoding="utf-8")
    load(tmp_path / "corpus", tmp_path / "k.db")
    button = OpenSubtopic(topic_key("急诊急救"), topic_key("救护车"))
    assert CHINESE.topic_gone in str(subtopic_page(KnowledgeBase(tmp_path / "k.db"), SETTING, button))
