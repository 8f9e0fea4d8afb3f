"""A sentence is looked at once for what several searches want to know of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.indexing.annotation import annotate
from knowledge.text import modality
from knowledge.text.analyzer import Analyzer
from loaders import registry

PLAN = Path(__file__).parents[3] / "corpus" / "qiyun-action-plan.md"


def test_the_mood_of_a_sentence_is_read_once(monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []
    sentence_mood = modality.sentence_mood
    monkeypatch.setattr(
        modality, "sentence_mood", lambda words, around: read.append(words) or sentence_mood(words, around)
    )
    file = registry.load(PLAN.read_bytes(), PLAN.name)
    annotate(file, PLAN.name, Analyzer())
    sentences = [sentence for speech in file.speeches for p in speech.paragraphs for sentence in p.sentences]
    headings = {heading.start for speech in file.speeches for heading in speech.headings}
    assert len(sentences) <= len(read) <= len(sentences) + len(headings)
