"""The buttons that everybody looks around with: passages, topics, documents, lists, pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from bot.callback_data.codec import CallbackData, FirstPage, Id, Page, Words

Packed = Annotated[str, r"[A-Za-z0-9_-]+"]
"""A view as `bot.chat.passage_view` packs it."""
EVERY_DOCUMENT = "*"


@dataclass(frozen=True, slots=True)
class ShowView(CallbackData):
    """Another passage in the place of the one that is shown."""

    layout: ClassVar[str] = "v:{view}"
    view: Packed


@dataclass(frozen=True, slots=True)
class OpenView(CallbackData):
    """A passage that answers, in a new message."""

    layout: ClassVar[str] = "a:{view}"
    view: Packed


@dataclass(frozen=True, slots=True)
class OpenPassage(CallbackData):
    """A passage, whatever was asked."""

    layout: ClassVar[str] = "p:{passage}"
    passage: Id


@dataclass(frozen=True, slots=True)
class AskSuggestion(CallbackData):
    """The question that is written on the button; its number tells it from the others of the message."""

    layout: ClassVar[str] = "q:{number}"
    number: Page


@dataclass(frozen=True, slots=True)
class OpenSection(CallbackData):
    """The whole section that a passage stands in."""

    layout: ClassVar[str] = "s:{passage}"
    passage: Id


@dataclass(frozen=True, slots=True)
class SendFile(CallbackData):
    """The original file of a document."""

    layout: ClassVar[str] = "f:{document}"
    document: Id


@dataclass(frozen=True, slots=True)
class SendPage(CallbackData):
    """The picture of the page on which a passage begins."""

    layout: ClassVar[str] = "pp:{passage}"
    passage: Id


@dataclass(frozen=True, slots=True)
class ListTopics(CallbackData):
    """A page of the topics."""

    layout: ClassVar[str] = "m:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class OpenTopic(CallbackData):
    """A page of the questions of a topic."""

    layout: ClassVar[str] = "t:{topic}:{page}"
    topic: Id
    page: Page = 0


@dataclass(frozen=True, slots=True)
class OpenSubtopic(CallbackData):
    """A page of the questions of a subtopic."""

    layout: ClassVar[str] = "tu:{topic}:{subtopic}:{page}"
    topic: Id
    subtopic: Id
    page: Page = 0


@dataclass(frozen=True, slots=True)
class OpenPair(CallbackData):
    """The answer to a question of a topic, and the page of the topic that it was on."""

    layout: ClassVar[str] = "i:{pair}:{topic}:{page}"
    pair: Id
    topic: Id
    page: Page

    @property
    def way_back(self) -> CallbackData:
        """The page of the questions from which it was opened."""
        return OpenTopic(self.topic, self.page)


@dataclass(frozen=True, slots=True)
class OpenPairOfSubtopic(CallbackData):
    """The answer to a question of a subtopic, and the page of the subtopic that it was on."""

    layout: ClassVar[str] = "iu:{pair}:{topic}:{subtopic}:{page}"
    pair: Id
    topic: Id
    subtopic: Id
    page: Page

    @property
    def way_back(self) -> CallbackData:
        """The page of the questions from which it was opened."""
        return OpenSubtopic(self.topic, self.subtopic, self.page)


@dataclass(frozen=True, slots=True)
class ListDocuments(CallbackData):
    """A page of the documents."""

    layout: ClassVar[str] = "d:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class OpenDocument(CallbackData):
    """A document, and the page of the documents that it was on."""

    layout: ClassVar[str] = "o:{document}:{page}"
    document: Id
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ListScope(CallbackData):
    """A page of the documents from which a chat chooses those that it is narrowed to."""

    layout: ClassVar[str] = "c:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ToggleScope(CallbackData):
    """Takes a document into the scope or out; EVERY_DOCUMENT ends the narrowing."""

    layout: ClassVar[str] = "k:{document}:{page}"
    document: Annotated[str, r"[0-9a-z]{13}|\*"]
    page: Page


@dataclass(frozen=True, slots=True)
class ListDeadlines(CallbackData):
    """A page of the deadlines that some words ask for."""

    layout: ClassVar[str] = "e:{page}:{words}"
    page: FirstPage = None
    words: Words = ""


@dataclass(frozen=True, slots=True)
class OpenDeadline(CallbackData):
    """The passage of a deadline, and the list that it was on."""

    layout: ClassVar[str] = "g:{deadline}:{page}:{words}"
    deadline: Id
    page: FirstPage = 0
    words: Words = ""


@dataclass(frozen=True, slots=True)
class ListTargets(CallbackData):
    """A page of the targets that some words ask for."""

    layout: ClassVar[str] = "E:{page}:{words}"
    page: FirstPage = None
    words: Words = ""


@dataclass(frozen=True, slots=True)
class OpenTarget(CallbackData):
    """The passage of a target, whose sentence begins at a character of the document; and the list that it was on."""

    layout: ClassVar[str] = "G:{passage}:{start}:{page}:{words}"
    passage: Id
    start: Annotated[int, r"[0-9]{1,12}"]
    page: FirstPage
    words: Words


@dataclass(frozen=True, slots=True)
class ShowTimeline(CallbackData):
    """A picture of the deadlines that some words ask for."""

    layout: ClassVar[str] = "T:{page}:{words}"
    page: Page = 0
    words: Words = ""


@dataclass(frozen=True, slots=True)
class SendCalendar(CallbackData):
    """The calendar file of the deadlines that some words ask for."""

    layout: ClassVar[str] = "I:{words}"
    words: Words = ""


@dataclass(frozen=True, slots=True)
class ShowChart(CallbackData):
    """A picture of the indicator that some words name."""

    layout: ClassVar[str] = "H:{page}:{words}"
    page: Page
    words: Words


@dataclass(frozen=True, slots=True)
class Compare(CallbackData):
    """A page of a comparison of what some words name."""

    layout: ClassVar[str] = "M:{page}:{words}"
    page: Page
    words: Words
