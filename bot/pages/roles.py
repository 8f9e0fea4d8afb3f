"""/roles: who has a role, and what a person can be made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.access.roles import Role, Roles, code_of
from bot.callback_data.administration import ListRoles, MakeRole, OpenPerson
from bot.chat.keyboards import number_rows, page_note, turn_rows, two_a_row
from bot.messages import Messages
from bot.rendering.markup import line
from bot.rendering.message import Button, Message, MessageDraft
from bot.rendering.paging import ListPage

A_PAGE = 8
NONE = "none"  # on a button: no role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by their Telegram id, with the name by which they are known, if they are."""

    id: int
    name: str

    def __str__(self) -> str:
        return f"{self.name}（{self.id}）" if self.name else str(self.id)


def roles_page(roles: Roles, page: ListPage[int], names: Mapping[int, str], words: Messages) -> Message:
    """A page of those who have a role, each with a number that opens them."""
    blocks = [line(words.roles.heading.format(place=page_note(page, words)), bold=True)]
    for number, person in enumerate(page.items, page.first + 1):
        blocks.append(line(f"{number}. {_line(roles, Person(person, names[person]), words)}"))
    rows = number_rows(page, [OpenPerson(person) for person in page.items])
    return MessageDraft(
        (*blocks, line(words.roles.how)), (*rows, *turn_rows(page, words, ListRoles))
    ).messages()[0]


def person_page(roles: Roles, giver: int, person: Person, words: Messages) -> Message:
    """What a person is, with a button for everything that the giver can make of them."""
    configured = roles.configured(person.id)
    note = (line(words.roles.configured_note),) if configured else ()
    keys = [
        Button(words.roles.make[code_of(role)], MakeRole(code_of(role) or NONE, person.id).pack())
        for role in _choices(roles, giver, person.id)
    ]
    back = (Button(words.roles.back, ListRoles().pack()),)
    blocks = (line(_line(roles, person, words)), *note)
    return MessageDraft(blocks, (*two_a_row(keys), back)).messages()[0]


def _choices(roles: Roles, giver: int, person: int) -> Iterable[Role | None]:
    """What could be made of a person: what is not so already, and not less than the configuration says."""
    present, configured = roles.appointed.get(person), roles.configured(person)
    raising = [role for role in Role if role is not present and role > (configured or 0)]
    return [role for role in (*raising, *((None,) if present else ())) if roles.may_give(giver, person, role)]


def _line(roles: Roles, person: Person, words: Messages) -> str:
    """A person with their role, and that it stands in the configuration."""
    role, configured = roles.of(person.id), roles.configured(person.id)
    note = words.roles.configured if configured and configured is role else ""
    return words.roles.line.format(person=person, role=words.roles.names[code_of(role)] + note)
