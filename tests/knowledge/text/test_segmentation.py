"""rjieba is a faster jieba and nothing else: it cuts the same words."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import jieba
import pytest
from pypinyin import lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from knowledge.lexicon import thesaurus
from knowledge.text.analyzer import Analyzer
from knowledge.text.pinyin.syllables import sounds_of
from knowledge.text.segmentation import segmenter, tagger

CORPUS = Path(__file__).parents[3] / "corpus"
HAN = re.compile(r"[\u3400-\u9fff]+")


def runs() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.iterdir())]
    normalise = Analyzer().normalise
    return [*(run for text in texts for run in HAN.findall(normalise(text))), *thesaurus.field_words()]


def test_the_fast_segmenter_cuts_the_same_words() -> None:
    words = tuple(thesaurus.field_words())
    fast, plain = segmenter(words), segmenter(words, fast=False)
    assert not isinstance(fast, jieba.Tokenizer) and isinstance(plain, jieba.Tokenizer)
    different = [
        run
        for run in runs()
        if list(fast.cut(run)) != list(plain.cut(run))
        or list(fast.cut_for_search(run)) != list(plain.cut_for_search(run))
    ]
    assert different == []


def test_a_dictionary_is_read_once_for_the_same_words() -> None:
    words = tuple(thesaurus.field_words())
    assert segmenter(words) is segmenter(words)


def test_words_of_one_segmenter_are_unknown_to_others() -> None:
    assert list(segmenter(("医共体牵头医院",)).cut("医共体牵头医院")) == ["医共体牵头医院"]
    for other in (segmenter(()), segmenter(("家庭病床",))):
        assert list(other.cut("医共体牵头医院")) == ["医共体", "牵头", "医院"]
    assert len(list(tagger().tag("医共体牵头医院"))) > 1


def test_sounds_found_phrase_by_phrase_are_those_of_the_whole() -> None:
    assert [run for run in runs() if sounds_of(run) != lazy_pinyin(run)] == []


def test_phrases_and_characters_are_read_as_pypinyin_reads_them() -> None:
    words = [*PHRASES_DICT, *map(chr, PINYIN_DICT)][::7]
    assert [word for word in words if sounds_of(word) != lazy_pinyin(word)] == []


THREADS = """
import threading
from knowledge.text.pinyin.syllables import sounds_of, syllables_of

together = threading.Barrier(4)
failed = []

def first(sound, words):
    together.wait()
    try:
        sound(words)
    except BaseException as error:
        failed.append(repr(error))

threads = [threading.Thread(target=first, args=one) for one in [(sounds_of, "药品"), (syllables_of, ["药"])] * 2]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
raise SystemExit(" ".join(failed))
"""


@pytest.mark.process
def test_two_threads_may_want_the_sounds_first() -> None:
    done = subprocess.run([sys.executable, "-c", THREADS], cwd=CORPUS.parent, capture_output=True, text=True)
    assert done.stderr.strip() == ""
