#!/usr/bin/env bash
# charset-normalizer 3.5.3: a short Chinese title in GB18030 is told to be a Korean code page.
#
# Guess: from_bytes(...).best() of a plain Chinese sentence in the national encoding names gb18030, or nothing.
# Truth: a title with figures before it can be cp949, and the decoded text is other characters altogether, with no doubt told.
# For: whoever reads .txt files of Chinese offices: decode by a fixed order of plausible Chinese first.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check charset-normalizer==3.5.3
cat >"$folder/look.py" <<'PY'
import importlib.metadata

from charset_normalizer import from_bytes

print("charset-normalizer", importlib.metadata.version("charset-normalizer"))
for title in ("全县卫生健康工作会议讲话提纲", "2027年度重点任务分解表", "关于印发基层卫生服务能力提升方案的通知"):
    best = from_bytes(title.encode("gb18030")).best()
    print(title, "→", best and best.encoding, str(best)[:8] if best else "")
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
charset-normalizer 3.5.3
全县卫生健康工作会议讲话提纲 → gb18030 全县卫生健康工作
2027年度重点任务分解表 → cp949 2027쾨똑路듐
关于印发基层卫生服务能力提升方案的通知 → gb18030 关于印发基层卫生
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
