"""Inline mode: cited passages in any chat, for those who may ask."""

from dataclasses import replace

from bot.rendering.inline_results import A_PAGE
from knowledge.ids import make_id
from tests.bot.sample import ANSWER, OTHER


async def test_passages_are_offered_with_title_line_and_document(office):
    answer = await office.dialogue().asks_inline("细则")
    (result,) = answer["results"]
    assert result["id"] == ANSWER.passage_id
    assert (
        result["title"].startswith("今年6月底前")
        and "《在全市卫生健康工作会议上的讲话》" in result["description"]
    )
    sent = result["input_message_content"]["message_text"]
    assert "<blockquote>" in sent and "——《在全市卫生健康工作会议上的讲话》（2026） › 三、抓重点" in sent
    assert answer["is_personal"] and answer["cache_time"] <= 30


async def test_pages_follow_one_another_with_stable_ids(office):
    many = [replace(OTHER, passage_id=make_id("n", number), passage=f"价格{number}") for number in range(25)]
    office.knowledge.passages = {one.passage_id: one for one in many}
    dialogue, ids, offset = office.dialogue(), [], ""
    while True:
        page = await dialogue.asks_inline("价格", offset)
        ids += [result["id"] for result in page["results"]]
        if not (offset := page.get("next_offset", "")):
            break
    assert ids == [one.passage_id for one in many] and len(ids) > 2 * A_PAGE


async def test_an_empty_query_tells_how_to_go_on(office):
    answer = await office.dialogue().asks_inline("  ")
    (result,) = answer["results"]
    assert "@jianda_bot 医共体" in result["input_message_content"]["message_text"]


async def test_nothing_is_offered_to_those_who_may_not_ask(closed_office):
    office = await closed_office.open(allowed_users=(1,))
    answer = await office.dialogue().asks_inline("细则")
    assert answer["results"] == [] and answer["is_personal"]


async def test_odd_offsets_and_words_are_taken(office):
    dialogue = office.dialogue()
    for query, offset in (("细则", "x"), ("细则", "99"), ("\u200b", ""), ("<b>", ""), ("无此内容", "")):
        assert (await dialogue.asks_inline(query, offset))["results"] is not None
