"""Dialogues: 有用, 没用 and 收藏 under an answer."""

import pytest

from bot.chat.feedback_buttons import is_feedback
from bot.messages import CHINESE, ENGLISH
from bot.state.usage.votes import Vote
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, OTHER, SEVERAL, UNSURE

WHEN = ANSWERED.question
NEUTRAL = ["👍 有用", "👎 没用", "⭐ 收藏"]
REASONS = [["答非所问", "不完整", "已过时"], ["看不懂", "其他"]]


def told(api):
    """What the last press was answered with."""
    return api.calls_of("answerCallbackQuery")[-1].parameters.get("text")


def feedback(message):
    """The rows under an answer that ask for an opinion."""
    at = next(at for at, row in enumerate(message.labels) if row[0].startswith("👍"))
    return message.labels[at:]


async def test_a_useful_answer_is_thanked_for_and_marked(office, api):
    dialogue = office.dialogue()
    (answer,) = await dialogue.says(WHEN)
    assert feedback(answer) == [NEUTRAL]
    (marked,) = await dialogue.presses("有用")
    assert feedback(marked) == [["👍 有用 ✓", "👎 没用", "⭐ 收藏"]]
    assert marked.text == answer.text and marked.labels[:-1] == answer.labels[:-1]
    assert told(api) == CHINESE.thanks_useful


async def test_a_useless_answer_is_asked_what_was_wrong_with_it(office, api):
    dialogue = office.dialogue()
    (answer,) = await dialogue.says(WHEN)
    (asking,) = await dialogue.presses("没用")
    assert feedback(asking) == [["👍 有用", "👎 没用 ✓", "⭐ 收藏"], *REASONS]
    assert told(api) == CHINESE.thanks_useless
    (marked,) = await dialogue.presses("已过时")
    assert feedback(marked) == [["👍 有用", "👎 没用 ✓", "⭐ 收藏"]]
    assert told(api) == "谢谢，已记下：已过时。"
    person, chat, number = dialogue.user.id, dialogue.chat.id, answer.message_id
    assert office.state.votes.of(person, chat, number) == Vote(
        person, chat, number, False, ANSWER.passage_id, "c"
    )


async def test_a_vote_can_be_changed(office):
    dialogue = office.dialogue()
    (answer,) = await dialogue.says(WHEN)
    await dialogue.presses("没用")
    (marked,) = await dialogue.presses("有用")
    assert feedback(marked) == [["👍 有用 ✓", "👎 没用", "⭐ 收藏"]]
    vote = office.state.votes.of(dialogue.user.id, dialogue.chat.id, answer.message_id)
    assert vote.useful and vote.reason == ""


@pytest.mark.parametrize("button", ["有用", "没用", "收藏"])
async def test_a_double_tap_counts_once_and_breaks_nothing(office, api, button):
    dialogue = office.dialogue()
    (answer,) = await dialogue.says(WHEN)
    queries = [api.press(dialogue.user, answer, button) for _ in range(2)]
    await dialogue.settled(0)
    assert all(api.callback_answer(query) for query in queries)
    (message,) = [sent for sent in api.sent(dialogue.chat) if sent.message_id == answer.message_id]
    assert sum(label.endswith("✓") or label == "⭐ 已收藏" for label in feedback(message)[0]) == 1


async def test_two_people_in_a_group_have_a_vote_each_and_see_nothing_of_the_other(office, api):
    group, first, second = api.group(), api.user("甲"), api.user("乙")
    (answer,) = await office.dialogue(first, group).says(f"/ask {WHEN}")
    assert await office.dialogue(first, group).presses("有用") == []
    assert told(api) == CHINESE.thanks_useful
    (asking,) = await office.dialogue(second, group).presses("没用")
    assert feedback(asking) == [NEUTRAL, *REASONS]
    assert await office.dialogue(first, group).presses("有用") == []  # the reasons stay open for the other
    (closed,) = await office.dialogue(second, group).presses("看不懂")
    assert feedback(closed) == [NEUTRAL]
    votes = [office.state.votes.of(user.id, group.id, answer.message_id) for user in (first, second)]
    assert [(vote.useful, vote.reason) for vote in votes] == [(True, ""), (False, "d")]


async def test_a_reason_pressed_by_another_is_their_own_vote(office, api):
    group, first, second = api.group(), api.user("甲"), api.user("乙")
    (answer,) = await office.dialogue(first, group).says(f"/ask {WHEN}")
    await office.dialogue(first, group).presses("没用")
    await office.dialogue(second, group).presses("其他")
    assert office.state.votes.of(first.id, group.id, answer.message_id).reason == ""
    assert office.state.votes.of(second.id, group.id, answer.message_id).reason == "e"


