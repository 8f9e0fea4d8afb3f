"""The line that names the speaker answers who somebody is, and nothing else."""

from knowledge.passages.speaker_lines import asks_who, is_speaker_line


def test_the_line_below_a_title() -> None:
    assert is_speaker_line("县委副书记、县长　陆行舟", "陆行舟")
    assert not is_speaker_line("县长陆行舟同志任组长。办公室设在县卫健局。", "陆行舟")
    assert not is_speaker_line("县委副书记、县长", None)


def test_what_it_may_answer() -> None:
    assert asks_who("岚川县县长是谁") and asks_who("谁任组长")
    assert not asks_who("疾控中心新大楼什么时候搬") and not asks_who("试用期多长时间")
