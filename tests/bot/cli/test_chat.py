"""The chat in the terminal: the same words as in Telegram, buttons as numbers."""

import io

import pytest

from bot.cli.commands.asking.chat import Chat, converse
from bot.config.config import Config
from bot.messages import CHINESE
from bot.rendering.answers import reply_messages
from bot.rendering.plain_text import plain
from knowledge.filters.filters import Located
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.bot.cli.test_command_line import PLAN
from tests.bot.sample import ANSWER, ANSWERED, DEADLINE, DECLINED, TARGET, UNSURE, Knowledge
from tests.clock import TODAY


@pytest.fixture
def chat():
    return Chat(Knowledge(), CHINESE)


@pytest.fixture
def talk(chat, monkeypatch):
    """Pipes lines into a chat and gives what it shows."""

    def piped(*lines, interactive=False, styled=False):
        shown = []
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        converse(chat, shown.append, interactive, styled)
        return shown

    return piped


def test_a_question_gets_the_words_of_the_bot(talk):
    (message,) = reply_messages(ANSWERED, CHINESE)
    (shown,) = talk(ANSWERED.question)
    assert shown.startswith(plain(message.html) + "\n")
    assert "[2] 本节全文  [3] 其他出处" in shown and "复制引用" not in shown and "有用" not in shown


def test_a_terminal_shows_what_answers_in_bold(talk):
    (shown,) = talk(ANSWERED.question, styled=True)
    assert "\x1b[1m今年6月底前" in shown


def test_buttons_are_numbers_that_can_be_typed(talk):
    offer, opened, other = talk(UNSURE.question, "1", "2")
    assert "[1] 今年6月底前" in offer and "[2] 要理顺价格。" in offer
    assert ANSWER.passage in opened and "要理顺价格。" in other


def test_a_suggested_question_can_be_chosen(talk):
    assert ANSWER.passage in talk(DECLINED.question, "1")[1]


def test_lists_are_walked_by_numbers_and_an_item_keeps_its_own(talk):
    topics, questions, turned, answer, back = talk("主题", "1", "9", "10", "5")
    assert "[1] 县域医共体（20）" in topics
    assert "1. 第0个问题" in questions and "[1] 1" not in questions and "[9] 下一页 ›" in questions
    assert "10. 第9个问题" in turned and "[1] ‹ 上一页  [2] 下一页 ›" in turned
    assert answer.startswith("问：第9个问题是什么？") and "[5] ‹ 返回问题" in answer
    assert back == turned


def test_the_ways_on_from_an_answer_are_choices(talk):
    _, following, back = talk(ANSWERED.question, "1", "2")
    assert "要理顺价格。" in following and ANSWER.passage in back


def test_a_follow_up_takes_its_subject_from_the_last_answer(talk, chat):
    followed = talk(ANSWERED.question, "那谁负责呢")[1]
    assert followed.startswith("问：谁负责细则出台（接上一问）")
    assert chat.knowledge.asked[1] == "谁负责细则出台"


def test_a_file_is_told_by_its_path(talk, chat, tmp_path):
    chat.config = Config(corpus=tmp_path)
    assert "现在不在服务器上" in talk("/documents", "1", "1")[2]
    (tmp_path / "city-2026.txt").write_text("原文", encoding="utf-8")
    assert str(tmp_path / "city-2026.txt") in talk("/documents", "1", "1")[2]


def test_a_scope_lasts_as_long_as_the_chat(talk, chat):
    chosen = talk("/scope", "1", ANSWERED.question)
    assert "✅" in chosen[1] and "只查了选中的" in chosen[2]


def test_a_number_that_is_no_choice_is_said_to_be_none(talk):
    assert talk(UNSURE.question, "7")[1] == "没有第 7 项。\n"


def test_without_choices_a_number_is_a_question(talk, chat):
    talk("12345")
    assert chat.knowledge.asked == ["12345"]


def test_commands_are_those_of_the_bot(talk):
    shown = talk("/help", "帮助", "/start", "/ask", f"/ask {ANSWERED.question}", "/reload", "/weather")
    assert shown[0] == shown[1] and "/ask" in shown[0] and "/reload" not in shown[0]
    assert shown[2].startswith("您好")
    assert shown[3] == f"{CHINESE.usage}\n"
    assert ANSWER.passage in shown[4]
    assert shown[5] == shown[6] == f"{CHINESE.unknown_command}\n"


def test_exit_leaves_and_blank_lines_are_passed_over(talk, chat):
    assert talk("", "  ", "/exit", "不再问") == []
    assert chat.knowledge.asked == []


def test_a_question_too_long_is_refused_and_control_characters_are_dropped(talk, chat):
    assert "太长" in talk("问" * 1001)[0]
    talk("甲\x00\x07乙\udcff")
    assert chat.knowledge.asked == ["甲乙"]


def test_a_person_is_greeted_and_seen_off(talk, monkeypatch):
    lines = iter([ANSWERED.question])
    monkeypatch.setattr("builtins.input", lambda prompt: next(lines, None) or leave(EOFError))
    shown = talk(interactive=True)
    assert (shown[0], shown[-1]) == (CHINESE.terminal_greeting, CHINESE.terminal_goodbye)
    assert len(shown) == 3


def test_ctrl_c_leaves_politely(talk, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: leave(KeyboardInterrupt))
    assert talk(interactive=True)[-1] == CHINESE.terminal_goodbye


def leave(error):
    raise error


def test_deadlines_and_targets_are_listed_narrowed_and_opened(talk, chat):
    chat.config = Config(today=TODAY)
    chat.knowledge.due = [Located(DEADLINE, ANSWER.document, ANSWER.section, "医改", ANSWER.passage_id)]
    chat.knowledge.goals = [Located(TARGET, ANSWER.document, ANSWER.section, "医改", ANSWER.passage_id)]
    listed, opened, back, asked, targets, nothing = talk(
        "时限 已过期", "1", "4", "已经过期的有哪些", "指标", "/targets 食堂"
    )
    assert "2026年6月30日 已过期 145 天\n1. 出台实施细则" in listed and "[2] 全部时限" in listed
    assert ANSWER.passage in opened and "[4] ‹ 返回时限" in opened
    assert back == listed == asked
    assert "基层诊疗量占比\n1. 不低于 55%（2030年12月31日前）" in targets
    assert nothing.startswith("没有找到指标。\n筛选：“食堂”")


def test_stored_questions_are_edited_at_the_terminal(tmp_path, talk, chat):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "county-2027.txt").write_text(PLAN, encoding="utf-8")
    chat.config = Config(
        corpus=tmp_path / "corpus", database=tmp_path / "jianda.db", state=tmp_path / "state.db", today=TODAY
    )
    load(chat.config.corpus, chat.config.database)
    chat.knowledge = KnowledgeBase(chat.config.database)
    (before,) = chat.knowledge.questions("中医药")
    topics = talk("/pairs")[0]
    *_, asked, done = talk(number_of(topics, "中医药（1）"), "1", "2", "乡里啥时候都有中医", "1")
    assert "乡里啥时候都有中医" in asked and done.strip().endswith(CHINESE.teaching.done)
    (after,) = chat.knowledge.questions("中医药")
    assert (after.question, after.variants[0]) == (before.question, "乡里啥时候都有中医")
    assert CHINESE.teaching.failing_none in talk("/pairs", number_of(topics, "查毛病"))[1]


def number_of(shown, label):
    return shown.partition(label)[0].rpartition("[")[2].rstrip("] ")
