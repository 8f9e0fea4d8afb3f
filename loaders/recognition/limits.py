"""What the confined processes that recognise pages may take."""

from __future__ import annotations

from loaders.isolation.sandbox import ResourceLimits

LIMITS = ResourceLimits(memory=3 << 30, processor=90, wall=180.0, output=32 << 20)
"""For one page: 3.5 s and, of memory that is addressed, 1.1 GiB are usual (docs/performance.md); a photograph of 80
million pixels takes more than another GiB before it is made smaller."""
MOST_WORKERS = 2
"""At once: each takes about 0.6 GB."""
