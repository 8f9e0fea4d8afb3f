"""What a worker reads can be broken off, and what its confined process dies of does not end it."""

import signal
import threading
from contextlib import closing

import pytest

from bot.distributed_loading.reader import ConfinedReader, Stopped
from loaders.isolation.workers import Job
from tests.bot.distributed_loading.documents import speech

pytestmark = pytest.mark.process

HEADER = {"path": "a.txt", "entries": [], "holidays": [], "product": "rows"}


def test_a_reader_reads_again_whatever_became_of_the_last_job():
    stop, job = threading.Event(), Job(HEADER, speech(7).encode(), fresh=False)
    with closing(ConfinedReader(stop)) as reader:
        stop.set()
        with pytest.raises(Stopped):
            reader.read(job)
        stop.clear()
        assert reader.read(job)["titles"] == ["在7县会议上的讲话"]
        reader._workers._server.send_signal(signal.SIGKILL)
        reader._workers._server.wait()
        assert reader.read(job)["titles"] == ["在7县会议上的讲话"]
