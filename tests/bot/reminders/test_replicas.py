"""Several replicas remind, and are killed or cut off at any moment: nothing comes twice, nothing is lost in silence."""

import pytest

from tests.bot.reminders.day import ReminderDay

pytestmark = pytest.mark.service

REPLICAS, CHATS = 3, 120
SECONDS = 60.0  # a busy machine is no failure


@pytest.mark.parametrize(("kills", "cuts"), [(12, 0), (0, 6)])
def test_nothing_comes_twice_and_nothing_is_lost_in_silence(postgresql_server, tmp_path, kills, cuts):
    tally = ReminderDay(postgresql_server, tmp_path, CHATS, SECONDS).pass_with(REPLICAS, kills, cuts)
    assert (tally.doubled, tally.lost) == (0, 0)
    assert tally.told > 1.5 * CHATS  # the rest is noticed: it may have come
