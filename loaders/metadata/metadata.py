"""What is known of a speech beside its text: title, date, place, level of government."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the month and the day may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The date in ISO 8601 as far as it is known: 2026, 2026-03 or 2026-03-12."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, part of the file (篇一), date, place and level (国家, 省, 市, 县, 乡) of a speech; None when unknown.

    `number` is the issuing number (国卫办发〔2023〕1号), `signed` the date under or above the text, whatever year it
    is for, `issuer` the body that signs. `told` holds the words that the year was inferred from,
    None where the document bears its date.
    """

    title: str
    part: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    level: str | None = None
    subtitle: str | None = None
    speaker: str | None = None
    post: str | None = None
    number: str | None = None
    told: str | None = None
    signed: PartialDate | None = None
    issuer: str | None = None

    @property
    def belongs(self) -> bool:
        """Whether it is a plan or annex of the document before it, which bears its title as its part."""
        return self.part is not None and self.part == self.title
