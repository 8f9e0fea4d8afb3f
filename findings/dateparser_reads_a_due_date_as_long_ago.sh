#!/usr/bin/env bash
# dateparser 1.5.0: 6月30日前 ("by 30 June") is read as six months and thirty days ago.
#
# Guess: it is 30 June, or not understood.
# Truth: 前 turns month and day into durations before now.
# For: whoever looks for deadlines in Chinese text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cat >"$folder/look.py" <<'PY'
import datetime as dt
import importlib.metadata

import dateparser

print("dateparser", importlib.metadata.version("dateparser"))
base = dt.datetime(2027, 3, 15, 12)
for phrase in ("6月30日", "6月30日前"):
    found = dateparser.parse(phrase, languages=["zh"], settings={"RELATIVE_BASE": base})
    print(phrase, "→", found and found.date())
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
dateparser 1.5.0
6月30日 → None
6月30日前 → 2026-08-16
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
