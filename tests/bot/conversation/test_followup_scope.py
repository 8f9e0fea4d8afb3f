"""A follow-up that turns to another place or year is answered from the documents of that place or year."""

from dataclasses import replace

import pytest

from bot.chat.context import ChatContext
from bot.conversation.followups import FollowUp, answer_turn
from bot.home.defaults import places_of
from bot.messages import CHINESE
from tests.bot.sample import ANSWERED, DOCUMENT, PLAN, Knowledge
from tests.clock import TODAY

SETTING = ChatContext(CHINESE, TODAY)
ASKED = ANSWERED.question


def test_the_places_are_those_of_the_documents():
    assert places_of(Knowledge()) == {"青汀"}


@pytest.mark.parametrize("place", ["青汀", "青汀县"])
def test_a_place_means_its_documents(place):
    knowledge = Knowledge()
    assert answer_turn(knowledge, FollowUp("食堂", place), SETTING).zone == "decline"
    assert knowledge.scopes == [(PLAN.id,)]


YEARS = [("2026年", [(DOCUMENT.id,)]), ("今年", [(DOCUMENT.id,)]), ("明年", [(PLAN.id,)]), ("2019年", [()])]


@pytest.mark.parametrize(("year", "scopes"), YEARS)
def test_a_year_means_the_documents_of_that_year_where_there_are_any(year, scopes):
    knowledge = Knowledge()
    answer_turn(knowledge, FollowUp(ASKED, year=year), SETTING)
    assert knowledge.scopes == scopes


def test_where_the_documents_of_a_year_say_nothing_all_are_asked():
    knowledge = Knowledge()
    answer_turn(knowledge, FollowUp("食堂", year="2027年"), SETTING)
    assert knowledge.scopes == [(PLAN.id,), ()]


def test_a_place_without_documents_and_a_follow_up_without_place_ask_all():
    knowledge = Knowledge()
    answer_turn(knowledge, FollowUp(ASKED, "贵州"), SETTING)
    answer_turn(knowledge, FollowUp(ASKED), SETTING)
    assert knowledge.scopes == [(), ()]


def test_it_never_leaves_the_scope_of_the_chat():
    knowledge = Knowledge()
    answer_turn(knowledge, FollowUp(ASKED, "青汀"), replace(SETTING, scope=(DOCUMENT.id,)))
    assert knowledge.scopes == [(DOCUMENT.id,)]
