"""/topics: the topics by theme, their questions, and the answer to one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from bot.callback_data.browsing import (
    ListTopics,
    OpenPair,
    OpenPairOfSubtopic,
    OpenSubtopic,
    OpenTopic,
)
from bot.callback_data.codec import CallbackData
from bot.chat.context import ChatContext
from bot.chat.keyboards import Turn, answer_rows, in_rows, number_rows, page_note, turn_rows, two_a_row
from bot.chat.passage_view import MOST, View, opened_passage
from bot.chat.response import Response, told, turned
from bot.chat.scope import scope_notes
from bot.chat.topic_keys import topic_key, topic_of, topics_typed
from bot.messages import Messages
from bot.rendering.answers import passage_messages
from bot.rendering.dates import day_in_words
from bot.rendering.markup import Block, Span, line, shortened, to_html, visible
from bot.rendering.message import Button, Rows
from bot.rendering.paging import ListPage, page_of, page_with
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon.subtopics import OTHERS
from knowledge.lexicon.topics import TopicCount
from knowledge.store.records import QuestionAnswer
from knowledge.topic_page import TopicQuestion, matter_of

TOPICS_A_PAGE = 12
QUESTIONS_A_PAGE = 8
LONGEST_QUESTION, LONGEST_PLACE, LONGEST_TITLE, LONGEST_DOCUMENTS = 100, 24, 12, 120
KINDS_IN_ROW = 4


def topics_about(knowledge: KnowledgeBase, setting: ChatContext, typed: str) -> Response:
    """What /topics brings with words after it: the one topic that they mean, those that they may mean, else all."""
    topics = keyed_topics(knowledge, setting.scope)
    named = set(topics_typed(typed, [topic.name for topic in topics]))
    meant = [topic for topic in topics if topic.name in named]
    if len(meant) == 1:
        return topic_page(knowledge, setting, OpenTopic(topic_key(meant[0].name)))
    if meant:
        heading = setting.words.topics_named.format(typed=visible(typed), count=len(meant))
        return turned(to_html((line(heading),)), two_a_row(list(map(_key, meant[:TOPICS_A_PAGE]))))
    return _topics_page(knowledge, setting, ListTopics(), typed)


def topics_page(knowledge: KnowledgeBase, setting: ChatContext, button: ListTopics) -> Response:
    """A page of the topics, the fullest theme first."""
    return _topics_page(knowledge, setting, button)


def _topics_page(
    knowledge: KnowledgeBase, setting: ChatContext, button: ListTopics, unknown: str = ""
) -> Response:
    """A page of the topics; before it what is told of words that mean none of them."""
    words, topics = setting.words, keyed_topics(knowledge, setting.scope)
    if not topics:
        return told(words.no_topics)
    page = page_of(topics, button.page, TOPICS_A_PAGE)
    heading = line(words.topics_heading.format(count=len(topics), place=page_note(page, words)))
    missing = (line(words.no_topic_named.format(typed=visible(unknown))),) if unknown else ()
    notes = map(line, scope_notes(knowledge, setting))
    blocks = (*missing, heading, *_by_theme(page), *notes)
    keys = two_a_row(list(map(_key, page.items)))
    return turned(to_html(blocks), (*keys, *turn_rows(page, words, ListTopics)))


def topic_page(knowledge: KnowledgeBase, setting: ChatContext, button: OpenTopic) -> Response:
    """A page of the questions of a topic, by kind, with its documents and what is due next on the first."""
    topics = [topic.name for topic in keyed_topics(knowledge, setting.scope)]
    topic = topic_of(button.topic, topics)
    if topic is None:
        return told(setting.words.topic_gone)
    questions = knowledge.topic_page(topic, setting.today, setting.scope)
    page = page_of(questions, button.page, QUESTIONS_A_PAGE)
    title = setting.words.topic_heading.format(topic=topic, place=page_note(page, setting.words))
    heading = line(title, bold=True)
    head = () if page.number else tuple(_about(questions, setting))
    home = ListTopics(page_with(topics.index(topic), TOPICS_A_PAGE))
    rows = (
        *(() if page.number else _subtopic_rows(questions, button.topic)),
        *_kind_rows(questions, button.topic, setting.words),
        *_question_rows(
            page,
            setting.words,
            lambda pair: OpenPair(pair, button.topic, page.number),
            lambda number: OpenTopic(button.topic, number),
            Button(setting.words.back_to_topics, home.pack()),
        ),
    )
    return turned(to_html((heading, *head, *_questions(page, questions, setting.words))), rows)


def subtopic_page(knowledge: KnowledgeBase, setting: ChatContext, button: OpenSubtopic) -> Response:
    """A page of the questions of a subtopic, by kind."""
    topic = topic_of(button.topic, [topic.name for topic in keyed_topics(knowledge, setting.scope)])
    every = knowledge.topic_page(topic, setting.today, setting.scope) if topic else []
    part = topic_of(button.subtopic, (question.subtopic for question in every))
    if topic is None or part is None:
        return told(setting.words.topic_gone)
    questions = [question for question in every if question.subtopic == part]
    page = page_of(questions, button.page, QUESTIONS_A_PAGE)
    place = page_note(page, setting.words)
    title = setting.words.topic_heading.format(topic=f"{topic} · {part}", place=place)
    rows = _question_rows(
        page,
        setting.words,
        lambda pair: OpenPairOfSubtopic(pair, button.topic, button.subtopic, page.number),
        lambda number: OpenSubtopic(button.topic, button.subtopic, number),
        Button(setting.words.back_to_questions, OpenTopic(button.topic).pack()),
    )
    return turned(to_html((line(title, bold=True), *_questions(page, questions, setting.words))), rows)


def pair_page(
    knowledge: KnowledgeBase, setting: ChatContext, button: OpenPair | OpenPairOfSubtopic
) -> Response:
    """The answer to a question of a topic, with a way back to the questions from which it was opened."""
    topic = topic_of(button.topic, (topic.name for topic in knowledge.topics()))
    pairs = knowledge.questions(topic, setting.scope) if topic else []
    pair = next((question_answer for question_answer in pairs if question_answer.id == button.pair), None)
    shown = opened_passage(knowledge, _view(knowledge, pair, pairs)) if pair else None
    if pair is None or shown is None:
        return told(setting.words.text_changed)
    back = Button(setting.words.back_to_questions, button.way_back.pack())
    rows = answer_rows(shown, setting.words, setting.files, back, setting.site)
    heading = setting.words.asked.format(question=pair.question)
    messages = passage_messages(
        shown.answer, setting.words, pair.kind, rows, scope_notes(knowledge, setting), heading
    )
    return Response(messages, in_place=True, asked=pair.question)


def _view(knowledge: KnowledgeBase, pair: QuestionAnswer, pairs: Sequence[QuestionAnswer]) -> View:
    """The passage of a pair with its answer lit, and those that answer the very same question elsewhere."""
    answer = knowledge.passage(pair.passage)
    start = answer.span[0] if answer else pair.start
    same = (other.passage for other in pairs if matter_of(other) == matter_of(pair))
    passages = tuple(dict.fromkeys((pair.passage, *same)))[:MOST]
    return View(passages, kind=pair.kind, highlight=(pair.start - start, pair.end - start))


def keyed_topics(knowledge: KnowledgeBase, scope: Sequence[str]) -> list[TopicCount]:
    """The topics that key any question, those of a theme together, the fullest theme first."""
    topics = [topic for topic in knowledge.topics() if topic.questions]
    if scope:
        topics = [topic for topic in topics if knowledge.questions(topic.name, scope)]
    sizes: dict[str, int] = {}
    for topic in topics:
        sizes[topic.parent] = sizes.get(topic.parent, 0) + topic.questions
    return sorted(topics, key=lambda topic: (-sizes[topic.parent], topic.parent))


def _by_theme(page: ListPage[TopicCount]) -> Iterator[Block]:
    for theme, topics in groupby(page.items, key=lambda topic: topic.parent):
        names = "、".join(topic.name for topic in topics)
        yield Block((Span(visible(theme), bold=True), Span(visible(f"：{names}"))))


def _key(topic: TopicCount) -> Button:
    label = f"{shortened(visible(topic.name), LONGEST_QUESTION)}（{topic.questions}）"
    return Button(label, OpenTopic(topic_key(topic.name)).pack())


def _about(questions: Sequence[TopicQuestion], setting: ChatContext) -> Iterator[Block]:
    """The documents of a topic with their years, and what is due next."""
    documents = {document.id: document for question in questions for document in question.documents}
    named = "、".join(dict.fromkeys(map(_name, documents.values())))
    yield line(setting.words.topic_documents.format(documents=shortened(visible(named), LONGEST_DOCUMENTS)))
    coming = [question for question in questions if question.due and question.due >= setting.today]
    if coming:
        first = min(coming, key=lambda question: question.due or setting.today)
        day = day_in_words(first.due or setting.today, setting.words)
        yield line(setting.words.topic_due.format(day=day, question=visible(first.pair.question)))


def _name(document: Document) -> str:
    """A document by its place, else its title, and its year."""
    return f"{document.place or shortened(document.title, LONGEST_TITLE)}{document.year or ''}"


def _questions(
    page: ListPage[TopicQuestion], every: Sequence[TopicQuestion], words: Messages
) -> Iterator[Block]:
    """The questions of a page under their kinds; where they stand is told where that differs."""
    counts = Counter(question.pair.kind for question in every)
    several = len({document.id for question in every for document in question.documents}) > 1
    kind = ""
    for number, question in enumerate(page.items, page.first + 1):
        if question.pair.kind != kind:
            kind = question.pair.kind
            yield line(f"{words.question_kinds.get(kind, kind)}（{counts[kind]}）", bold=True)
        where = "、".join(dict.fromkeys(map(_name, question.documents))) if several else ""
        place = f"（{shortened(where, LONGEST_PLACE)}）" if where else ""
        yield line(
            f"{number}. {shortened(visible(question.pair.question), LONGEST_QUESTION)}{visible(place)}"
        )


def _subtopic_rows(questions: Sequence[TopicQuestion], key: str) -> Rows:
    """The ways to the subtopics of a topic that is divided, the fullest first, what is in none of them last."""
    counts = Counter(question.subtopic for question in questions if question.subtopic)
    order = sorted(counts, key=lambda name: (name == OTHERS, -counts[name]))
    keys = [Button(f"{name}（{counts[name]}）", OpenSubtopic(key, topic_key(name)).pack()) for name in order]
    return two_a_row(keys)


def _kind_rows(questions: Sequence[TopicQuestion], key: str, words: Messages) -> Rows:
    """The way to the first question of each kind, where they stand on several pages."""
    if len(questions) <= QUESTIONS_A_PAGE:
        return ()
    kinds = [question.pair.kind for question in questions]
    counts = Counter(kinds)
    keys = [
        Button(
            f"{words.question_kinds.get(kind, kind)} {counts[kind]}",
            OpenTopic(key, page_with(kinds.index(kind), QUESTIONS_A_PAGE)).pack(),
        )
        for kind in counts
    ]
    return in_rows(keys, KINDS_IN_ROW) if len(keys) > 1 else ()


def _question_rows(
    page: ListPage[TopicQuestion],
    words: Messages,
    opening: Callable[[str], CallbackData],
    turn: Turn,
    back: Button,
) -> Rows:
    """The ways to the answers of a page, to the pages beside it, and back.

    Arguments: the page; the words on buttons; what opens a pair by its id; what turns to a page; the way back.
    """
    answers = [opening(question.pair.id) for question in page.items]
    return (*number_rows(page, answers), *turn_rows(page, words, turn), (back,))
