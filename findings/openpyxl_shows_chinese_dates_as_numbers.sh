#!/usr/bin/env bash
# openpyxl 3.1.5: dates in the built-in formats of a Chinese Excel come back as numbers.
#
# Guess: a cell whose style names the built-in format 31 (yyyy年m月d日) or 58 (m月d日) is a date, as one with 14 is.
# Truth: 14 is a datetime, 31 and 58 are "General" and the bare serial number: the table of built-in formats ends at 49
#        and has none of the Chinese ones (ECMA-376-1, 18.8.30: 27 to 36, 50 to 58).
# For: whoever reads dates out of sheets made in China.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cat >"$folder/look.py" <<'PY'
import importlib.metadata
import io
import zipfile

import openpyxl

print("openpyxl", importlib.metadata.version("openpyxl"))
for number in (14, 31, 58):
    book, made, bent = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    book.active["A1"] = 46568
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(bent, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/styles.xml":  # the only style of a cell
                content = content.replace(b'<cellXfs count="1"><xf numFmtId="0"', b'<cellXfs count="1"><xf numFmtId="%d"' % number)
            new.writestr(name, content)
    bent.seek(0)
    cell = openpyxl.load_workbook(bent).active["A1"]
    print(number, "→", cell.number_format, type(cell.value).__name__, cell.value)
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
openpyxl 3.1.5
14 → mm-dd-yy datetime 2027-06-30 00:00:00
31 → General int 46568
58 → General int 46568
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
