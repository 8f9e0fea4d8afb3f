"""The pages of the teaching: what each button of an editor brings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bot.callback_data import teaching as buttons
from bot.callback_data.codec import CallbackData
from bot.chat.response import Response
from bot.editing.workspace import EditorWorkspace
from bot.teaching import failing_pairs, pair_changes, pairs, synonyms, typed_changes, unanswered
from bot.teaching import passage_picker as picking

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
        buttons.ListPairTopics: pairs.pair_topics,
        buttons.ListPairs: pairs.pairs_page,
        buttons.EditPair: pairs.edit_page,
        buttons.HidePair: pairs.hide,
        buttons.RestorePair: pairs.restore,
        buttons.RewordPair: typed_changes.begin_rewording,
        buttons.AddWording: typed_changes.begin_wording,
        buttons.ChangeAnswer: typed_changes.begin_answer,
        buttons.ListMoves: pair_changes.moves_page,
        buttons.MovePair: pair_changes.move,
        buttons.ListMerges: pair_changes.merges_page,
        buttons.MergePair: pair_changes.merge,
        buttons.ListVariants: pair_changes.variants_page,
        buttons.SplitPair: pair_changes.split,
        buttons.ListFailing: failing_pairs.failing_page,
    }
)
