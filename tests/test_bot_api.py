"""The fake Telegram itself: each of its rules bites, and PTB takes what it sends."""

from __future__ import annotations

import asyncio
import inspect
import json
import struct
import threading
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MessageEntity,
    ReplyParameters,
    TelegramObject,
    Update,
    constants,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TimedOut
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from tests.bot_api import BotApi, Chat, Dialogue, Upload, User, file_url, offline_bot_builder, serve
from tests.bot_api.editing import REACTIONS
from tests.bot_api.errors import Violation
from tests.bot_api.formatted import plain
from tests.bot_api.html_mode import parse_html
from tests.bot_api.methods import METHODS
from tests.bot_api.offline import AnyApplication, AnyBuilder
from tests.bot_api.texts import ENTITY_TYPES
from tests.bot_api.updates import UPDATE_TYPES

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 640, 480)


class Clock:
    """A clock that only a test moves."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def api(clock: Clock) -> BotApi:
    return BotApi(clock=clock)


@pytest.fixture
def wang(api: BotApi) -> User:
    return api.user("王芳", username="wang_fang")


@pytest.fixture
def private(api: BotApi, wang: User) -> Chat:
    return api.private(wang)


@pytest.fixture
def group(api: BotApi, wang: User) -> Chat:
    return api.group(members=[wang])


@pytest.fixture
def forum(api: BotApi, wang: User) -> Chat:
    return api.group("论坛", forum=True, members=[wang])


def result(api: BotApi, method: str, **parameters: Any) -> Any:
    """The result of a call that must succeed."""
    answer = api.call(method, parameters)
    assert answer["ok"], answer["description"]
    return answer["result"]


def refused(api: BotApi, method: str, **parameters: Any) -> str:
    """The description of a call that must fail."""
    answer = api.call(method, parameters)
    assert not answer["ok"], answer
    return str(answer["description"])


def keyboard(*buttons: dict[str, Any]) -> str:
    return json.dumps({"inline_keyboard": [list(buttons)]})


def article(result_id: str = "1", **more: Any) -> dict[str, Any]:
    return {
        "type": "article",
        "id": result_id,
        "title": "标题",
        "input_message_content": {"message_text": "正文"},
        **more,
    }


# --- what a message may not be -------------------------------------------------------------------------

HTML = {"parse_mode": "HTML"}
BAD_MESSAGES: list[tuple[dict[str, Any], str]] = [
    # parameters
    ({}, "message text is empty"),
    ({"text": ""}, "message text is empty"),
    ({"text": "x", "disable_web_page_preview": "true"}, 'unknown parameter "disable_web_page_preview"'),
    ({"text": "x", "disable_notification": "yes"}, "must be a Boolean"),
    ({"text": "x", "message_thread_id": "first"}, "must be an Integer"),
    ({"text": "x", "chat_id": "1.5"}, "must be an Integer"),
    ({"text": 5}, "must be a String"),
    ({"text": "x", "reply_parameters": "{"}, "can't parse reply_parameters JSON object"),
    ({"text": "x", "reply_parameters": "7"}, "must be an Object"),
    ({"text": "x", "reply_parameters": "{}"}, 'field "message_id" of reply_parameters is required'),
    ({"text": "x", "link_preview_options": '{"disabled": true}'}, 'unknown field "disabled"'),
    ({"text": "x", "link_preview_options": '{"url": "here"}'}, "Wrong HTTP URL"),
    ({"text": "x", "business_connection_id": "1"}, "not supported by this fake"),
    ({"text": "x", "entities": '{"type": "bold"}'}, "must be an Array"),
    ({"text": "x", "reply_parameters": '{"message_id": 1, "chat_id": 42}'}, "a reply to another chat"),
    # text
    ({"text": " \n\u3000\u200b"}, "text must be non-empty"),
    ({"text": "<b> </b>", **HTML}, "text must be non-empty"),
    ({"text": "a\0b"}, "control character U+0000"),
    ({"text": "a\x0bb"}, "control character U+000B"),
    ({"text": "&#7;x", **HTML}, "control character U+0007"),
    ({"text": "half \ud83d"}, "strings must be encoded in UTF-8"),
    ({"text": "长" * 4097}, "message is too long"),
    ({"text": "<b>x</b>" * 4097, **HTML}, "text is too long"),
    # parse modes and entities
    ({"text": "x", "parse_mode": "MarkdownV2"}, "not supported by this fake"),
    ({"text": "x", "parse_mode": "html"}, "not supported by this fake"),
    ({"text": "x", "parse_mode": "BBCode"}, "unsupported parse_mode"),
    ({"text": "好", "entities": '[{"type": "bold", "offset": 0, "length": 2}]'}, "lies outside the text"),
    ({"text": "😀好", "entities": '[{"type": "bold", "offset": 1, "length": 1}]'}, "cuts a character"),
    ({"text": "好", "entities": '[{"type": "big", "offset": 0, "length": 1}]'}, "wrong parameter type"),
    (
        {
            "text": "一二三",
            "entities": json.dumps(
                [
                    {"type": "bold", "offset": 0, "length": 2},
                    {"type": "italic", "offset": 1, "length": 2},
                ]
            ),
        },
        "bold and italic cross",
    ),
]
BAD_HTML: list[tuple[str, str]] = [
    ("一<br>二", 'Unsupported start tag "br" at byte offset 3'),
    ("增长 <5%", 'Unclosed start tag "5%" at byte offset 7'),
    ("增长 <5% 以内", 'Unsupported start tag "5%" at byte offset 7'),
    ("a < b", 'Unsupported start tag "" at byte offset 2'),
    ("<b>一", 'Can\'t find end tag corresponding to start tag "b"'),
    ("一</b>", "Unexpected end tag at byte offset 3"),
    ("<b><i>一</b></i>", 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'),
    ("<b>一</>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</>"'),
    ("<b>一</b", "Unclosed end tag at byte offset 6"),
    ("<b/>一", 'Unsupported start tag "b/"'),
    ("<b", 'Unclosed start tag "b"'),
    ('<a href="https://a.cn>一</a>', 'Unclosed start tag "a"'),
    ("a & b", 'Unescaped or unsupported HTML entity "&"'),
    ("a&nbsp;b", 'Unescaped or unsupported HTML entity "&nbsp;"'),
    ("a &lt b", 'Unescaped or unsupported HTML entity "&lt"'),
    ("&#0;", 'Unsupported HTML entity "&#0;"'),
    ("&#xD83D;", 'Unsupported HTML entity "&#xD83D;"'),
    ("<a>一</a>", 'Tag "a" must have attribute "href"'),
    ('<a href="第三页">一</a>', "Wrong HTTP URL"),
    ('<a href="javascript:x()">一</a>', "Unsupported URL protocol"),
    ('<a href="https://t.me/jianda_bot?start=健康">一</a>', "START_PARAM_INVALID"),
    ('<b class="x">一</b>', 'Unsupported attribute "class" in the tag "b"'),
    ('<span class="red">一</span>', 'Tag "span" must have class "tg-spoiler"'),
    ("<span>一</span>", 'Tag "span" must have class "tg-spoiler"'),
    ('<code class="language-python">x</code>', 'stand right inside "pre"'),
    ('<pre language="python">x</pre>', 'Unsupported attribute "language"'),
    ('<pre>x<code class="language-python">y</code></pre>', "must hold all of it"),
    ("<b><code>x</code></b>", 'Tag "code" can\'t be inside "b"'),
    ("<pre><b>x</b></pre>", 'Tag "b" can\'t be inside "pre"'),
    ("<blockquote><blockquote>x</blockquote></blockquote>", 'Tag "blockquote" can\'t be inside "blockquote"'),
    ('<a href="https://a.cn"><a href="https://b.cn">x</a></a>', 'Tag "a" can\'t be inside "a"'),
    ('<tg-time unix="soon">x</tg-time>', "Invalid date format used"),
    ('<tg-time unix="1800000000" format="Y">x</tg-time>', "Invalid date format used"),
    ('<tg-emoji emoji-id="smile">x</tg-emoji>', "Invalid custom emoji identifier"),
]
BAD_MARKUP: list[tuple[str, str]] = [
    ("[]", "object expected as reply markup"),
    ("{}", "exactly one of"),
    ('{"inline_keyboard": [], "force_reply": true}', "exactly one of"),
    ('{"inline_keyboard": [{"text": "x"}]}', "must be an Array of Arrays"),
    ('{"inline_keyboard": [[]]}', "has an empty row"),
    ('{"inline_keyboard": [["x"]]}', "can't parse inline keyboard button JSON object"),
    ('{"inline_keyboard": [], "resize_keyboard": true}', 'unknown field "resize_keyboard"'),
    (keyboard({"text": "x"}), "exactly one action expected, found none"),
    (keyboard({"text": "x", "url": "https://a.cn", "callback_data": "1"}), "found url, callback_data"),
    (keyboard({"text": " ", "callback_data": "1"}), "button text must be non-empty"),
    (keyboard({"callback_data": "1"}), 'field "text" of inline keyboard button is required'),
    (keyboard({"text": "x", "callback_data": ""}), "BUTTON_DATA_INVALID"),
    (keyboard({"text": "x", "callback_data": "健" * 22}), "must have 1-64 bytes, has 66"),
    (keyboard({"text": "x", "callback_data": 7}), "must be a String"),
    (keyboard({"text": "x", "colour": "red", "callback_data": "1"}), 'unknown field "colour"'),
    (keyboard({"text": "x", "copy_text": {"text": ""}}), "BUTTON_COPY_TEXT_INVALID"),
    (keyboard({"text": "x", "copy_text": {"text": "字" * 257}}), "BUTTON_COPY_TEXT_INVALID"),
    (keyboard({"text": "x", "url": "第三页"}), "Wrong HTTP URL"),
    (keyboard({"text": "x", "url": "http://localhost/a"}), "Wrong HTTP URL"),
    (keyboard({"text": "x", "url": "https://a.cn/第 三页"}), "Wrong HTTP URL"),
    (keyboard({"text": "x", "url": "https://[a.cn/"}), "Wrong HTTP URL"),
    (keyboard({"text": "x", "url": "https://t.me/jianda_bot?start=" + "a" * 65}), "START_PARAM_INVALID"),
    (keyboard({"text": "x", "url": "https://t.me/jianda_bot?start="}), "START_PARAM_INVALID"),
    (keyboard({"text": "x", "url": "https://t.me/jianda_bot?start=a.b"}), "START_PARAM_INVALID"),
    (keyboard({"text": "x", "url": "tg://resolve?domain=jianda_bot&start=健"}), "START_PARAM_INVALID"),
    (keyboard({"text": "x", "switch_inline_query": "字" * 257}), "0-256 characters"),
    (keyboard({"text": "x", "pay": True}), "not supported by this fake"),
    (keyboard(*({"text": "x", "callback_data": str(n)} for n in range(9))), "more than 8 buttons"),
    (
        json.dumps({"inline_keyboard": [[{"text": "x", "callback_data": str(n)}] for n in range(101)]}),
        "reply markup is too long",
    ),
    ('{"force_reply": false}', "must be True"),
    ('{"keyboard": [["x"]], "input_field_placeholder": "' + "字" * 65 + '"}', "1-64 characters"),
]


@pytest.mark.parametrize(("parameters", "expected"), BAD_MESSAGES)
def test_a_message_is_refused(api: BotApi, private: Chat, parameters: dict[str, Any], expected: str) -> None:
    assert_violation(api, "sendMessage", {"chat_id": private.id, **parameters}, expected)
    assert api.sent(private) == []


@pytest.mark.parametrize(("source", "expected"), BAD_HTML)
def test_html_is_refused(api: BotApi, private: Chat, source: str, expected: str) -> None:
    assert_violation(api, "sendMessage", {"chat_id": private.id, "text": source, **HTML}, expected)


@pytest.mark.parametrize(("markup", "expected"), BAD_MARKUP)
def test_a_keyboard_is_refused(api: BotApi, private: Chat, markup: str, expected: str) -> None:
    parameters = {"chat_id": private.id, "text": "x", "reply_markup": markup}
    assert_violation(api, "sendMessage", parameters, expected)


def assert_violation(api: BotApi, method: str, parameters: dict[str, Any], expected: str) -> None:
    description = refused(api, method, **parameters)
    assert description.startswith("Bad Request: ")
    assert expected in description
    assert api.violations == [f"{method}: {description}"]
    assert api.calls[-1].error == description


# --- what other calls may not be -----------------------------------------------------------------------

OTHER_CALLS: list[tuple[str, dict[str, Any], str]] = [
    ("sendDocument", {"chat_id": 500001}, "there is no document in the request"),
    ("sendDocument", {"chat_id": 500001, "document": "attach://a"}, 'no file part "a"'),
    ("sendPhoto", {"chat_id": 500001}, "there is no photo in the request"),
    ("sendChatAction", {"chat_id": 500001, "action": "thinking"}, "wrong parameter action in request"),
    ("sendChatAction", {"action": "typing"}, "chat_id is empty"),
    ("editMessageText", {"text": "x", "chat_id": 500001}, "message identifier is not specified"),
    ("editMessageText", {"text": "x", "message_id": 1}, "chat identifier is not specified"),
    (
        "editMessageReplyMarkup",
        {"chat_id": 500001, "message_id": 1, "reply_markup": '{"force_reply": true}'},
        "inline keyboard expected",
    ),
    ("deleteMessage", {"chat_id": 500001}, "message identifier is not specified"),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "字" * 201}, "MESSAGE_TOO_LONG"),
    ("answerInlineQuery", {"inline_query_id": "1"}, 'parameter "results" is required'),
    ("setMyCommands", {"commands": '[{"command": "Ask", "description": "x"}]'}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": '[{"command": "问", "description": "x"}]'}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": '[{"command": "/ask", "description": "x"}]'}, "BOT_COMMAND_INVALID"),
    (
        "setMyCommands",
        {"commands": json.dumps([{"command": "a" * 33, "description": "x"}])},
        "BOT_COMMAND_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": '[{"command": "ask", "description": ""}]'},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    (
        "setMyCommands",
        {"commands": json.dumps([{"command": "ask", "description": "字" * 257}])},
        "BOT_COMMAND_DESCRIPTION_INVALID",
    ),
    ("setMyCommands", {"commands": "[]", "language_code": "zh-hans"}, "invalid language code"),
    ("setMyCommands", {"commands": "[]", "scope": '{"type": "chat"}'}, "wrong fields for chat"),
    ("setMyDescription", {"description": "字" * 513}, "0-512 characters"),
    ("setMyShortDescription", {"short_description": "字" * 121}, "0-120 characters"),
    ("setMyName", {"name": "字" * 65}, "0-64 characters"),
    (
        "setMessageReaction",
        {"chat_id": 500001, "message_id": 1, "reaction": '["👍"]'},
        "can't parse reaction JSON object",
    ),
    (
        "setMessageReaction",
        {"chat_id": 500001, "message_id": 1, "reaction": '[{"type": "emoji", "emoji": "✅"}]'},
        "REACTION_INVALID",
    ),
    ("getUpdates", {"limit": 0}, "limit must be 1-100"),
    ("getUpdates", {"timeout": "2.5"}, "must be an Integer"),
    ("getUpdates", {"allowed_updates": '["messages"]'}, "wrong parameter allowed_updates"),
    ("setWebhook", {"url": "http://a.cn"}, "An HTTPS URL must be provided"),
    ("setWebhook", {"url": "https://a.cn", "secret_token": "密"}, "unallowed characters"),
    ("getFile", {}, 'parameter "file_id" is required'),
    ("getMe", {"verbose": True}, 'unknown parameter "verbose"'),
]
BAD_RESULTS: list[tuple[dict[str, Any], str]] = [
    ({"results": [article(str(n)) for n in range(51)]}, "too many results"),
    ({"results": [article("1"), article("1")]}, "RESULT_ID_DUPLICATE"),
    ({"results": [article("")]}, "RESULT_ID_INVALID"),
    ({"results": [article("号" * 22)]}, "RESULT_ID_INVALID"),
    ({"results": [article(colour="red")]}, 'unknown field "colour"'),
    ({"results": [article(title="")]}, "1-512 characters"),
    ({"results": [article(thumbnail_url="x")]}, "Wrong HTTP URL"),
    ({"results": [{"type": "article", "id": "1", "title": "x"}]}, '"input_message_content"'),
    ({"results": [{"type": "sticker", "id": "1"}]}, "only articles are supported"),
    ({"results": [article(input_message_content={"message_text": "字" * 4097})]}, "MESSAGE_TOO_LONG"),
    (
        {"results": [article(input_message_content={"message_text": "<b>", "parse_mode": "HTML"})]},
        "Can't find end tag",
    ),
    (
        {
            "results": [
                article(reply_markup={"inline_keyboard": [[{"text": "x", "callback_data": "健" * 22}]]})
            ]
        },
        "BUTTON_DATA_INVALID",
    ),
    ({"results": [], "next_offset": "页" * 22}, "NEXT_OFFSET_INVALID"),
    ({"results": [], "cache_time": "long"}, "must be an Integer"),
    ({"results": [], "button": {"text": "x"}}, "one optional field expected"),
    ({"results": [], "button": {"text": "x", "start_parameter": "健康"}}, "START_PARAM_INVALID"),
]


@pytest.mark.parametrize(("method", "parameters", "expected"), OTHER_CALLS)
def test_a_call_is_refused(
    api: BotApi, private: Chat, method: str, parameters: dict[str, Any], expected: str
) -> None:
    assert private.id == 500001
    assert_violation(api, method, parameters, expected)


@pytest.mark.parametrize(("parameters", "expected"), BAD_RESULTS)
def test_inline_results_are_refused(
    api: BotApi, wang: User, parameters: dict[str, Any], expected: str
) -> None:
    query = api.inline(wang, "健康")
    written = {
        name: value if isinstance(value, str) else json.dumps(value) for name, value in parameters.items()
    }
    assert_violation(api, "answerInlineQuery", {"inline_query_id": query, **written}, expected)
    assert api.inline_answer(query) is None


def test_an_unknown_method_and_a_wrong_token(api: BotApi) -> None:
    assert api.call("sendTelegram")["error_code"] == 404
    assert api.violations == ["sendTelegram: no such method"]
    wrong = api.call("getMe", token="1:other")
    assert (wrong["error_code"], wrong["description"]) == (401, "Unauthorized")
    assert result(api, "getMe")["username"] == "jianda_bot"


def test_an_uploaded_file_must_be_what_it_claims(api: BotApi, private: Chat) -> None:
    def send(kind: str, content: bytes) -> dict[str, Any]:
        return api.call(f"send{kind.title()}", {"chat_id": private.id}, {kind: Upload("a", content)})

    assert "file must be non-empty" in send("document", b"")["description"]
    assert "IMAGE_PROCESS_FAILED" in send("photo", b"GIF89a")["description"]
    assert (
        "PHOTO_INVALID_DIMENSIONS" in send("photo", PNG[:16] + struct.pack(">II", 9000, 400))["description"]
    )
    assert send("document", b"0" * (50 * 2**20 + 1))["error_code"] == 413
    assert send("photo", PNG)["result"]["photo"][0]["width"] == 640
    assert 'unknown parameter "extra"' in api.call(
        "sendDocument", {"chat_id": private.id}, {"document": Upload("a", b"1"), "extra": Upload("b", b"2")}
    )["description"]  # fmt: skip


# --- text as Telegram counts and reads it --------------------------------------------------------------


def test_html_becomes_text_and_entities() -> None:
    source = (
        "<b>一<i>😀</i></b> <a href='https://a.cn/?x=1&amp;y=2'>链接</a> "
        "<blockquote expandable>引&lt;文</blockquote>"
        '<pre><code class="language-toml">a = 1</code></pre><span class="tg-spoiler">密</span>'
    )
    parsed = parse_html(source)
    assert parsed.text == "一😀 链接 引<文a = 1密"
    assert [(e.type, e.offset, e.length, dict(e.extra)) for e in parsed.entities] == [
        ("bold", 0, 3, {}),
        ("italic", 1, 2, {}),
        ("text_link", 4, 2, {"url": "https://a.cn/?x=1&y=2"}),
        ("expandable_blockquote", 7, 3, {}),
        ("pre", 10, 5, {"language": "toml"}),
        ("spoiler", 15, 1, {}),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp;amp; &quot;引&quot; &#27721;&#x5b57;", '<b> &amp; "引" 汉字'),
        ("*星* 和 _线_ 不动", "*星* 和 _线_ 不动"),
        ('<U>一</U><STRIKE>二</strike><tg-time unix="1800000000" format="D">三</tg-time>', "一二三"),
        ("<blockquote><code>码</code></blockquote>", "码"),
        ('<a href="t.me/jianda_bot?start=p-1_A">开</a>', "开"),
        ('<a href="https://t.me/jianda_bot?startgroup=true">加</a>', "加"),
    ],
)
def test_html_that_telegram_takes(source: str, text: str) -> None:
    assert parse_html(source).text == text


def test_lengths_are_utf16_units_after_entities(api: BotApi, private: Chat) -> None:
    emoji = "😀" * 2048
    sent = result(api, "sendMessage", chat_id=private.id, text=f"<b>{emoji}</b>\n ", parse_mode="HTML")
    assert sent["text"] == emoji
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]
    assert "too long" in refused(api, "sendMessage", chat_id=private.id, text=emoji + "一")


def test_a_caption_has_1024_units(api: BotApi, private: Chat) -> None:
    def send(caption: str) -> dict[str, Any]:
        return api.call(
            "sendDocument", {"chat_id": private.id, "caption": caption}, {"document": Upload("a", b"1")}
        )

    assert send("😀" * 512)["ok"]
    assert "message caption is too long" in send("😀" * 512 + "一")["description"]
    assert "text must be non-empty" in send("  ")["description"]


def test_text_is_trimmed_and_cleaned_as_the_member_sees_it(api: BotApi, private: Chat) -> None:
    result(api, "sendMessage", chat_id=private.id, text=" \n一\t二\r\n<b>三 </b>  ", parse_mode="HTML")
    [sent] = api.sent(private)
    assert sent.text == "一 二\n三"
    assert [(e.offset, e.length) for e in sent.entities] == [(4, 1)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/ask 健康", [("bot_command", 0, 4)]),
        ("😀 /ask@jianda_bot 健康", [("bot_command", 3, 15)]),
        ("/ask健康", []),
        ("问/ask", []),
        ("／ask ＠jianda_bot", []),
        ("您好 @jianda_bot，请问", [("mention", 3, 11)]),
        ("wang@health.cn", []),
        ("/etc/passwd", []),
    ],
)
def test_commands_and_mentions_are_found_as_telegram_does(text: str, found: list[Any]) -> None:
    assert [(e.type, e.offset, e.length) for e in plain(text).entities] == found


# --- the state of the chats ----------------------------------------------------------------------------


def test_a_chat_that_cannot_be_written_to(api: BotApi, wang: User, group: Chat) -> None:
    def send(chat_id: int | str) -> tuple[int, str]:
        answer = api.call("sendMessage", {"chat_id": chat_id, "text": "您好"})
        return answer["error_code"], answer["description"]

    assert send(42) == (400, "Bad Request: chat not found")
    assert send("@nobody_here") == (400, "Bad Request: chat not found")
    assert send(wang.id) == (403, "Forbidden: bot can't initiate conversation with a user")
    api.private(wang)
    api.blocked(wang)
    assert send(wang.id) == (403, "Forbidden: bot was blocked by the user")
    api.removed(group)
    assert send(group.id) == (403, "Forbidden: bot was kicked from the supergroup chat")
    assert send(api.group(bot="left").id) == (403, "Forbidden: bot is not a member of the supergroup chat")
    assert "need administrator rights" in send(api.channel(bot="member").id)[1]
    assert api.violations == []


def test_a_public_chat_has_a_name(api: BotApi) -> None:
    channel = api.channel(username="health_news")
    result(api, "sendMessage", chat_id="@health_news", text="通知")
    assert [sent.text for sent in api.sent(channel)] == ["通知"]


def test_a_group_that_moved_says_where(api: BotApi, wang: User) -> None:
    old = api.group(type="group", members=[wang])
    new = api.migrate(old, wang)
    answer = api.call("sendMessage", {"chat_id": old.id, "text": "您好"})
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert [next(iter(u["message"].keys() & {"migrate_to_chat_id", "migrate_from_chat_id"}))
            for u in api.take_updates()] == ["migrate_to_chat_id", "migrate_from_chat_id"]  # fmt: skip


def test_editing_replaces_what_the_member_sees(api: BotApi, private: Chat) -> None:
    rows = keyboard({"text": "好", "callback_data": "1"})
    sent = result(api, "sendMessage", chat_id=private.id, text="一", reply_markup=rows)
    place = {"chat_id": private.id, "message_id": sent["message_id"]}
    same = refused(api, "editMessageText", text="<i></i>一", reply_markup=rows, parse_mode="HTML", **place)
    assert same.startswith("Bad Request: message is not modified: specified new message content")
    assert "not modified" in refused(api, "editMessageReplyMarkup", reply_markup=rows, **place)
    result(api, "editMessageText", text="<b>一</b>", parse_mode="HTML", **place)
    [shown] = api.sent(private)
    assert (shown.text, shown.html, shown.buttons, shown.edited) == ("一", "<b>一</b>", (), True)
    assert "not modified" in refused(api, "editMessageReplyMarkup", **place)
    assert "no caption" in refused(api, "editMessageCaption", caption="二", **place)
    assert api.violations == []


def test_only_the_bots_own_messages_can_be_edited(api: BotApi, wang: User, private: Chat) -> None:
    theirs = api.message(private, wang, "您好")
    place = {"chat_id": private.id, "text": "改"}
    assert "message can't be edited" in refused(api, "editMessageText", message_id=theirs.message_id, **place)
    assert "message to edit not found" in refused(api, "editMessageText", message_id=99, **place)
    assert "MESSAGE_ID_INVALID" in refused(api, "editMessageText", inline_message_id="x", text="改")
    document = api.call("sendDocument", {"chat_id": private.id}, {"document": Upload("a", b"1")})["result"]
    assert "no text" in refused(api, "editMessageText", message_id=document["message_id"], **place)


def test_deleting(api: BotApi, clock: Clock, wang: User, group: Chat) -> None:
    sent = result(api, "sendMessage", chat_id=group.id, text="一")
    old = result(api, "sendMessage", chat_id=group.id, text="二")
    theirs = api.message(group, wang, "三")

    def delete(message_id: int) -> str:
        return refused(api, "deleteMessage", chat_id=group.id, message_id=message_id)

    assert result(api, "deleteMessage", chat_id=group.id, message_id=sent["message_id"]) is True
    assert "message to delete not found" in delete(sent["message_id"])
    assert "message can't be deleted" in delete(theirs.message_id)
    clock.seconds += 49 * 3600
    assert "message can't be deleted" in delete(old["message_id"])
    fresh = api.message(group, wang, "四")
    api.role(group, api.bot, "administrator")
    ids = json.dumps([old["message_id"], fresh.message_id, 99])
    assert result(api, "deleteMessages", chat_id=group.id, message_ids=ids) is True
    assert [one.text for one in api.sent(group)] == ["二"]


def test_replies(api: BotApi, wang: User, private: Chat) -> None:
    asked = api.message(private, wang, "什么时候完成？")

    def reply(message_id: int, **more: Any) -> dict[str, Any]:
        parameters = json.dumps({"message_id": message_id, **more})
        return api.call("sendMessage", {"chat_id": private.id, "text": "答", "reply_parameters": parameters})

    assert reply(asked.message_id, quote="完成")["result"]["quote"]["position"] == 4
    assert "QUOTE_TEXT_INVALID" in reply(asked.message_id, quote="开始")["description"]
    assert api.sent(private)[0].quote == "完成"
    api.delete(asked)
    assert api.take_updates()[-1]["message"]["text"] == "什么时候完成？", "bots are not told of deletions"
    assert "message to be replied not found" in reply(asked.message_id)["description"]
    assert "reply_to_message" not in reply(asked.message_id, allow_sending_without_reply=True)["result"]
    assert [sent.reply_to for sent in api.sent(private)] == [asked.message_id, None]


def test_only_a_forums_topic_is_a_thread(api: BotApi, wang: User, group: Chat, forum: Chat) -> None:
    topic = api.topic(forum, "报表", wang)

    def send(chat: Chat, thread: int) -> str:
        return refused(api, "sendMessage", chat_id=chat.id, text="x", message_thread_id=thread)

    assert "message thread not found" in send(forum, 1)
    assert "message thread not found" in send(forum, 99)
    asked = api.message(group, wang, "/ask 一")
    assert "message thread not found" in send(group, asked.message_id)
    assert len(api.violations) == 2, "a topic that was closed meanwhile is no fault of the bot"
    sent = result(api, "sendMessage", chat_id=forum.id, text="x", message_thread_id=topic)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic, True)
    assert "message thread not found" in refused(
        api, "sendChatAction", chat_id=group.id, action="typing", message_thread_id=topic
    )


def test_threads_as_updates_show_them(api: BotApi, wang: User, group: Chat, forum: Chat) -> None:
    topic = api.topic(forum, "报表", wang)
    in_topic = api.message(forum, wang, "/ask 一", thread=topic)
    api.message(forum, wang, "/ask 二")
    root = api.message(group, wang, "/ask 三")
    api.message(group, wang, "/ask 四", reply_to=root)
    *_, first, second, _, fourth = (update["message"] for update in api.take_updates())
    assert (first["message_thread_id"], first["is_topic_message"]) == (topic, True)
    assert "forum_topic_created" in first["reply_to_message"], (
        "replies to nothing, yet names the topic's opening"
    )
    assert not {"message_thread_id", "is_topic_message", "reply_to_message"} & second.keys()
    assert fourth["message_thread_id"] == root.message_id, "a plain supergroup numbers threads too"
    assert "is_topic_message" not in fourth
    answer = {"message_id": in_topic.message_id}
    sent = result(api, "sendMessage", chat_id=forum.id, text="答", reply_parameters=json.dumps(answer))
    assert sent["message_thread_id"] == topic, "a reply lands in the topic of its message"


def test_buttons_that_a_chat_does_not_allow(api: BotApi, group: Chat) -> None:
    channel = api.channel()
    switch = keyboard({"text": "x", "switch_inline_query": ""})
    assert "channel chat" in refused(api, "sendMessage", chat_id=channel.id, text="x", reply_markup=switch)
    contact = '{"keyboard": [[{"text": "x", "request_contact": true}]]}'
    assert "private chats only" in refused(
        api, "sendMessage", chat_id=group.id, text="x", reply_markup=contact
    )


def test_copy_and_forward(api: BotApi, wang: User, private: Chat, group: Chat) -> None:
    asked = api.message(private, wang, "您好")
    place = {"chat_id": group.id, "from_chat_id": private.id}
    copied = result(api, "copyMessage", message_id=asked.message_id, **place)
    forwarded = result(api, "forwardMessage", message_id=asked.message_id, **place)
    assert copied.keys() == {"message_id"}
    assert forwarded["forward_origin"]["sender_user"]["id"] == wang.id
    assert [sent.text for sent in api.sent(group)] == ["您好", "您好"]
    assert "it has no file" in refused(api, "copyMessage", message_id=asked.message_id, caption="二", **place)
    service = {"chat_id": private.id, "from_chat_id": group.id}
    api.joined(group, wang)
    added = api.take_updates()[-1]["message"]["message_id"]
    assert "service messages" in refused(api, "forwardMessage", message_id=added, **service)
    assert "message to copy not found" in refused(api, "copyMessage", message_id=99, **place)
    assert "message to forward not found" in refused(api, "forwardMessage", message_id=99, **place)
    assert "can't be edited" in refused(
        api, "editMessageText", chat_id=group.id, message_id=forwarded["message_id"], text="改"
    )


def test_reactions(api: BotApi, wang: User, private: Chat) -> None:
    asked = api.message(private, wang, "您好")
    place = {"chat_id": private.id, "message_id": asked.message_id}
    thumb = {"type": "emoji", "emoji": "👍"}
    result(api, "setMessageReaction", reaction=json.dumps([thumb]), **place)
    assert api.reactions(asked) == ["👍"]
    assert "REACTIONS_TOO_MANY" in refused(
        api, "setMessageReaction", reaction=json.dumps([thumb] * 2), **place
    )
    assert "message to react not found" in refused(
        api, "setMessageReaction", chat_id=private.id, message_id=99
    )
    result(api, "setMessageReaction", **place)
    assert api.reactions(asked) == []


def test_members_and_administrators(api: BotApi, wang: User) -> None:
    owner, other_bot = api.user("李主任"), api.user("别的机器人", is_bot=True)
    group = api.group(owner=owner, admins=[wang, other_bot])
    stranger = api.user("路人")

    def status(user_id: int) -> str:
        return str(result(api, "getChatMember", chat_id=group.id, user_id=user_id)["status"])

    assert [status(user.id) for user in (owner, wang, stranger)] == ["creator", "administrator", "left"]
    assert "invalid user_id" in refused(api, "getChatMember", chat_id=group.id, user_id=1)
    chiefs = result(api, "getChatAdministrators", chat_id=group.id)
    assert {chief["user"]["id"] for chief in chiefs} == {wang.id, owner.id}
    assert len(result(api, "getChatAdministrators", chat_id=group.id, return_bots=True)) == 3
    assert result(api, "getChatMemberCount", chat_id=group.id) == 4
    private = api.private(wang)
    assert "no administrators" in refused(api, "getChatAdministrators", chat_id=private.id)
    assert "private chats" in refused(api, "leaveChat", chat_id=private.id)
    assert result(api, "leaveChat", chat_id=group.id) is True
    assert api.call("getChat", {"chat_id": group.id})["error_code"] == 403


def test_files(api: BotApi, wang: User, private: Chat) -> None:
    api.document(private, wang, "讲话.docx", b"PK")
    api.document(private, wang, "大.pdf", b"", size=20 * 2**20 + 1)
    small, big = (update["message"]["document"] for update in api.take_updates())
    path = result(api, "getFile", file_id=small["file_id"])["file_path"]
    assert api.download(path) == b"PK"
    assert "file is too big" in refused(api, "getFile", file_id=big["file_id"])
    assert "wrong file_id" in refused(api, "getFile", file_id="no-such")
    again = result(api, "sendDocument", chat_id=private.id, document=small["file_id"], caption="原文")
    assert again["document"]["file_name"] == "讲话.docx"
    assert api.sent(private)[0].file == b"PK"
    place = {"chat_id": private.id}
    assert "wrong file identifier" in refused(api, "sendPhoto", photo=small["file_id"], **place)
    assert "failed to get HTTP URL" in refused(api, "sendPhoto", photo="https://a.cn/a.png", **place)


# --- queries -------------------------------------------------------------------------------------------


def test_a_pressed_button_gets_one_answer_in_time(
    api: BotApi, clock: Clock, wang: User, private: Chat
) -> None:
    result(api, "sendMessage", chat_id=private.id, text="一", reply_markup=keyboard(
        {"text": "👍 有用", "callback_data": "v:1"}, {"text": "出处", "url": "https://a.cn"}))  # fmt: skip
    [sent] = api.sent(private)
    assert sent.labels == [["👍 有用", "出处"]]
    too_old = "query is too old and response timeout expired or query ID is invalid"
    pressed, expired, late = (api.press(wang, sent, "有用") for _ in range(3))
    assert api.take_updates()[0]["callback_query"]["data"] == "v:1"
    assert too_old in refused(api, "answerCallbackQuery", callback_query_id="1")
    result(api, "answerCallbackQuery", callback_query_id=pressed, text="谢谢")
    assert (api.callback_answer(pressed) or {})["text"] == "谢谢"
    assert too_old in refused(api, "answerCallbackQuery", callback_query_id=pressed)
    api.expire(expired)
    assert too_old in refused(api, "answerCallbackQuery", callback_query_id=expired)
    clock.seconds += 16 * 60
    assert too_old in refused(api, "answerCallbackQuery", callback_query_id=late)
    assert api.unanswered() == [expired, late]
    assert api.violations == []


def test_what_cannot_be_pressed(api: BotApi, wang: User, private: Chat) -> None:
    rows = keyboard({"text": "上一条", "callback_data": "a"}, {"text": "下一条", "callback_data": "b"},
                    {"text": "出处", "url": "https://a.cn"})  # fmt: skip
    result(api, "sendMessage", chat_id=private.id, text="一", reply_markup=rows)
    [sent] = api.sent(private)
    for label in ("一条", "没有", "出处"):
        with pytest.raises(LookupError):
            api.press(wang, sent, label)
    assert api.take_updates() == []


def test_a_button_under_a_message_removed_meanwhile(api: BotApi, wang: User, private: Chat) -> None:
    rows = keyboard({"text": "好", "callback_data": "a"})
    sent = result(api, "sendMessage", chat_id=private.id, text="一", reply_markup=rows)
    [seen] = api.sent(private)
    result(api, "deleteMessage", chat_id=private.id, message_id=sent["message_id"])
    api.press(wang, seen, "好")
    [update] = api.take_updates()
    query = Update.de_json(update, None).callback_query
    assert isinstance(query, CallbackQuery)
    assert query.message is not None
    assert not query.message.is_accessible


def test_an_inline_query_gets_one_answer(api: BotApi, wang: User) -> None:
    query = api.inline(wang, "健康", offset="10")
    assert api.take_updates()[0]["inline_query"]["offset"] == "10"
    parameters = {
        "results": json.dumps([article("甲"), article("乙")]),
        "cache_time": "5",
        "is_personal": "true",
    }
    result(api, "answerInlineQuery", inline_query_id=query, **parameters)
    answer = api.inline_answer(query) or {}
    assert [one["input_message_content"]["formatted"].text for one in answer["results"]] == ["正文", "正文"]
    assert "query is too old" in refused(api, "answerInlineQuery", inline_query_id=query, **parameters)
    with pytest.raises(ValueError, match="256"):
        api.inline(wang, "字" * 257)


@pytest.mark.parametrize(("personal", "reaches_the_bot"), [("false", False), ("true", True)])
def test_telegram_keeps_inline_answers(
    api: BotApi, clock: Clock, wang: User, personal: str, reaches_the_bot: bool
) -> None:
    """What one member was shown, another is shown too, unless the answer is personal or old."""
    other = api.user("李强")
    parameters = {"results": json.dumps([article()]), "cache_time": 60, "is_personal": personal}
    result(api, "answerInlineQuery", inline_query_id=api.inline(wang, "健康"), **parameters)
    api.take_updates()
    assert api.inline_answer(api.inline(wang, "健康")) is not None
    assert api.take_updates() == []
    assert (api.inline_answer(api.inline(other, "健康")) is None) is reaches_the_bot
    assert len(api.take_updates()) == int(reaches_the_bot)
    clock.seconds += 61
    assert api.inline_answer(api.inline(wang, "健康")) is None


# --- the bot itself ------------------------------------------------------------------------------------


def test_commands_are_kept_by_scope_and_language(api: BotApi) -> None:
    ask = [{"command": "ask", "description": "提问"}]
    groups = {"scope": '{"type": "all_group_chats"}', "language_code": "zh"}
    result(api, "setMyCommands", commands=json.dumps(ask), **groups)
    assert result(api, "getMyCommands") == []
    assert result(api, "getMyCommands", **groups) == ask
    result(api, "deleteMyCommands", **groups)
    assert result(api, "getMyCommands", **groups) == []


def test_names_and_descriptions(api: BotApi) -> None:
    result(api, "setMyName", name="健答")
    result(api, "setMyDescription", description="答问", language_code="zh")
    result(api, "setMyShortDescription", short_description="答")
    assert result(api, "getMyName") == {"name": "健答"}
    assert result(api, "getMyDescription") == {"description": ""}
    assert result(api, "getMyDescription", language_code="zh") == {"description": "答问"}
    assert result(api, "getMyShortDescription") == {"short_description": "答"}
    result(api, "setChatMenuButton", menu_button='{"type": "commands"}')
    assert result(api, "getChatMenuButton") == {"type": "commands"}


# --- updates -------------------------------------------------------------------------------------------


def test_updates_are_confirmed_by_the_offset(api: BotApi, wang: User, private: Chat) -> None:
    for text in ("一", "二", "三"):
        api.message(private, wang, text)
    first, second = result(api, "getUpdates", limit=2)
    assert [one["message"]["text"] for one in result(api, "getUpdates")] == ["一", "二", "三"]
    assert len(result(api, "getUpdates", offset=second["update_id"])) == 2
    assert result(api, "getUpdates")[0]["update_id"] == first["update_id"] + 1
    assert [one["message"]["text"] for one in result(api, "getUpdates", offset=-1)] == ["三"]
    assert len(result(api, "getUpdates")) == 1
    assert result(api, "getUpdates", offset=second["update_id"] + 2) == []


def test_only_the_allowed_updates_come(api: BotApi, wang: User, private: Chat) -> None:
    result(api, "getUpdates", allowed_updates='["inline_query"]')
    api.message(private, wang, "一")
    api.inline(wang, "二")
    assert [update.keys() - {"update_id"} for update in result(api, "getUpdates")] == [{"inline_query"}]


def test_polling_conflicts(api: BotApi, wang: User, private: Chat) -> None:
    waiting = api.open("getUpdates", {"timeout": 10})
    assert not waiting.is_ready()
    other = api.open("getUpdates", {"timeout": 10})
    assert waiting.is_ready()
    assert waiting.finish()["description"].startswith("Conflict: terminated by other getUpdates request")
    api.message(private, wang, "一")
    assert other.is_ready()
    assert len(other.finish()["result"]) == 1
    third = api.open("getUpdates", {"timeout": 10, "offset": 2**40})
    result(api, "setWebhook", url="https://a.cn/hook")
    assert third.finish()["description"] == "Conflict: terminated by setWebhook request"
    assert api.call("getUpdates")["error_code"] == 409
    assert result(api, "getWebhookInfo")["url"] == "https://a.cn/hook"
    result(api, "deleteWebhook", drop_pending_updates=True)
    assert result(api, "getUpdates") == []


def test_a_private_chat_hides_nothing_and_a_group_does(api: BotApi, wang: User, group: Chat) -> None:
    sent = result(api, "sendMessage", chat_id=group.id, text="您好")
    own = api.sent(group)[0]
    assert own.message_id == sent["message_id"]
    for text in ("您好", "@jianda_bot 您好", "/ask@other_bot 一", "请 /ask 一", "／ask 一"):
        api.message(group, wang, text)
    assert api.take_updates() == []
    api.message(group, wang, "/ask 一")
    api.message(group, wang, "/ask@Jianda_Bot 二")
    api.message(group, wang, "三", reply_to=own)
    assert len(api.take_updates()) == 3
    api.role(group, api.bot, "administrator")
    api.message(group, wang, "四")
    api.message(group, api.user("机器人", is_bot=True), "/ask 五")
    assert [update["message"]["text"] for update in api.take_updates()] == ["四"]


def test_without_privacy_mode_a_group_hides_nothing(clock: Clock) -> None:
    api = BotApi(privacy=False, clock=clock)
    group, wang = api.group(), api.user()
    api.message(group, wang, "您好")
    assert len(api.take_updates()) == 1
    assert result(api, "getMe")["can_read_all_group_messages"] is True
    assert result(api, "getChatMember", chat_id=group.id, user_id=wang.id)["status"] == "member"


def everything_happens(api: BotApi) -> None:
    """Make every kind of update there is."""
    wang, bot = api.user("王芳", username="wang_fang"), api.bot
    private, group, forum = (
        api.private(wang),
        api.group(owner=wang),
        api.group(forum=True, bot="administrator"),
    )
    result(api, "sendMessage", chat_id=private.id, text="<b>一</b>", parse_mode="HTML",
           reply_markup=keyboard({"text": "好", "callback_data": "1"}))  # fmt: skip
    [sent] = api.sent(private)
    api.edit(api.message(private, wang, "/start@jianda_bot p-1 @wang_fang", reply_to=sent), "改")
    api.press(wang, sent, "好")
    result(api, "deleteMessage", chat_id=private.id, message_id=sent.message_id)
    api.press(wang, sent, "好")
    api.inline(wang, "健康")
    topic = api.topic(forum, "报表", wang)
    api.message(forum, wang, "在题内", reply_to=api.message(forum, wang, "题内", thread=topic))
    api.anonymous(group, "/ask 一")
    api.edit(api.channel_post(api.channel(), "通知"), "更正")
    api.document(private, wang, "讲话.docx", b"PK", caption="/load")
    api.joined(api.group("新群", bot="left"), wang)
    api.removed(group, wang)
    api.blocked(wang)
    api.unblocked(wang)
    api.migrate(api.group("老群", type="group", owner=wang), wang)
    assert bot.is_bot


def unknown_fields(value: Any, path: str = "") -> Iterator[str]:
    """Fields that PTB did not know, anywhere inside."""
    if isinstance(value, TelegramObject):
        yield from (f"{path}.{name}" for name in value.api_kwargs)
        for name in value.to_dict(recursive=False):
            yield from unknown_fields(getattr(value, name, None), f"{path}.{name}")
    if isinstance(value, list | tuple):
        for one in value:
            yield from unknown_fields(one, path)


def test_ptb_takes_every_update(api: BotApi) -> None:
    everything_happens(api)
    updates = api.take_updates()
    read = [Update.de_json(json.loads(json.dumps(update)), None) for update in updates]
    assert {kind for update in updates for kind in update} - {"update_id"} == {
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "callback_query",
        "inline_query",
        "my_chat_member",
    }
    assert [path for update in read for path in unknown_fields(update)] == []
    assert [update.to_dict()["update_id"] for update in read] == [update["update_id"] for update in updates]


def test_an_anonymous_admin_writes_as_the_group(api: BotApi, group: Chat) -> None:
    api.anonymous(group, "/ask 一")
    message = Update.de_json(api.take_updates()[0], None).message
    assert message is not None
    assert message.sender_chat is not None
    assert message.sender_chat.id == message.chat.id
    assert message.from_user is not None
    assert message.from_user.id == constants.ChatID.ANONYMOUS_ADMIN


def test_the_words_of_the_bot_api_are_ptbs() -> None:
    def plain_emoji(emoji: str) -> str:
        return emoji.replace("\ufe0f", "")

    assert set(UPDATE_TYPES) == set(Update.ALL_TYPES)
    assert set(ENTITY_TYPES) == set(MessageEntity.ALL_TYPES)
    assert set(REACTIONS) == {plain_emoji(emoji.value) for emoji in constants.ReactionEmoji}


CONVENIENCE = {
    "self", "api_kwargs", "read_timeout", "write_timeout", "connect_timeout", "pool_timeout",
    "allow_sending_without_reply", "reply_to_message_id", "disable_web_page_preview", "filename",
    "current_offset",
}  # fmt: skip


@pytest.mark.parametrize("name", METHODS)
def test_the_parameters_are_ptbs(name: str) -> None:
    """A parameter of Bot API 10.0 that PTB can send is known, and no other."""
    ours = {*METHODS[name].required, *METHODS[name].optional}
    assert ours == inspect.signature(getattr(Bot, name)).parameters.keys() - CONVENIENCE


# --- ordered faults ------------------------------------------------------------------------------------


def test_ordered_faults(api: BotApi, private: Chat) -> None:
    api.flood("sendMessage", 7, times=2)
    api.fail("sendMessage", 500, "Internal Server Error: sleepy")
    answers = [api.call("sendMessage", {"chat_id": private.id, "text": "一"}) for _ in range(4)]
    assert [answer.get("error_code") for answer in answers] == [429, 429, 500, None]
    assert answers[0]["parameters"] == {"retry_after": 7}
    assert answers[0]["description"] == "Too Many Requests: retry after 7"
    assert [call.error is None for call in api.calls] == [False, False, False, True]
    assert len(api.sent(private)) == 1


def test_flood_limits_when_asked_for(clock: Clock) -> None:
    api = BotApi(limits=True, clock=clock)
    group, private = api.group(), api.private(api.user())

    def send(chat: Chat) -> dict[str, Any]:
        return api.call("sendMessage", {"chat_id": chat.id, "text": "一"})

    assert all(send(group)["ok"] for _ in range(20))
    assert send(group)["parameters"] == {"retry_after": 60}
    assert all(send(private)["ok"] for _ in range(10))
    assert send(private)["error_code"] == 429
    clock.seconds += 1
    assert send(private)["ok"]
    clock.seconds += 60
    assert send(group)["ok"]


# --- PTB in memory -------------------------------------------------------------------------------------


def with_handlers(builder: AnyBuilder) -> AnyApplication:
    """A tiny bot: echoes, answers a button and an inline query, sends files back."""

    async def echo(update: Update, _: Any) -> None:
        assert update.message is not None
        button = InlineKeyboardButton("改", callback_data="change")
        await update.message.reply_html(f"<b>{update.message.text}</b>", do_quote=True,
                                        reply_markup=InlineKeyboardMarkup([[button]]))  # fmt: skip

    async def change(update: Update, _: Any) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("改了")
        await update.callback_query.edit_message_text("已改")

    async def find(update: Update, _: Any) -> None:
        assert update.inline_query is not None
        content = InputTextMessageContent("<i>答</i>", parse_mode="HTML")
        article = InlineQueryResultArticle("1", update.inline_query.query, content, description="一句")
        await update.inline_query.answer([article], cache_time=5, is_personal=True)

    async def back(update: Update, _: Any) -> None:
        assert update.message is not None
        assert update.message.document is not None
        file = await update.message.document.get_file()
        content = bytes(await file.download_as_bytearray())
        await update.message.reply_document(content, filename="回.txt", caption="收到")
        await update.message.reply_photo(PNG)

    async def slow(update: Update, _: Any) -> None:
        assert update.message is not None
        await asyncio.sleep(0.02)
        await update.message.reply_text("慢")

    async def careless(update: Update, _: Any) -> None:
        assert update.message is not None
        await update.message.reply_html("增长 <5%")

    application: AnyApplication = builder.build()
    application.add_handlers([
        CommandHandler("slow", slow, block=False),
        CommandHandler("careless", careless),
        MessageHandler(filters.UpdateType.MESSAGE & filters.TEXT, echo),
        MessageHandler(filters.Document.ALL, back),
        CallbackQueryHandler(change),
        InlineQueryHandler(find),
    ])  # fmt: skip
    return application


@pytest.fixture
async def dialogue(api: BotApi) -> AsyncIterator[Dialogue]:
    async with with_handlers(offline_bot_builder(api)) as application:
        await application.start()
        yield Dialogue(application, api)
        await application.stop()


@pytest.mark.asyncio
async def test_a_dialogue(api: BotApi, dialogue: Dialogue) -> None:
    [echoed] = await dialogue.says("您好😀")
    assert (echoed.text, echoed.html, echoed.labels) == ("您好😀", "<b>您好😀</b>", [["改"]])
    assert echoed.reply_to == 1
    [changed] = await dialogue.presses("改")
    assert (changed.message_id, changed.text, changed.edited) == (echoed.message_id, "已改", True)
    answer = await dialogue.asks_inline("健康")
    assert answer is not None
    assert (answer["results"][0]["title"], answer["cache_time"]) == ("健康", 5)
    assert [sent.text for sent in await dialogue.says("/slow")] == ["慢"], (
        "waits for handlers that do not block"
    )
    assert await dialogue.edits(api.message(dialogue.chat, dialogue.user, "一"), "二") != []


@pytest.mark.asyncio
async def test_files_in_a_dialogue(api: BotApi, dialogue: Dialogue) -> None:
    revision = api.world.revision
    api.document(dialogue.chat, dialogue.user, "a.txt", "正文".encode())
    document, photo = await dialogue.settled(revision)
    assert (document.file_name, document.text) == ("回.txt", "收到")
    assert document.file == "正文".encode()
    assert photo.file == PNG


@pytest.mark.asyncio
async def test_a_dialogue_fails_when_the_bot_breaks_a_rule(dialogue: Dialogue) -> None:
    with pytest.raises(AssertionError, match="Unclosed start tag"):
        await dialogue.says("/careless")


@pytest.mark.asyncio
async def test_a_dialogue_fails_when_a_button_gets_no_answer(api: BotApi) -> None:
    async with offline_bot_builder(api).build() as application:
        talk = Dialogue(application, api)
        markup = InlineKeyboardMarkup([[InlineKeyboardButton("好", callback_data="1")]])
        await application.bot.send_message(talk.chat.id, "一", reply_markup=markup)
        with pytest.raises(AssertionError, match="got no answer"):
            await talk.presses("好")
        with pytest.raises(LookupError):
            await talk.presses("没有")


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.asyncio
async def test_ptb_understands_the_refusals(api: BotApi, wang: User) -> None:
    old = api.group(type="group", members=[wang])
    new = api.migrate(old, wang)
    async with offline_bot_builder(api).build() as application:
        bot = application.bot
        with pytest.raises(ChatMigrated) as migrated:
            await bot.send_message(old.id, "一")
        assert migrated.value.new_chat_id == new.id
        with pytest.raises(Forbidden):
            await bot.send_message(wang.id, "一")
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(42, "一")
        api.flood("sendMessage", 3)
        with pytest.raises(RetryAfter):
            await bot.send_message(new.id, "一")
        api.stall("getUpdates")
        with pytest.raises(TimedOut):
            await bot.get_updates(timeout=1)
    with pytest.raises(InvalidToken):
        await Bot("1:wrong", request=offline_bot_builder(api).build().bot.request).get_me()


@pytest.mark.asyncio
async def test_ptb_reads_what_other_methods_give(api: BotApi, wang: User, group: Chat) -> None:
    async with offline_bot_builder(api).build() as application:
        bot = application.bot
        asked = api.message(group, wang, "/ask 一")
        sent = await bot.send_message(
            group.id, "答", reply_parameters=ReplyParameters(asked.message_id, quote="一")
        )
        scope = BotCommandScopeAllGroupChats()
        await bot.set_my_commands([BotCommand("ask", "提问")], scope=scope, language_code="zh")
        read = [
            sent,
            await bot.get_me(),
            await bot.get_chat(group.id),
            await bot.get_chat_member(group.id, wang.id),
            *await bot.get_chat_administrators(group.id),
            await bot.get_webhook_info(),
            *await bot.get_my_commands(scope=scope, language_code="zh"),
            await bot.copy_message(group.id, group.id, asked.message_id),
            await bot.forward_message(group.id, group.id, asked.message_id),
            await bot.get_my_name(),
        ]
        await bot.set_message_reaction(group.id, asked.message_id, constants.ReactionEmoji.RED_HEART)
        await bot.send_chat_action(group.id, constants.ChatAction.TYPING)
        assert len(await bot.get_updates(timeout=1)) == 1
    assert [path for one in read for path in unknown_fields(one)] == []
    assert api.violations == []


@pytest.mark.asyncio
async def test_polling_in_memory(api: BotApi) -> None:
    application = with_handlers(offline_bot_builder(api))
    wang = api.user()
    private = api.private(wang)
    async with application:
        assert application.updater is not None
        await application.start()
        await application.updater.start_polling()
        api.message(private, wang, "您好")
        for _ in range(100):
            if api.sent(private):
                break
            await asyncio.sleep(0.005)
        await application.updater.stop()
        await application.stop()
    assert [sent.text for sent in api.sent(private)] == ["您好"]


# --- the same over HTTP --------------------------------------------------------------------------------


def fetch(url: str, body: bytes | None = None, content_type: str = "application/json") -> tuple[int, Any]:
    """A request without PTB."""
    request = urllib.request.Request(url, body, {"Content-Type": content_type} if body else {})
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.loads(error.read())


@pytest.mark.asyncio
async def test_a_dialogue_over_http(api: BotApi) -> None:
    wang = api.user()
    private = api.private(wang)
    with serve(api) as base_url:
        builder: AnyBuilder = ApplicationBuilder()
        builder = builder.token(api.token).base_url(base_url).base_file_url(file_url(base_url))
        async with with_handlers(builder) as application:
            assert application.updater is not None
            await application.start()
            await application.updater.start_polling()
            api.message(private, wang, "您好")
            [echoed] = await asyncio.to_thread(api.wait_for, lambda: api.sent(private))
            assert echoed.html == "<b>您好</b>"
            pressed = api.press(wang, echoed, "改")
            asked = api.inline(wang, "健康")
            api.document(private, wang, "a.txt", b"\r\n--\0\xff\r\n")
            await asyncio.to_thread(
                api.wait_for, lambda: len(api.sent(private)) == 3 and api.inline_answer(asked)
            )
            await application.updater.stop()
            await application.stop()
    changed, document, photo = api.sent(private)
    assert changed.text == "已改"
    assert api.callback_answer(pressed) is not None
    assert (document.file_name, document.file, document.text) == ("回.txt", b"\r\n--\0\xff\r\n", "收到")
    assert photo.file == PNG
    assert api.violations == []


def test_forms_json_and_query_strings(api: BotApi, private: Chat) -> None:
    with serve(api) as base_url:
        url = f"{base_url}{api.token}/sendMessage"
        body = json.dumps(
            {"chat_id": private.id, "text": "一", "reply_markup": {"inline_keyboard": []}}
        ).encode()
        assert fetch(url, body)[0] == 200
        form = f"chat_id={private.id}&text=%E4%BA%8C+%26".encode()
        assert fetch(url, form, "application/x-www-form-urlencoded")[0] == 200
        assert fetch(f"{url}?chat_id={private.id}&text=%E4%B8%89")[0] == 200
        assert [sent.text for sent in api.sent(private)] == ["一", "二 &", "三"]
        assert fetch(url, b"[1]")[0] == 400
        assert fetch(url, b"x", "text/plain")[1]["description"].startswith("Bad Request: unsupported content")
        assert fetch(f"{base_url}1:wrong/getMe")[0] == 401
        assert fetch(f"{base_url}{api.token}/noSuch")[0] == 404
        assert fetch(f"{file_url(base_url)}{api.token}/no/such")[0] == 404
        assert fetch(f"{file_url(base_url)}1:wrong/no/such")[0] == 401
    assert len(api.violations) == 3


def test_a_long_poll_wakes_at_once(api: BotApi, wang: User, private: Chat) -> None:
    answers: list[tuple[int, Any]] = []

    def poll(url: str) -> threading.Thread:
        thread = threading.Thread(target=lambda: answers.append(fetch(url)))
        thread.start()
        return thread

    with serve(api) as base_url:
        url = f"{base_url}{api.token}/getUpdates?timeout=600"  # far longer than the suite has patience
        updates = api.world.updates
        first = poll(url)
        api.wait_for(lambda: updates.poll_is_open)
        second = poll(url)
        first.join()
        assert answers[0][0] == 409, "the poll that waited gives way to the newer one"
        api.message(private, wang, "您好")
        second.join()
        assert answers[1][1]["result"][0]["message"]["text"] == "您好"
        api.take_updates()
        last = poll(url)
        api.wait_for(lambda: updates.poll_is_open)
    last.join()
    assert answers[-1] == (200, {"ok": True, "result": []}), "the server answers what waits before it stops"


@pytest.mark.asyncio
async def test_a_stalled_poll_times_out(api: BotApi) -> None:
    with serve(api) as base_url:
        async with Bot(api.token, base_url=base_url) as bot:
            api.stall("getUpdates")
            with pytest.raises(TimedOut):
                await bot.get_updates(timeout=0, read_timeout=0.05)
            assert list(await bot.get_updates(timeout=0)) == []


def test_wait_for_gives_up(api: BotApi) -> None:
    with pytest.raises(TimeoutError):
        api.wait_for(lambda: api.calls, seconds=0.01)


def test_a_test_that_writes_nonsense_is_told(api: BotApi, wang: User, private: Chat, group: Chat) -> None:
    with pytest.raises(Violation):
        api.message(private, wang, "字" * 4097)
    with pytest.raises(ValueError, match="no forum"):
        api.topic(group, "报表")
    with pytest.raises(ValueError, match="no topic"):
        api.message(group, wang, "/ask", thread=3)
