"""`python -m knowledge.serving CONNECTION`: a process that answers the questions that come over a connection."""

import sys
from multiprocessing.connection import Connection

from knowledge.serving.worker import answer_until_closed

answer_until_closed(Connection(int(sys.argv[1])))
