#!/usr/bin/env bash
# openpyxl 3.1.5: a number in the format HK$#,##0 comes back as a date.
#
# Guess: a cell that holds 46023 and is shown as HK$46,023 is read as the number.
# Truth: it is a datetime: the H of the currency is taken for an hour.
# For: whoever reads ledgers with a currency in the number format.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cat >"$folder/look.py" <<'PY'
import importlib.metadata
import io

import openpyxl

print("openpyxl", importlib.metadata.version("openpyxl"))
book = openpyxl.Workbook()
for row, form in enumerate(("#,##0", "¥#,##0", "HK$#,##0"), 1):
    cell = book.active.cell(row, 1, 46023)
    cell.number_format = form
file = io.BytesIO()
book.save(file)
file.seek(0)
for cell in openpyxl.load_workbook(file).active["A"]:
    print(cell.number_format, "→", type(cell.value).__name__, cell.value)
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
openpyxl 3.1.5
#,##0 → int 46023
¥#,##0 → int 46023
HK$#,##0 → datetime 2026-01-01 00:00:00
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
