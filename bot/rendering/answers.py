"""From an answer to the messages that are sent: what answers, the quotation, dates, figures, the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from bot.messages import Messages
from bot.rendering.citations import cited, source
from bot.rendering.dates import deadline_date, target_date, target_value
from bot.rendering.items import is_list, item_blocks
from bot.rendering.markup import Block, Span, has_words, line, quotation, sentence_ends, shortened, visible
from bot.rendering.message import Message, MessageDraft, Rows
from bot.rendering.table_rows import readable
from knowledge.answers import Answer, Reply
from knowledge.deadlines.deadlines import Deadline
from knowledge.targets.indicator_names import is_same
from knowledge.targets.targets import Target
from knowledge.text.redaction import BLANK

NEAREST = 3
FACTS = 3  # dates or figures told under an answer
BRIEF = 80  # characters of a passage that is only offered
TELLING = 20  # characters that a sentence needs to say something alone
LONGEST_LABEL = 100

LABEL = re.compile(
    r"\s*[（(]?(?:责任|牵头|负责|主办|配合|主管|完成)(?:单位|部门|人|主体|时限|时间|领导)|\s*[（(）)，、；]"
)
NAMED = re.compile(
    r"[局委厅办院所站校]|政府|部门|单位|机构|中心|公司|企业|小组|专班|协会|同志|主任|局长|院长|书记|[省市县区镇乡]长|负责人|我"
)

Fact = TypeVar("Fact", Deadline, Target)


def reply_messages(
    reply: Reply, words: Messages, buttons: Rows = (), notes: Sequence[str] = (), heading: str = ""
) -> tuple[Message, ...]:
    """The messages for a reply; several questions are answered one under the other, numbered.

    `heading` stands above and `notes` below: what should be known of all of it.
    """
    parts = reply.parts
    drafts = [_numbered(number, part, words) for number, part in enumerate(parts, 1)] or [
        _draft(reply, words)
    ]
    blocks = tuple(block for draft in drafts for block in draft)
    return MessageDraft((*_heading(heading), *blocks, *map(line, notes)), buttons).messages()


def passage_messages(
    answer: Answer,
    words: Messages,
    kind: str = "",
    buttons: Rows = (),
    notes: Sequence[str] = (),
    heading: str = "",
) -> tuple[Message, ...]:
    """The messages for a passage; `kind` is what was asked for, if it answers a question."""
    blocks = (*_heading(heading), *_answer_blocks(answer, kind, words), *map(line, notes))
    return MessageDraft(blocks, buttons).messages()


def _heading(text: str) -> tuple[Block, ...]:
    return (line(text, bold=True),) if text else ()


def _draft(reply: Reply, words: Messages) -> Sequence[Block]:
    understood = [line(" ".join(_understood(reply, words)))] if reply.understood else []
    if reply.zone == "answer" and is_list(reply):
        return [*understood, *item_blocks(reply, words)]
    if reply.zone == "answer" and reply.answers:
        return [*understood, *_answer_blocks(reply.answers[0], reply.kind, words), *_elsewhere(reply, words)]
    if reply.zone == "unsure" and reply.answers:
        above = (
            [*_unmet(reply, words), line(words.conditions.nearest)] if reply.unmet else [line(words.unsure)]
        )
        return [*understood, *above, *_offer([reply.answers[place] for place in nearest(reply)], words)]
    if reply.talk:
        return [line(words.talk[reply.talk])]
    hint = (line(words.suggestions),) if suggestions(reply) else ()
    return (*(_unmet(reply, words) or [line(words.declined)]), *hint)


def _unmet(reply: Reply, words: Messages) -> list[Block]:
    """What the documents do not say of the place, year or person that was asked about."""
    return [line(words.conditions.unmet[unmet.kind].format(text=unmet.text)) for unmet in reply.unmet]


def _understood(reply: Reply, words: Messages) -> Iterator[str]:
    """What mistyped words were taken for."""
    return (
        words.understood.format(typed=correction.typed, meant=correction.meant)
        for correction in reply.understood
    )


def _numbered(number: int, part: Reply, words: Messages) -> Sequence[Block]:
    heading = line(f"{number}. {part.question}", bold=True)
    gap = (line(""),) if number > 1 else ()
    return (*gap, heading, *_draft(part, words))


def _answer_blocks(answer: Answer, kind: str, words: Messages) -> Iterator[Block]:
    """What was asked for comes first: dates before the quotation for a when, figures for a how many."""
    if kind == "deadline":
        yield from _due(answer, _close(answer, answer.deadlines), words)
    if kind == "target":
        yield from _goals(answer, words)
    yield quotation(readable(answer), () if answer.row else answer.highlights)
    yield from (quotation(sentence) for sentence in _sentences_elsewhere(answer))
    if kind == "who":
        yield from _responsible(answer, words)
    elif kind not in ("deadline", "target"):
        yield from _due(answer, _pertinent(answer, answer.deadlines), words)
    if answer.redacted:
        yield _redacted(answer, words)
    if kind == "who" and not _names_somebody(answer):
        yield line(words.names_nobody)
    yield line(words.citation.format(source=cited(answer, words)))


def _responsible(answer: Answer, words: Messages) -> Iterator[Block]:
    """Who leads, who supports, which persons see to what the answer is of, each once."""
    parties = [party for deadline in _pertinent(answer, answer.deadlines) for party in deadline.roles]
    say, told = (
        words.ledger,
        {"lead": words.responsible, "support": words.ledger.support, "person": words.ledger.persons},
    )
    named = {role: dict.fromkeys(party.body for party in parties if party.role == role) for role in told}
    parts = (told[role].format(names=say.between_names.join(names)) for role, names in named.items() if names)
    if sentence := say.between_parts.join(parts):
        yield line(sentence)


def _names_somebody(answer: Answer) -> bool:
    """Whether a passage, its headings or the labels of its deadlines name a body or a person."""
    bodies = any(deadline.bodies for deadline in answer.deadlines)
    return bodies or NAMED.search(" ".join((answer.passage, *answer.section))) is not None


def _elsewhere(reply: Reply, words: Messages) -> Iterator[Block]:
    """What the other documents found say of the indicators in the answer, each with its document."""
    if reply.kind != "target":
        return
    first, *others = reply.answers
    names = [target.indicator for target in _pertinent(first, first.targets)]
    statements = (
        (answer.document, target)
        for answer in others
        for target in answer.targets
        if answer.document.id != first.document.id and any(is_same(target.indicator, name) for name in names)
    )
    for document, target in list(statements)[:FACTS]:
        yield line(words.elsewhere.format(source=source(document, (), words), told=_target(target, words)))


def _due(answer: Answer, deadlines: Iterable[Deadline], words: Messages) -> list[Block]:
    return [line(_deadline(deadline, answer, words)) for deadline in deadlines]


def _goals(answer: Answer, words: Messages) -> list[Block]:
    return [line(_target(target, words)) for target in _pertinent(answer, answer.targets)]


def _pertinent(answer: Answer, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The dates or figures in what answers, else in its sentences, else in the passage; a few at most."""
    return _close(answer, facts) or facts[:FACTS]


