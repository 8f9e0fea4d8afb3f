#!/usr/bin/env bash
# selectolax 1.0.2 (Lexbor): bytes are read as UTF-8 whatever the page says of its charset.
#
# Guess: given bytes, the parser follows <meta charset="gb2312"> as a browser does.
# Truth: the title comes out as replacement characters; decode first, gb2312 as gb18030.
# For: whoever reads saved pages of Chinese offices.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check selectolax==1.0.2
cat >"$folder/look.py" <<'PY'
import importlib.metadata

from selectolax.lexbor import LexborHTMLParser

print("selectolax", importlib.metadata.version("selectolax"))
page = '<html><head><meta charset="gb2312"><title>工作要点</title></head></html>'
for name, given in (("bytes", page.encode("gb18030")), ("text", page)):
    title = LexborHTMLParser(given).css_first("title").text()
    print(name, "→", title.count("\ufffd"), "replacement characters,", "工作要点" in title)
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
selectolax 1.0.2
bytes → 6 replacement characters, False
text → 0 replacement characters, True
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
