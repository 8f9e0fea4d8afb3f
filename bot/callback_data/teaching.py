"""The buttons of an editor of the teaching; those of a dialogue carry its key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from bot.callback_data.codec import CallbackData, Id, Key, Page


@dataclass(frozen=True, slots=True)
class ListUnanswered(CallbackData):
    """A page of the questions without a good answer."""

    layout: ClassVar[str] = "T:u:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class OpenGroup(CallbackData):
    """A group of such questions, and the page that it was on."""

    layout: ClassVar[str] = "T:g:{group}:{page}"
    group: Id
    page: Page


@dataclass(frozen=True, slots=True)
class DismissGroup(CallbackData):
    """Puts a group aside until it is asked again."""

    layout: ClassVar[str] = "T:d:{group}"
    group: Id


@dataclass(frozen=True, slots=True)
class PickPassage(CallbackData):
    """Begins to pick the passage that answers a group."""

    layout: ClassVar[str] = "T:p:{group}"
    group: Id


@dataclass(frozen=True, slots=True)
class PickQuestion(CallbackData):
    """Begins to pick a known question that a group is the same as."""

    layout: ClassVar[str] = "T:q:{group}"
    group: Id


@dataclass(frozen=True, slots=True)
class BeginSynonym(CallbackData):
    """Begins to add a synonym for a group."""

    layout: ClassVar[str] = "T:s:{group}"
    group: Id


@dataclass(frozen=True, slots=True)
class ListDoubtful(CallbackData):
    """A page of the taught questions whose passages have changed."""

    layout: ClassVar[str] = "T:f:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class MendLesson(CallbackData):
    """Begins to pick another passage for a lesson."""

    layout: ClassVar[str] = "T:m:{lesson}"
    lesson: Id


@dataclass(frozen=True, slots=True)
class RemoveLesson(CallbackData):
    """Asks whether a lesson shall go."""

    layout: ClassVar[str] = "T:x:{lesson}"
    lesson: Id


@dataclass(frozen=True, slots=True)
class ViewCandidate(CallbackData):
    """A candidate of a dialogue with its whole text."""

    layout: ClassVar[str] = "T:v:{dialogue}:{passage}"
    dialogue: Key
    passage: Id


@dataclass(frozen=True, slots=True)
class ChooseCandidate(CallbackData):
    """Takes a passage as the one that answers."""

    layout: ClassVar[str] = "T:c:{dialogue}:{passage}"
    dialogue: Key
    passage: Id


@dataclass(frozen=True, slots=True)
class ListCandidates(CallbackData):
    """The candidates of a dialogue again."""

    layout: ClassVar[str] = "T:l:{dialogue}"
    dialogue: Key


@dataclass(frozen=True, slots=True)
class EndDialogue(CallbackData):
    """Ends what an editor is in the middle of."""

    layout: ClassVar[str] = "T:z:{dialogue}"
    dialogue: Key


@dataclass(frozen=True, slots=True)
class ListSynonyms(CallbackData):
    """A page of the synonyms."""

    layout: ClassVar[str] = "T:y:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class RemoveSynonym(CallbackData):
    """Asks whether a synonym shall go."""

    layout: ClassVar[str] = "T:Y:{synonym}"
    synonym: Id


@dataclass(frozen=True, slots=True)
class ListPairTopics(CallbackData):
    """A page of the topics whose pairs can be edited."""

    layout: ClassVar[str] = "T:t:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ListPairs(CallbackData):
    """A page of the pairs of a topic."""

    layout: ClassVar[str] = "T:o:{topic}:{page}"
    topic: Id
    page: Page = 0


@dataclass(frozen=True, slots=True)
class EditPair(CallbackData):
    """A pair with what can be done with it, and the page of the topic that it was on."""

    layout: ClassVar[str] = "T:i:{pair}:{topic}:{page}"
    pair: Id
    topic: Id
    page: Page


@dataclass(frozen=True, slots=True)
class HidePair(CallbackData):
    """Asks whether a generated pair shall be hidden."""

    layout: ClassVar[str] = "T:h:{pair}:{topic}"
    pair: Id
    topic: Id


@dataclass(frozen=True, slots=True)
class RestorePair(CallbackData):
    """Asks whether a generated pair shall be as it was."""

    layout: ClassVar[str] = "T:r:{pair}:{topic}"
    pair: Id
    topic: Id


@dataclass(frozen=True, slots=True)
class RewordPair(CallbackData):
    """Begins to reword a pair."""

    layout: ClassVar[str] = "T:w:{pair}:{topic}"
    pair: Id
    topic: Id


@dataclass(frozen=True, slots=True)
class AddWording(CallbackData):
    """Begins to add a wording to a pair."""

    layout: ClassVar[str] = "T:a:{pair}:{topic}"
    pair: Id
    topic: Id


@dataclass(frozen=True, slots=True)
class ChangeAnswer(CallbackData):
    """Begins to change the words that answer a generated pair."""

    layout: ClassVar[str] = "T:A:{pair}:{topic}"
    pair: Id
    topic: Id


@dataclass(frozen=True, slots=True)
class ListMoves(CallbackData):
    """A page of the topics that a pair may be moved to."""

    layout: ClassVar[str] = "T:M:{pair}:{topic}:{page}"
    pair: Id
    topic: Id
    page: Page = 0


@dataclass(frozen=True, slots=True)
class MovePair(CallbackData):
    """Asks whether a pair shall be moved to another topic."""

    layout: ClassVar[str] = "T:V:{pair}:{topic}:{target}"
    pair: Id
    topic: Id
    target: Id


@dataclass(frozen=True, slots=True)
class ListMerges(CallbackData):
    """The pairs of its topic that a pair may be merged into."""

    layout: ClassVar[str] = "T:j:{pair}:{topic}"
    pair: Id
    topic: Id


@dataclass(frozen=True, slots=True)
class MergePair(CallbackData):
    """Asks whether a pair shall be merged into another."""

    layout: ClassVar[str] = "T:J:{pair}:{topic}:{target}"
    pair: Id
    topic: Id
    target: Id


@dataclass(frozen=True, slots=True)
class ListVariants(CallbackData):
    """The other wordings of a pair, each of which may become a question of its own."""

    layout: ClassVar[str] = "T:k:{pair}:{topic}"
    pair: Id
    topic: Id


@dataclass(frozen=True, slots=True)
class SplitPair(CallbackData):
    """Asks whether a wording of a pair, by its place, shall be a question of its own."""

    layout: ClassVar[str] = "T:K:{pair}:{topic}:{place}"
    pair: Id
    topic: Id
    place: Page


@dataclass(frozen=True, slots=True)
class ListFailing(CallbackData):
    """A page of the questions that fail the checks."""

    layout: ClassVar[str] = "T:n:{page}"
    page: Page = 0


@dataclass(frozen=True, slots=True)
class ExportTeaching(CallbackData):
    """The file of all that was taught."""

    layout: ClassVar[str] = "T:e:"
