#!/usr/bin/env bash
# pypinyin 0.55.0: the 长 of 长护险 and 长效 is read zhang (to grow), that of 长期 chang (long); 血 changes with the word.
#
# Guess: words of the field that all mean "long-term" share a reading, and 献血, 采血, 输血 share one of 血.
# Truth: each depends on the phrase table.
# For: whoever matches homophones or questions typed in pinyin: a word of the field needs its own reading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pypinyin==0.55.0
cat >"$folder/look.py" <<'PY'
import importlib.metadata

from pypinyin import lazy_pinyin

print("pypinyin", importlib.metadata.version("pypinyin"))
for word in ("长期护理", "长护险", "长效机制", "长三角", "献血", "采血", "输血", "大夫"):
    print(word, " ".join(lazy_pinyin(word)))
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
pypinyin 0.55.0
长期护理 chang qi hu li
长护险 zhang hu xian
长效机制 zhang xiao ji zhi
长三角 zhang san jiao
献血 xian xie
采血 cai xie
输血 shu xue
大夫 da fu
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
