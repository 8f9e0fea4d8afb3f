"""/topics: the topics by theme; /topics/{topic}: the questions of one, each leading to the passage that answers it."""

from __future__ import annotations

from itertools import groupby

from starlette.exceptions import HTTPException

from bot.chat.topic_keys import topic_key, topic_of
from bot.pages.topics import first_of_each_question, keyed_topics
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
    """The questions of a topic, each once."""
    names = [topic.name for topic in keyed_topics(visit.knowledge, visit.setting.scope)]
    topic = topic_of(visit.place, names)
    if topic is None:
        raise HTTPException(404)
    pairs = first_of_each_question(visit.knowledge.questions(topic, visit.setting.scope))
    questions = [Link(visible(pair.question), passage_url(pair.passage)) for pair in pairs]
    return Page("topic.html", {"topic": visible(topic), "questions": questions})
