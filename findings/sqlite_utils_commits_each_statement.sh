#!/usr/bin/env bash
# sqlite-utils 4.2.1: statements run by execute() are committed at once, and the connection as a context manager
# undoes nothing.
#
# Guess: `with db.conn:` around two inserts by db.execute() is a transaction, as with the standard sqlite3 module; an
# exception between them takes the first one back.
# Truth: the first insert is in the file before the second runs. db.atomic() is the transaction.
# For: whoever stores several rows that belong together.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sqlite-utils==4.2.1
cat >"$folder/look.py" <<'PY'
import importlib.metadata
import pathlib
import tempfile

import sqlite_utils

print("sqlite-utils", importlib.metadata.version("sqlite-utils"))


def left_after(transaction):
    db = sqlite_utils.Database(pathlib.Path(tempfile.mkdtemp()) / "plans.db")
    db["task"].create({"name": str})
    try:
        with transaction(db):
            db.execute("insert into task values ('体检')")
            raise RuntimeError("the second insert fails")
    except RuntimeError:
        pass
    return [row["name"] for row in db["task"].rows]


print("with db.conn:", left_after(lambda db: db.conn))
print("with db.atomic():", left_after(lambda db: db.atomic()))
PY
seen=$("$folder/venv/bin/python" "$folder/look.py")
expected=$(cat <<'TEXT'
sqlite-utils 4.2.1
with db.conn: ['体检']
with db.atomic(): []
TEXT
)
printf '%s\n' "$seen"
[ "$seen" = "$expected" ] || { echo "changed: expected" >&2; printf '%s\n' "$expected" >&2; exit 1; }