def _close(answer: Answer, facts: Sequence[Fact]) -> Sequence[Fact]:
    """The dates or figures in what answers, else in its sentences; a few at most."""
    # What answers comes first; the labels of its item are lit, too, and count where it has none.
    stretches = (answer.passage[start:end] for start, end in answer.highlights)
    by_stretch = ([fact for fact in facts if _printed(fact) in stretch] for stretch in stretches)
    lit = next(filter(None, by_stretch), [])
    near = [fact for fact in facts if _is_near(answer, fact)]
    return (lit or near)[:FACTS]


def _printed(fact: Deadline | Target) -> str:
    return fact.phrase if isinstance(fact, Deadline) else fact.value or fact.indicator


def _is_near(answer: Answer, fact: Deadline | Target) -> bool:
    """Whether a highlight lies in the fact's sentence."""
    first, last = (at - answer.span[0] for at in fact.sentence_span)
    return any(start < last and first < end for start, end in answer.highlights)


def _deadline(deadline: Deadline, answer: Answer, words: Messages) -> str:
    """The time with its task, which is left out where it is most of the passage that is quoted."""
    date = deadline_date(deadline, words)
    phrase = deadline.phrase
    when = words.deadline_date.format(phrase=phrase, date=date) if date and date != phrase else phrase
    task, passage = _squashed(deadline.task), _squashed(answer.passage)
    if task in passage and 2 * len(task) > len(passage):
        return words.deadline_alone.format(when=when)
    return words.deadline.format(when=when, task=shortened(deadline.task, BRIEF))


def _target(target: Target, words: Messages) -> str:
    date = target_date(target, words)
    sentence = words.target_dated if date else words.target
    return sentence.format(indicator=target.indicator, value=target_value(target, words), date=date)


def _sentences_elsewhere(answer: Answer) -> list[str]:
    """The sentences of the answer's deadlines that do not stand in its passage."""
    passage = _squashed(answer.passage)
    sentences = dict.fromkeys(deadline.sentence for deadline in answer.deadlines)
    return [sentence for sentence in sentences if _squashed(sentence) not in passage]


def _redacted(answer: Answer, words: Messages) -> Block:
    highlighted = (answer.passage[start:end] for start, end in answer.highlights)
    for text in (*highlighted, answer.passage):
        if mark := BLANK.search(text):
            return line(words.redacted_as.format(mark=mark.group()))
    return line(words.redacted)


def _offer(answers: Iterable[Answer], words: Messages) -> Iterator[Block]:
    """The nearest passages in brief, each with its source."""
    for number, answer in enumerate(answers, 1):
        yield Block((Span(f"{number}. {brief(answer)}"),), quote=True)
        yield line(words.citation.format(source=cited(answer, words)))


def suggestions(reply: Reply) -> list[str]:
    """What could be asked instead, as a button can show it."""
    fitting = (text for text in reply.suggestions if has_words(text) and len(text) <= LONGEST_LABEL)
    return [visible(text).strip() for text in fitting][:NEAREST]


def brief(answer: Answer) -> str:
    """The sentences that answer, short enough for a list."""
    if answer.row:
        return shortened(visible(readable(answer, "；")), BRIEF)
    start, end = answering(answer)
    stretch = answer.passage[start:end]
    return shortened(visible(answer.passage if _is_label(stretch) else stretch), BRIEF)


def nearest(reply: Reply) -> tuple[int, ...]:
    """The places of the answers that are offered where none is sure: a label by itself (责任单位：…) says nothing."""
    telling = (
        place for place, answer in enumerate(reply.answers) if answer.row or not _is_label(answer.passage)
    )
    return tuple(telling)[:NEAREST] or tuple(range(len(reply.answers)))[:NEAREST]


def _is_label(text: str) -> bool:
    """Whether a text is but the label of an item, or a piece of one."""
    return LABEL.match(text) is not None and "。" not in text.strip().rstrip("。")


def answering(answer: Answer) -> tuple[int, int]:
    """From where to where the sentences stand in a passage that answer, and say something by themselves."""
    first, last = (answer.highlights[0][0], answer.highlights[-1][1]) if answer.highlights else (0, 1)
    ends = sentence_ends(answer.passage)
    start = max(end for end in ends if end <= first)
    return start, min((end for end in ends if end >= max(last, start + TELLING)), default=len(answer.passage))


def _squashed(text: str) -> str:
    return "".join(text.split())
