"""The pages of the teaching: what each button of an editor brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bot.callback_data import teaching as buttons
from bot.callback_data.codec import CallbackData
from bot.chat.response import Response
from bot.editing.workspace import EditorWorkspace
from bot.teaching import passage_picker as picking
from bot.teaching import synonyms, unanswered
from bot.teaching.pairs import changes, failing, pages, typed_changes

Page = Callable[[EditorWorkspace, Any], Response]

PAGES: Mapping[type[CallbackData], Page] = MappingProxyType(
    {
        buttons.ListUnanswered: unanswered.unanswered_page,
        buttons.OpenGroup: unanswered.group_page,
        buttons.DismissGroup: unanswered.dismiss,
        buttons.PickPassage: picking.pick_for_group,
        buttons.PickQuestion: picking.pick_question_for_group,
        buttons.BeginSynonym: synonyms.begin_synonym,
        buttons.ListDoubtful: unanswered.doubtful_page,
        buttons.MendLesson: picking.mend,
        buttons.RemoveLesson: unanswered.unteach,
        buttons.ViewCandidate: picking.view,
        buttons.ChooseCandidate: picking.choose,
        buttons.ListCandidates: picking.candidates,
        buttons.EndDialogue: picking.end,
        buttons.ListSynonyms: synonyms.synonyms_page,
        buttons.RemoveSynonym: synonyms.drop_synonym,
        buttons.ListPairTopics: pages.pair_topics,
        buttons.ListPairs: pages.pairs_page,
        buttons.EditPair: pages.edit_page,
        buttons.HidePair: pages.hide,
        buttons.RestorePair: pages.restore,
        buttons.RewordPair: typed_changes.begin_rewording,
        buttons.AddWording: typed_changes.begin_wording,
        buttons.ChangeAnswer: typed_changes.begin_answer,
        buttons.ListMoves: changes.moves_page,
        buttons.MovePair: changes.move,
        buttons.ListMerges: changes.merges_page,
        buttons.MergePair: changes.merge,
        buttons.ListVariants: changes.variants_page,
        buttons.SplitPair: changes.split,
        buttons.ListFailing: failing.failing_page,
    }
)
