"""What the program counts of its work, for Prometheus: no names, no texts, no ids of people or chats."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

REGISTRY = CollectorRegistry()
"""All that is counted, with the memory, processor time and open files of the process."""

QUESTIONS = Counter("jianda_questions", "Questions by the zone of their reply.", ["zone"], registry=REGISTRY)
ANSWER_SECONDS = Histogram(
    "jianda_answer_seconds",
    "From a question's arrival to the last part of its answer.",
    buckets=(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60),
    registry=REGISTRY,
)
WAITING = Gauge("jianda_updates_waiting", "Updates that are queued or being handled.", registry=REGISTRY)
SILENCE = Gauge("jianda_telegram_silence_seconds", "Since Telegram last answered.", registry=REGISTRY)
REQUESTS = Counter(
    "jianda_telegram_requests",
    "Requests to Telegram: ok, flood (429: told to wait) or failed.",
    ["method", "outcome"],
    registry=REGISTRY,
)
RETRIES = Counter("jianda_telegram_retries", "Requests to Telegram that were made again.", registry=REGISTRY)
LOADS = Counter("jianda_loads", "Loads: ok, incomplete, cancelled or failed.", ["outcome"], registry=REGISTRY)
REMINDERS = Counter(
    "jianda_reminders",
    "Reminders: sent, noticed (a notice instead) or failed.",
    ["outcome"],
    registry=REGISTRY,
)
ProcessCollector(registry=REGISTRY)
