"""What the bot says in English of conditions of a question that nothing meets: another place, year or person."""

from __future__ import annotations

from types import MappingProxyType

from bot.messages.conditions import ConditionWords

ENGLISH_CONDITIONS = ConditionWords(
    unmet=MappingProxyType(
        {
            "place": "The documents do not say this of {text}.",
            "year": "The documents do not say this for {text}.",
            "person": "The documents do not name {text}.",
            "term": "The documents say nothing of “{text}” that answers.",
            "attribute": "The documents do not give {text}.",
        }
    ),
    nearest="This is not the answer, but the nearest that is said elsewhere:",
    validity=MappingProxyType(
        {
            "draft": " [not issued yet]",
            "abolished": " [abolished by 《{by}》]",
            "expires": " [in force until {date}]",
        }
    ),
)
