"""What the bot replies in English to what is said to itself (`knowledge.query.small_talk.Talk`)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ENGLISH_TALK: Mapping[str, str] = MappingProxyType(
    {
        "greeting": "Hello! Ask me what the speeches and plans on health work say, for example:",
        "thanks": "You are welcome.",
        "who": "I am Jianda. I look things up in speeches and plans on health work and quote them with their source. You could ask:",
        "can": "I quote what speeches and plans say, list deadlines (/ddl) and targets (/targets), compare places (/compare) and remind of what is due (/remind). You could ask:",
        "bye": "Goodbye, come back any time.",
        "praise": "Thank you. Ask on whenever you like.",
        "insult": "I am sorry that I was no help. Tell me what to look up and I will try again.",
        "errand": "I cannot help with that: I only look things up in speeches and plans on health work.",
        "reminder": "I cannot remind you of private matters. I can remind you before a deadline of the documents, for example: /remind 医共体 提前7天 9:00",
    }
)
