"""`jianda teach`: questions with the passages that answer them."""

from __future__ import annotations

import click

from bot.chat.topic_keys import topic_key
from bot.cli.commands.editing.workspace import carry_out, dry, workspace_of
from bot.cli.commands.options import with_config
from bot.cli.output.terminal import echo
from bot.config.config import Config
from bot.errors import TeachingRefused
from bot.teaching.pairs.answers import with_answer
from bot.teaching.pairs.editable_pairs import edit_of, pair_to_edit
from knowledge.teaching.lessons import Revision


@click.group("teach")
def command() -> None:
    """教过的问答。Taught questions and their passages."""


@command.command("list")
@with_config
def list_lessons(config: Config) -> None:
    """列出教过的问答；原文变了的前面有 !。List them; ! marks those whose passage has changed."""
    with workspace_of(config) as workspace:
        doubtful = {lesson.id for lesson in workspace.knowledge.doubtful()}
        for lesson in workspace.knowledge.teaching.lessons:
            mark = "!" if lesson.id in doubtful else " "
            echo(f"{mark} {lesson.passage}  {' / '.join(lesson.questions)}  “{lesson.excerpt}”")


@command.command("add")
@click.argument("question", nargs=-1, required=True)
@click.option("--passage", required=True, help="原文的编号（ask --json 里答案的 id）")
@dry
@with_config
def add_lesson(config: Config, question: tuple[str, ...], passage: str, dry_run: bool) -> None:
    """以后这样问，就用这段原文回答；每个参数是一种问法。Answer these questions with a passage."""
    with workspace_of(config) as workspace:
        lesson = workspace.knowledge.lesson([" ".join(words.split()) for words in question], passage)
        if lesson is None:
            raise TeachingRefused("passage")
        carry_out(workspace, "teach", Revision(lessons=(lesson,)), dry_run)


@command.command("answer")
@click.argument("pair")
@click.argument("words", nargs=-1)
@dry
@with_config
def change_answer(config: Config, pair: str, words: tuple[str, ...], dry_run: bool) -> None:
    """把存下的问题（pairs --json 里的 id）的答案改成原文里的这几句；不写就恢复原来的。Change the words that answer a stored
    question; none: as generated."""
    with workspace_of(config) as workspace:
        placed = (placed.pair for placed in workspace.knowledge.pairs())
        stored = next((stored for stored in placed if stored.id == pair), None)
        entry = pair_to_edit(workspace, pair, topic_key(stored.topic)) if stored else None
        edit = edit_of(workspace, entry) if entry else None
        if entry is None or edit is None:
            raise TeachingRefused("pair")
        answered = with_answer(workspace.knowledge, edit, entry.pair, " ".join(words))
        if answered is None:
            raise TeachingRefused("answer")
        carry_out(workspace, "answer", Revision(edits=(answered,)), dry_run)


@command.command("remove")
@click.argument("question", nargs=-1, required=True)
@dry
@with_config
def remove_lesson(config: Config, question: tuple[str, ...], dry_run: bool) -> None:
    """不再用教过的回答。Forget questions that were taught."""
    with workspace_of(config) as workspace:
        carry_out(workspace, "unteach", Revision(forgotten=question), dry_run)
