"""What the bot says to editors who teach it: one field a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TeachingWords:
    """The sentences of one language; the names in braces are filled in."""

    # questions without a good answer
    unanswered: str
    unanswered_none: str
    counted: str
    declined: str
    unsure: str
    disliked: str
    times: str
    alike: str
    group: str
    group_gone: str
    pick: str
    variant: str
    synonym: str
    dismiss: str
    dismissed: str
    back_unanswered: str
    # choosing a passage
    candidates: str
    candidates_none: str
    candidates_hint: str
    questions_known: str
    take: str
    back_candidates: str
    end: str
    ended: str
    # what a change does
    teach_ask: str
    replayed: str
    replayed_some: str
    replayed_none: str
    effects: Mapping[str, str]  # an effect of `Difference` → its heading
    effect_more: str
    effect_nothing: str
    go: str
    done: str
    nothing: str
    # lessons in doubt
    doubtful: str
    doubtful_button: str
    doubtful_none: str
    mend: str
    remove: str
    remove_ask: str
    # synonyms
    synonyms: str
    synonyms_none: str
    synonym_how: str
    synonym_wrong: str
    synonym_line: str
    synonym_both: str
    synonym_ask: str
    synonym_remove: str
    synonym_remove_ask: str
    # pairs
    pairs_topics: str
    pairs: str
    pair_taught: str
    pair_hidden: str
    pair_reworded: str
    pair_gone: str
    pair: str
    back_pairs: str
    back_topics: str
    hide: str
    hide_ask: str
    restore: str
    restore_ask: str
    reword: str
    reword_how: str
    reword_ask: str
    add_wording: str
    add_wording_how: str
    answer: str
    answer_how: str
    answer_ask: str
    answer_wrong: str
    answer_gone: str
    back_pair: str
    move: str
    move_how: str
    move_ask: str
    merge: str
    merge_how: str
    merge_none: str
    merge_ask: str
    split: str
    split_how: str
    split_ask: str
    failing_button: str
    failing: str
    failing_none: str
    failing_answer: str
    checks: Mapping[str, str]  # a check of `knowledge.questions.checks` → what is wrong
    # tables
    export: str
    exported: str
    import_rows: str
    import_bad: str
    import_more: str
    import_nothing: str
    bad_rows: Mapping[str, str]
