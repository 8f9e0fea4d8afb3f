"""Views: what a button carries is the whole view, in 64 bytes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.passage_view import FARTHEST, KINDS, LONGEST, View, opened_passage, pack, unpack, view_of
from knowledge.ids import make_id
from tests.bot.sample import ANSWER, ANSWERED, LAST, OTHER, Knowledge

IDS = tuple(make_id(number) for number in range(5))
PLACES = st.tuples(st.integers(0, LONGEST), st.integers(0, LONGEST)).map(sorted).map(tuple)
VIEWS = st.integers(1, 5).flatmap(
    lambda count: st.builds(
        View,
        passages=st.just(IDS[:count]),
        at=st.integers(0, count - 1),
        step=st.integers(-FARTHEST, FARTHEST),
        kind=st.sampled_from(KINDS),
        highlight=PLACES,
        redacted=st.booleans(),
    )
)


@given(VIEWS)
def test_a_view_comes_back_as_it_was_packed(view):
    text = pack(view)
    assert unpack(text) == view
    assert len(text) <= 62 and text.isascii()


@pytest.mark.parametrize("text", ["", "x", "汉字", "AAAAAAAA", "p1", pack(View(IDS, at=4))[:-13], "=" * 8])
def test_what_is_no_view_is_none(text):
    assert unpack(text) is None


@given(st.text(max_size=64))
def test_any_text_is_a_view_or_none(text):
    assert unpack(text) is None or isinstance(unpack(text), View)


def test_a_highlight_too_far_off_is_left_out():
    assert unpack(pack(View(IDS, highlight=(10, LONGEST + 1)))).highlight == (0, 0)


def test_the_answer_is_shown_as_it_answered_after_any_way_round():
    knowledge, view = Knowledge(), view_of(ANSWERED)
    assert opened_passage(knowledge, view).answer == replace(ANSWER, score=ANSWER.score)
    away = view.moved(1).moved(-1).other().other()
    assert (
        away == view
        and opened_passage(knowledge, away.moved(5).answer()).answer.highlights == ANSWER.highlights
    )


def test_neighbours_and_other_sources_are_shown_without_highlights():
    knowledge, view = Knowledge(), view_of(ANSWERED)
    assert opened_passage(knowledge, view.moved(2)).answer == LAST
    assert opened_passage(knowledge, view.other()).answer == OTHER
    assert (opened_passage(knowledge, view).before, opened_passage(knowledge, view).after) == (False, True)


def test_past_the_ends_and_after_a_change_of_the_text_there_is_nothing():
    knowledge, view = Knowledge(), view_of(ANSWERED)
    assert opened_passage(knowledge, view.moved(-1)) is None
    knowledge.passages.clear()
    assert opened_passage(knowledge, view) is None


def test_a_view_of_an_offer_begins_with_it():
    assert view_of(ANSWERED, 1).passages == (OTHER.passage_id, ANSWER.passage_id)


def test_what_stands_around_a_passage_is_looked_at_once_an_edition():
    class Counting(Knowledge):
        edition, looks = "first", 0

        def neighbour(self, passage_id, step):
            self.looks += 1
            return super().neighbour(passage_id, step)

    knowledge, view = Counting(), View((ANSWER.passage_id,))
    before = opened_passage(knowledge, view)
    assert opened_passage(knowledge, view) == before and knowledge.looks == 2
    knowledge.edition = "second"
    for gone in (OTHER, LAST):
        del knowledge.passages[gone.passage_id]
    after = opened_passage(knowledge, view)
    assert knowledge.looks == 4 and (after.before, after.after) != (before.before, before.after)
