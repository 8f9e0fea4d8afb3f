"""What a conversation leans on goes to another replica and back as it was, a chat at a time."""

from bot.conversation.memory import AnsweredQuestion, Memory


def test_what_is_remembered_of_a_chat_is_remembered_again_elsewhere():
    memory, other = Memory(), Memory()
    answered = AnsweredQuestion("问题", "上一个", (11, 12))
    for chat in (5, 6):
        memory.last[chat, 7] = "问题"
        memory.behind[chat, 11] = "问题"
        memory.answered[chat, 10] = answered
    other.last[5, 9] = "旧的"
    other.recall(5, memory.of_chat(5))
    assert dict(other.last) == {(5, 7): "问题"} and dict(other.behind) == {(5, 11): "问题"}
    assert dict(other.answered) == {(5, 10): answered}
    assert other.of_chat(5) == memory.of_chat(5)
    memory.drop(5)
    assert memory.of_chat(5) == {} and len(memory.of_chat(6)) == 3
