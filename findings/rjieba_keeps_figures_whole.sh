#!/usr/bin/env bash
# rjieba 0.2.2 against jieba 0.42.1: the same dictionary, other words where digits meet marks.
#
# Guess: a port of jieba cuts the same words, so that an index made with one can be asked with the other.
# Truth: a range of years and an outline number stay whole in one and are cut in the other.
# For: whoever swaps the two: cut at the marks first, or rebuild the index.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check rjieba==0.2.2 jieba==0.42.1 setuptools==75.1.0
cat >"$folder/look.py" <<'PY'
import importlib.metadata
import logging

import jieba
import rjieba

jieba.setLogLevel(logging.ERROR)
print(*(f"{name} {importlib.metadata.version(name)}" for name in ("rjieba", "jieba")), sep=", ")
for text in ("2026-2030年规划", "3.0T磁共振", "见1.2.3款", "“十四五”和“十五五”"):
    print(text, "|", " ".join(rjieba.cut(text)), "|", " ".join(jieba.cut(text)))
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
rjieba 0.2.2, jieba 0.42.1
2026-2030年规划 | 2026-2030 年 规划 | 2026 - 2030 年 规划
3.0T磁共振 | 3.0T 磁共振 | 3.0 T 磁共振
见1.2.3款 | 见 1.2.3 款 | 见 1.2 . 3 款
“十四五”和“十五五” | “ 十四五 ” 和 “ 十五 五 ” | “ 十四五 ” 和 “ 十五 五 ”
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
