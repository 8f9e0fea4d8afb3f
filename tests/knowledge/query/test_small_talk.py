"""What is said to the bot itself is told from a question to the documents."""

import pytest

from knowledge.query.small_talk import talk_of

SAID = [
    ("你好", "greeting"),
    ("早上好！", "greeting"),
    ("你好，在不在", "greeting"),
    ("谢谢你", "thanks"),
    ("好的，谢谢", "thanks"),
    ("辛苦了", "thanks"),
    ("收到", "thanks"),
    ("你是谁", "who"),
    ("你是男的女的", "who"),
    ("你叫什么", "who"),
    ("你能做什么？", "can"),
    ("what can you do", "can"),
    ("晚安", "bye"),
    ("太棒了", "praise"),
    ("你真笨", "insult"),
    ("给我讲个笑话", "errand"),
    ("帮我写一首情诗", "errand"),
    ("帮我订一张机票", "errand"),
    ("明天早上八点提醒我开会", "reminder"),
]


@pytest.mark.parametrize(("message", "talk"), SAID)
def test_what_is_said_to_the_bot(message, talk):
    assert talk_of(message) == talk


@pytest.mark.parametrize(
    "message",
    [
        "你们县医共体什么时候建成",
        "你市托位目标多少",
        "谁来写实施方案",
        "家庭医生在哪签约",
        "你好，签约率要多少",
        "谢谢，再问一下谁牵头",
        "好中医怎么培养",
        "傻瓜相机",
        "翻身行动是什么",
        "",
    ],
)
def test_questions_are_no_small_talk(message):
    assert talk_of(message) is None
