"""The settings of a corpus folder: files beside its documents that say how these are read."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import HolidaysInvalid
from knowledge.ids import make_id
from knowledge.temporal import holidays
from knowledge.temporal.holidays import Holidays, InvalidEntry
from loaders.errors import NotAFile
from loaders.faults import system_fault, toml_fault
from loaders.metadata import manifest
from loaders.regular_file import open_regular

NAMES = (manifest.NAME, holidays.NAME)


@dataclass(frozen=True, slots=True)
class PublicHolidays:
    """The public holidays that a corpus is read by; `version` is "" where they are the built-in ones."""

    days: Holidays
    version: str = ""


def public_holidays(corpus: Path) -> PublicHolidays:
    """The built-in holidays with those of the folder's holidays.toml; raises HolidaysInvalid."""
    path = corpus / holidays.NAME
    if not os.path.lexists(path):
        return PublicHolidays(holidays.built_in())
    try:
        with open_regular(path) as file:
            own = file.read().decode("utf-8-sig")
        return PublicHolidays(holidays.with_own(own), make_id(own))
    except InvalidEntry as error:
        raise HolidaysInvalid(path, error.note) from error
    except NotAFile as error:
        raise HolidaysInvalid(path, error.note) from error
    except OSError as error:
        raise HolidaysInvalid(path, system_fault(error)) from error
    except ValueError as error:
        raise HolidaysInvalid(path, toml_fault(error)) from error