async def test_an_english_reader_of_a_chinese_group_leaves_its_buttons_as_they_are(office, api):
    group, ann = api.group(), api.user("Ann", language_code="en")
    await office.dialogue(chat=group).says(f"/ask {WHEN}")
    (asking,) = await office.dialogue(ann, group).presses("没用")
    assert feedback(asking)[0] == NEUTRAL and told(api) == ENGLISH.thanks_useless


async def test_english_has_the_same_in_english(office, api):
    dialogue = office.dialogue(api.user("Ann", language_code="en"))
    (answer,) = await dialogue.says(WHEN)
    assert feedback(answer) == [["👍 Useful", "👎 Not useful", "⭐ Keep"]]
    await dialogue.presses("Not useful")
    (marked,) = await dialogue.presses("Out of date")
    assert feedback(marked) == [["👍 Useful", "👎 Not useful ✓", "⭐ Keep"]]
    await dialogue.presses("Keep")
    assert told(api) == ENGLISH.now_kept


async def test_a_passage_is_kept_and_let_go(office, api):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    (kept,) = await dialogue.presses("收藏")
    assert feedback(kept)[0][2] == "⭐ 已收藏" and told(api) == CHINESE.now_kept
    (again,) = await dialogue.says(WHEN)
    assert feedback(again)[0] == ["👍 有用", "👎 没用", "⭐ 已收藏"]
    (gone,) = await dialogue.presses("已收藏", under=again)
    assert feedback(gone)[0] == NEUTRAL and told(api) == CHINESE.now_unkept
    assert office.state.favourites.all(dialogue.user.id) == []


async def test_keeping_a_passage_leaves_the_reasons_open(office):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    await dialogue.presses("没用")
    (message,) = await dialogue.presses("收藏")
    assert feedback(message) == [["👍 有用", "👎 没用 ✓", "⭐ 已收藏"], *REASONS]


async def test_a_passage_that_has_changed_cannot_be_kept(office, api):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    office.knowledge.passages.clear()
    assert await dialogue.presses("收藏") == []
    assert told(api) == CHINESE.text_changed


async def test_what_was_said_still_stands_on_the_buttons_after_turning_to_another_passage(office):
    dialogue = office.dialogue()
    await dialogue.says(WHEN)
    await dialogue.presses("收藏")
    await dialogue.presses("有用")
    (other,) = await dialogue.presses("其他出处")
    assert OTHER.passage in other.text
    assert feedback(other)[0] == ["👍 有用 ✓", "👎 没用", "⭐ 收藏"]
    (back,) = await dialogue.presses(CHINESE.back_to_answer)
    assert feedback(back)[0] == ["👍 有用 ✓", "👎 没用", "⭐ 已收藏"]


async def test_a_restart_in_the_middle_changes_nothing(office, api):
    dialogue = office.dialogue()
    (answer,) = await dialogue.says(WHEN)
    await dialogue.presses("没用")
    await office.restart()
    dialogue = office.dialogue(dialogue.user, dialogue.chat)
    (marked,) = await dialogue.presses("不完整")
    assert feedback(marked) == [["👍 有用", "👎 没用 ✓", "⭐ 收藏"]]
    vote = office.state.votes.of(dialogue.user.id, dialogue.chat.id, answer.message_id)
    assert (vote.useful, vote.reason, vote.passage) == (False, "b", ANSWER.passage_id)


async def test_a_vote_under_a_message_too_old_to_be_shown_counts(office, api):
    dialogue = office.dialogue()
    (answer,) = await dialogue.says(WHEN)
    api.delete(answer)
    assert await dialogue.presses("有用", under=answer) == []
    assert office.state.votes.of(dialogue.user.id, dialogue.chat.id, answer.message_id).useful


async def test_a_vote_is_stored_with_its_question(office):
    dialogue = office.dialogue()
    await dialogue.says(UNSURE.question)
    await dialogue.presses("要理顺价格")
    await dialogue.presses("没用")
    assert voted_questions(office) == [UNSURE.question]


def voted_questions(office):
    return [
        row["text"]
        for row in office.state._database.rows(
            "SELECT text FROM votes JOIN questions ON questions.id = votes.question"
        )
    ]


@pytest.mark.parametrize("question", [DECLINED.question, UNSURE.question, SEVERAL.question + "？"])
async def test_what_is_no_answer_asks_for_no_opinion(office, question):
    for message in await office.dialogue().says(question):
        assert not [button for row in message.buttons for button in row if is_feedback(button.value)]
