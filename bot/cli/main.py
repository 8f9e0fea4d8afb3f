"""`jianda`: the table of its commands. What they write as JSON is told in docs/json.md."""

from __future__ import annotations

import sys

import click

from bot.cli.lazy_group import LazyCommand, LazyGroup

ASKING, EDITING = "bot.cli.commands.asking", "bot.cli.commands.editing"
SERVICE, EVALUATION = "bot.cli.commands.service", "bot.cli.commands.evaluation"

COMMANDS = (
    LazyCommand("ask", f"{ASKING}.ask", "回答一个问题，或一批问题。Answer a question, or a batch of them."),
    LazyCommand("audit", f"{EDITING}.audit", "谁在什么时候改了什么。Who changed what, and when."),
    LazyCommand(
        "backup",
        f"{SERVICE}.backup",
        "把使用记录、知识库、配置（不含密钥）和语料备份成一个文件。Back everything up into one file.",
    ),
    LazyCommand(
        "bulletin",
        f"{ASKING}.bulletin",
        "任务通报：逾期、到期、办结，和上周比，可以用词筛选。What is late, due and done, compared with last week.",
    ),
    LazyCommand("chat", f"{ASKING}.chat", "在终端里对话，不需要令牌和网络。Talk to the bot in the terminal."),
    LazyCommand(
        "compare",
        f"{ASKING}.compare",
        "对比各文件的说法，或两年的计划。What each document says, or what two years' plans changed.",
    ),
    LazyCommand(
        "deadlines",
        f"{ASKING}.deadlines",
        "语料里的时限，可以用词筛选，例如：医共体 下月。The deadlines of the corpus.",
    ),
    LazyCommand(
        "doctor",
        f"{SERVICE}.doctor",
        "检查配置、令牌、代理、权限、磁盘、时钟、字体等，每项说明怎么办。Look at everything the bot needs.",
    ),
    LazyCommand(
        "documents",
        f"{EDITING}.documents",
        "语料里的文件：列出、加入、删除、更改说明、撤销。The documents of the corpus.",
    ),
    LazyCommand(
        "evaluate", f"{EVALUATION}.evaluate", "用标准问题给回答打分。Score the answers on gold questions."
    ),
    LazyCommand(
        "export",
        f"{EDITING}.export_table",
        "把教过的导出成 CSV（Excel 能打开）。Export what was taught as CSV, to TABLE or standard output.",
    ),
    LazyCommand(
        "import",
        f"{EDITING}.import_table",
        "启用一个 CSV 里教的；坏行逐行说明。Take over a CSV; each bad row is named.",
    ),
    LazyCommand(
        "ledger",
        f"{ASKING}.ledger",
        "督办台账，可以用词筛选，例如：民政局 逾期。The ledger of tasks and how each stands.",
    ),
    LazyCommand(
        "load",
        f"{SERVICE}.load",
        "按语料文件夹更新知识库。Bring the knowledge base up to date with the corpus.",
    ),
    LazyCommand(
        "pairs",
        f"{ASKING}.pairs",
        "存下的问答，可以用词筛选，例如：中医药 门诊。The stored questions with their answers.",
    ),
    LazyCommand(
        "read",
        f"{SERVICE}.read",
        "看一个文件读成什么样、略去了什么，不载入。Show what is read of files, without loading them.",
    ),
    LazyCommand("restore", f"{SERVICE}.restore", "从备份恢复。Put back what a backup holds."),
    LazyCommand("run", f"{SERVICE}.run", "运行 Telegram 机器人。Run the Telegram bot."),
    LazyCommand("stats", f"{SERVICE}.stats", "提问的统计。Figures on the questions."),
    LazyCommand(
        "state",
        f"{SERVICE}.state",
        "使用记录：在文件和数据库之间搬。What people made: moved between a file and a database.",
    ),
    LazyCommand(
        "status",
        f"{SERVICE}.status",
        "知识库的状况，以及设置中的问题。The knowledge base and what is wrong with the set-up.",
    ),
    LazyCommand(
        "synonym",
        f"{EDITING}.synonym",
        "近义词。Synonyms: what people say for what documents write.",
    ),
    LazyCommand(
        "targets",
        f"{ASKING}.targets",
        "语料里的指标，可以用词筛选，例如：签约率 2027年。The targets of the corpus.",
    ),
    LazyCommand("teach", f"{EDITING}.teach", "教过的问答。Taught questions and their passages."),
    LazyCommand(
        "topics", f"{ASKING}.topics", "语料里的主题，可以只看一个，例如：托育。The topics of the corpus."
    ),
    LazyCommand(
        "train",
        f"{EVALUATION}.train",
        "用标准问题重新训练权重，并交叉验证。Fit the weights to gold questions, with cross-validation.",
    ),
    LazyCommand(
        "web",
        f"{SERVICE}.web",
        "打开阅览室：在浏览器里读文件、提问。Open the reading room: documents and answers in a browser.",
    ),
    LazyCommand(
        "work",
        f"{SERVICE}.work",
        "替 jianda load --workers 读文件，可在多台机器上起。Read documents for a load, on any number of machines.",
    ),
)


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="jianda")
def main() -> None:
    """健答：读讲话和计划，逐字回答并注明出处。Answers from speeches and plans, word for word."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
