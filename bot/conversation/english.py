"""Questions in English words of the field: asked in Chinese, or declined with the words that are not known."""

from __future__ import annotations

from bot.callback_data.browsing import AskSuggestion
from bot.chat.response import Response
from bot.home.defaults import places_of
from bot.messages import ENGLISH, Messages
from bot.rendering.markup import line
from bot.rendering.message import Button, MessageDraft
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon.bilingual import Translation, in_chinese, is_english, with_terms
from knowledge.text.pinyin.syllables import sounds_of


def translated(knowledge: KnowledgeBase, question: str, words: Messages) -> Translation | None:
    """A question in Chinese; None for one that is not in English. Who speaks Chinese with the bot may write pinyin: of
    theirs only what is understood as a whole counts."""
    if not is_english(question):
        return None
    translation = in_chinese(question, _named_places(knowledge))
    counts = translation.is_whole and translation.terms
    return translation if words is ENGLISH or counts else None


def declined(translation: Translation, words: Messages) -> Response:
    """That the words are not known, with the question that is left without them, to be asked by a tap."""
    if not (translation.chinese and translation.unknown):
        return Response(MessageDraft((line(words.no_english),)).messages())
    unknown = words.between_parts.join(f"“{word}”" for word in translation.unknown)
    text = words.not_translated.format(unknown=unknown)
    if not translation.is_telling:
        return Response(MessageDraft((line(text),)).messages())
    rest = line(words.without_unknown)
    row = (Button(translation.chinese, AskSuggestion(1).pack()),)
    return Response(MessageDraft((line(text), rest), (row,)).messages())


def filter_in_chinese(knowledge: KnowledgeBase, words: str) -> str:
    """The words of a filter with what is known of them in Chinese."""
    return with_terms(words, _named_places(knowledge)) if words.isascii() else words


def _named_places(knowledge: KnowledgeBase) -> dict[str, str]:
    """The places of documents by their names in letters."""
    return {"".join(sounds_of(place)): place for place in places_of(knowledge)}
