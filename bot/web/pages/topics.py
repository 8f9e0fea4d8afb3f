"""/topics: the topics by theme; /topics/{topic}: the questions of one, each leading to the passage that answers it."""

from __future__ import annotations

from itertools import groupby

from starlette.exceptions import HTTPException

from bot.chat.topic_keys import topic_key, topic_of
from bot.pages.topics import keyed_topics
from bot.rendering.markup import visible
from bot.web.addresses import Link, passage_url
from bot.web.visit import Page, Visit


def topics_page(visit: Visit) -> Page:
    """All topics under their themes, the fullest theme first."""
    topics = keyed_topics(visit.knowledge, visit.setting.scope)
    themes = [
        (
            visible(theme),
            [(topic.name, f"/topics/{topic_key(topic.name)}", topic.questions) for topic in group],
        )
        for theme, group in groupby(topics, key=lambda topic: topic.parent)
    ]
    return Page("topics.html", {"themes": themes})


def topic_page(visit: Visit) -> Page:
    """The questions of a topic, each once, by kind."""
    names = [topic.name for topic in keyed_topics(visit.knowledge, visit.setting.scope)]
    topic = topic_of(visit.place, names)
    if topic is None:
        raise HTTPException(404)
    questions = visit.knowledge.topic_page(topic, visit.setting.today, visit.setting.scope)
    says = visit.setting.words.question_kinds
    kinds = [
        (
            says.get(kind, kind),
            [Link(visible(question.pair.question), passage_url(question.pair.passage)) for question in group],
        )
        for kind, group in groupby(questions, key=lambda question: question.pair.kind)
    ]
    return Page("topic.html", {"topic": visible(topic), "kinds": kinds})
