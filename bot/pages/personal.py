"""What people see of their own: last questions, favourites, what is stored of them, their language."""

from __future__ import annotations

from bot.callback_data.browsing import OpenPassage
from bot.callback_data.personal import AskAgain, ChooseLanguage, Forget, ListFavourites, RemoveFavourite
from bot.chat.keyboards import number_rows, turn_rows
from bot.messages import Messages
from bot.rendering.markup import Block, has_words, line, shortened, visible
from bot.rendering.message import Button, Message, MessageDraft, Rows, say
from bot.rendering.paging import ListPage, page_of
from bot.state.usage.favourites import Favourite
from bot.state.usage.question_log import RecentQuestion
from knowledge.knowledge_base import KnowledgeBase

LONGEST_QUESTION = 60  # characters of a question on a button
A_PAGE = 4  # favourites


def recent_page(questions: list[RecentQuestion], retention_days: int, words: Messages) -> tuple[Message, ...]:
    """The person's last questions as buttons that ask them again."""
    if not questions:
        return say(words.personal.recent_none if retention_days else words.personal.recent_off)
    keys = ((Button(_label(question), AskAgain(question.id).pack()),) for question in questions)
    return MessageDraft((line(words.personal.recent),), tuple(keys)).messages()


def favourites_page(
    knowledge: KnowledgeBase, favourites: list[Favourite], number: int, words: Messages
) -> Message:
    """A page of the person's favourites, each with a button that opens it and one that removes it."""
    if not favourites:
        return say(words.personal.favourites_none)[0]
    page = page_of(favourites, number, A_PAGE)
    blocks = [line(words.personal.favourites.format(count=len(favourites)))]
    for place, favourite in enumerate(page.items, page.first + 1):
        blocks += _favourite(knowledge, favourite, place, words)
    return MessageDraft(tuple(blocks), _favourite_rows(page, words)).messages()[0]


def privacy_text(retention_days: int, words: Messages) -> str:
    """What is stored and for how long."""
    log = (
        words.personal.privacy_log.format(days=retention_days)
        if retention_days
        else words.personal.privacy_no_log
    )
    return words.personal.privacy.format(log=log)


def forget_question(person: int, words: Messages) -> tuple[Message, ...]:
    """The question whether all of the person's things shall be erased."""
    yes, no = (
        Button(words.personal.forget_yes, Forget(True, person).pack()),
        Button(words.personal.forget_no, Forget(False, person).pack()),
    )
    return MessageDraft((line(words.personal.forget_ask),), ((yes, no),)).messages()


def language_question(words: Messages) -> tuple[Message, ...]:
    """The languages to choose from."""
    keys = tuple(Button(name, ChooseLanguage(code).pack()) for code, name in words.languages.items())
    return MessageDraft((line(words.language_ask),), (keys,)).messages()


def only_private(bot: str, payload: str, words: Messages) -> tuple[Message, ...]:
    """The word to a group that this is for the private chat, with the way there."""
    way = Button(words.open_private, url=f"https://t.me/{bot}?start={payload}")
    return MessageDraft((line(words.only_private),), ((way,),)).messages()


def _label(question: RecentQuestion) -> str:
    text = visible(question.text)
    return shortened(text, LONGEST_QUESTION) if has_words(text) else f"“{text}”"


def _favourite(
    knowledge: KnowledgeBase, favourite: Favourite, place: int, words: Messages
) -> tuple[Block, ...]:
    note = "" if knowledge.passage(favourite.passage) else words.personal.favourite_changed
    return (
        line(f"{place}. {favourite.excerpt}{note}"),
        line(words.citation.format(source=favourite.source)),
    )


def _favourite_rows(page: ListPage[Favourite], words: Messages) -> Rows:
    removing = tuple(
        Button(
            words.personal.favourite_remove.format(number=place),
            RemoveFavourite(page.number, favourite.passage).pack(),
        )
        for place, favourite in enumerate(page.items, page.first + 1)
    )
    opening = number_rows(page, [OpenPassage(favourite.passage) for favourite in page.items])
    return (*opening, removing, *turn_rows(page, words, ListFavourites))
