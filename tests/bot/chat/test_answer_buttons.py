"""The buttons under an answer: what stands around it, what else answers, the file."""

import pytest

from bot.messages import CHINESE
from tests.bot.conftest import Office
from tests.bot.sample import ANSWER, ANSWERED, DOCUMENT, LAST, OTHER, SUGGESTIONS

WHEN = ANSWERED.question


@pytest.fixture
def dialogue(office):
    return office.dialogue()


async def test_the_next_passage_takes_the_place_of_the_answer_and_back(dialogue):
    (answer,) = await dialogue.says(WHEN)
    (following,) = await dialogue.presses("下文")
    assert following.message_id == answer.message_id
    assert OTHER.passage in following.text and ANSWER.passage not in following.text
    (last,) = await dialogue.presses("下文")
    assert LAST.passage in last.text and "四、强保障" in last.text
    assert not any("下文" in label for row in last.labels for label in row)
    (back,) = await dialogue.presses("返回答案")
    assert back.html == answer.html and back.labels == answer.labels


async def test_the_passage_before_can_be_reached_too(dialogue):
    await dialogue.says(WHEN)
    await dialogue.presses("下文")
    (before,) = await dialogue.presses("上文")
    assert ANSWER.passage in before.text


async def test_other_sources_go_round_in_place(dialogue):
    (answer,) = await dialogue.says(WHEN)
    (other,) = await dialogue.presses("其他出处")
    assert OTHER.passage in other.text and "（其他出处 1/1）" in other.text
    (again,) = await dialogue.presses("其他出处")
    assert again.html == answer.html


async def test_old_buttons_work_after_a_restart(api, dialogue, closed_office):
    await dialogue.says(WHEN)
    restarted = await Office(api, closed_office.folder / "new").open()
    (other,) = await restarted.dialogue(dialogue.user).presses("其他出处")
    assert OTHER.passage in other.text
    restarted.state.close()


async def test_the_whole_section_comes_in_a_message_of_its_own(dialogue):
    (answer,) = await dialogue.says(WHEN)
    (section,) = await dialogue.presses("本节全文")
    assert section.message_id != answer.message_id
    assert (
        ANSWER.passage in section.text and OTHER.passage in section.text and LAST.passage not in section.text
    )


async def test_the_citation_can_be_copied(dialogue):
    (answer,) = await dialogue.says(WHEN)
    copy = answer.button("复制引用")
    assert copy.action == "copy_text" and ANSWER.passage in copy.value and "《在全市" in copy.value


async def test_the_original_file_is_sent(office, dialogue, corpus):
    (corpus / DOCUMENT.path).write_bytes("原文".encode())
    await dialogue.says(WHEN)
    (sent,) = await dialogue.presses("原文件")
    assert sent.file == "原文".encode() and sent.file_name == DOCUMENT.path and sent.text == DOCUMENT.title


async def test_in_a_group_the_file_is_a_reply_in_the_same_topic(office, api, corpus):
    (corpus / DOCUMENT.path).write_bytes("原文".encode())
    group = api.group(forum=True)
    dialogue, topic = office.dialogue(chat=group), api.topic(group, "医改")
    (answer,) = await dialogue.says(f"/ask {WHEN}", thread=topic)
    (sent,) = await office.dialogue(chat=group).presses("原文件")
    assert (sent.thread, sent.reply_to) == (topic, answer.message_id)


async def test_a_file_that_is_missing_is_said_to_be(dialogue):
    await dialogue.says(WHEN)
    (said,) = await dialogue.presses("原文件")
    assert said.text == CHINESE.file_missing.format(title=DOCUMENT.title)


async def test_where_files_are_forbidden_no_button_offers_them_and_an_old_one_says_so(
    api, dialogue, closed_office
):
    (answer,) = await dialogue.says(WHEN)
    strict = await Office(api, closed_office.folder / "strict").open(send_files=False)
    (said,) = await strict.dialogue(dialogue.user).presses("原文件", under=answer)
    assert said.text == CHINESE.files_forbidden
    (fresh,) = await strict.dialogue(dialogue.user).says(WHEN)
    assert not any("原文件" in label for row in fresh.labels for label in row)
    strict.state.close()


async def test_a_text_that_has_changed_is_said_to_have(office, dialogue):
    await dialogue.says(WHEN)
    office.knowledge.passages.clear()
    for label in ("下文", "本节全文", "其他出处"):
        (said,) = await dialogue.presses(label)
        assert said.text == CHINESE.text_changed


async def test_a_suggested_question_is_told_above_its_answer(dialogue):
    await dialogue.says("食堂几点开饭")
    (answer,) = await dialogue.presses(SUGGESTIONS[0])
    assert answer.text.startswith(f"问：{SUGGESTIONS[0]}\n")
    (following,) = await dialogue.presses("下文")
    assert following.text.startswith(f"问：{SUGGESTIONS[0]}\n") and OTHER.passage in following.text


async def test_a_press_by_another_member_is_welcome(office, api):
    group = api.group()
    await office.dialogue(chat=group).says(f"/ask {WHEN}")
    (following,) = await office.dialogue(chat=group).presses("下文")
    assert OTHER.passage in following.text


async def test_buttons_of_another_version_say_that_they_no_longer_work(office, api):
    dialogue = office.dialogue()
    for data in ("z:1", "v:!!", "m:x", "t:", "i:1", "e:x:y", "k:", "n:", "汉"):
        markup = {"inline_keyboard": [[{"text": "旧", "callback_data": data}]]}
        sent = api.call("sendMessage", {"chat_id": dialogue.chat.id, "text": "旧", "reply_markup": markup})
        assert sent["ok"]
        (said,) = await dialogue.presses("旧")
        assert said.text in (CHINESE.button_old, CHINESE.topic_gone, CHINESE.document_gone), data
