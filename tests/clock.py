"""The day on which the tests are told: no test asks the machine what day it is."""

import datetime as dt

TODAY = dt.date(2026, 11, 22)
NOON = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)


def today() -> dt.date:
    """The day of the tests, as a knowledge base asks for it."""
    return TODAY


def seconds() -> float:
    """Its noon in seconds since 1970, as a state file asks for it."""
    return NOON.timestamp()
