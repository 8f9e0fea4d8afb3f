"""A topic of many questions divided by those words of its own that the questions speak of."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.lexicon.topics import taxonomy

MOST_UNDIVIDED = 40  # questions of a topic that a page still tells one after the other
FEWEST, MOST_PARTS = 4, 8
LARGEST_SHARE = 0.4  # a word that nearly all speak of divides nothing
OTHERS = "其他"


def subtopics_of(topic: str, questions: Sequence[str]) -> list[str]:
    """The subtopic of each question of a topic, all empty where they are too few to divide, or no word divides them.

    Arguments: the name of the topic; its questions. The words of the taxonomy are taken in the order of how many
    questions that have no subtopic yet speak of them; what none speaks of is called `OTHERS`.
    """
    parts = [""] * len(questions)
    if len(questions) <= MOST_UNDIVIDED:
        return parts
    speak = _speaking(topic, questions)
    most = LARGEST_SHARE * len(questions)
    for _ in range(MOST_PARTS):
        left = {word: [at for at in places if not parts[at]] for word, places in speak.items()}
        fitting = [word for word, places in left.items() if FEWEST <= len(places) <= most]
        if not fitting:
            break
        best = max(fitting, key=lambda word: (len(left[word]), len(word)))
        for at in left[best]:
            parts[at] = best
    return [part or OTHERS for part in parts] if any(parts) else parts


def _speaking(topic: str, questions: Sequence[str]) -> dict[str, list[int]]:
    """The words of a topic with the places of the questions that speak of each."""
    entry = next((entry for entry in taxonomy() if entry.name == topic), None)
    words = dict.fromkeys((*entry.words, *entry.weak)) if entry else {}
    return {word: [at for at, question in enumerate(questions) if word in question] for word in words}
