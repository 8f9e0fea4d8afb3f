"""Two stretches overlap where they share a character; those that only touch do not."""

import pytest

from knowledge.text.spans import ends_of, overlap, overlaps_any


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [((0, 3), (2, 5), True), ((2, 5), (0, 3), True), ((0, 9), (3, 4), True), ((0, 3), (3, 5), False)],
)
def test_stretches_that_share_a_character(
    first: tuple[int, int], second: tuple[int, int], shared: bool
) -> None:
    assert overlap(first, second) is shared
    assert overlaps_any(first, [(20, 30), second]) is shared


def test_nothing_overlaps_nothing() -> None:
    assert not overlaps_any((0, 3), [])


def test_words_end_each_time_they_stand_there() -> None:
    assert list(ends_of("青汀", "青汀县和青汀区")) == [2, 6]
    assert list(ends_of("人人", "人人人")) == [2]
    assert list(ends_of("县", "市")) == []
