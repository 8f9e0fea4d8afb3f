"""What each command does, in English: the menu of Telegram and /help."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

ENGLISH_COMMANDS: Final = MappingProxyType(
    {
        "start": "Start",
        "help": "How to use me",
        "ask": "Ask a question: /ask 医共体怎么建",
        "topics": "Questions and answers by topic",
        "ddl": "Deadlines: /ddl 医共体 next month, /ddl overdue",
        "ledger": "the ledger of tasks and how they stand: /ledger 民政局",
        "bulletin": "what is late, due and done, compared with last week: /bulletin 民政局",
        "targets": "Targets: /targets 签约率",
        "timeline": "a picture of the deadlines: /timeline 2027年",
        "calendar": "the deadlines for your calendar: /calendar 医共体",
        "chart": "a picture of an indicator: /chart 县域内就诊率",
        "compare": "what each document says: /compare 医共体, /compare 2026 2027",
        "remind": "set reminders of deadlines: /remind 医共体 7 days before 9:00",
        "reminders": "see, change, pause or remove reminders",
        "watch": "be told what new and changed documents say on words: /watch 医共体",
        "documents": "What I have read",
        "place": "my place: answers and lists begin with it",
        "scope": "Answer from chosen documents only",
        "recent": "My last questions",
        "favorites": "My favourites",
        "web": "read the documents in a browser",
        "language": "Choose the language",
        "privacy": "What is stored and how long",
        "forget": "Erase what is stored of me",
        "settings": "The settings of this chat",
        "unanswered": "Questions without a good answer (editors only)",
        "synonym": "Synonyms: /synonym said=meant (editors only)",
        "pairs": "Edit questions and answers (editors only)",
        "undo": "Take back the last change of the documents (editors only)",
        "reload": "Load the files again (administrators only)",
        "status": "The state of the knowledge base (administrators only)",
        "stats": "Figures on the questions (administrators only)",
        "roles": "Owners, administrators, editors (administrators only)",
        "audit": "Who changed what (administrators only)",
    }
)
