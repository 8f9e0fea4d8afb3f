"""A group that becomes a supergroup, which is another chat: what was the old one's is the new one's."""

from __future__ import annotations

from bot.state.storage.database import Transaction

ONE_A_CHAT = {
    "scopes": "chat",
    "homes": "chat",
    "languages": "person",
    "preferences": "chat",
    "unsure": "chat",
}
MANY_A_CHAT = ("questions", "subscriptions", "scheduled", "watches", "inbox")


def move_chat(db: Transaction, old: int, new: int) -> None:
    """Lets what is stored follow a chat to its new number, in the place of what the new one has.

    Votes and answers stay with the old one: its messages keep their numbers there.
    """
    for table, column in ONE_A_CHAT.items():
        taken = f"{column} = ? AND EXISTS (SELECT 1 FROM {table} WHERE {column} = ?)"
        db.execute(f"DELETE FROM {table} WHERE {taken}", [new, old])
        db.execute(f"UPDATE {table} SET {column} = ? WHERE {column} = ?", [new, old])
    for table in MANY_A_CHAT:
        db.execute(f"UPDATE {table} SET chat = ? WHERE chat = ?", [new, old])
    told = "SELECT key FROM validity_told WHERE chat = ?"
    db.execute(f"DELETE FROM validity_told WHERE chat = ? AND key IN ({told})", [new, old])
    db.execute("UPDATE validity_told SET chat = ? WHERE chat = ?", [new, old])
