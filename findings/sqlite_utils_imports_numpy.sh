#!/usr/bin/env bash
# sqlite-utils 4.2.1: importing it imports numpy wherever numpy is installed, without a table or a number in sight.
#
# Guess: numpy is an optional helper of some feature and is imported when that feature is used.
# Truth: the module tries `import numpy` at its top, for the types of columns; a program that neither stores nor knows
# numpy arrays starts slower by the whole of numpy on a machine where something else brought it.
# For: whoever keeps a command line quick and lists what its start imports.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check sqlite-utils==4.2.1
look='import sys, sqlite_utils; print("numpy imported:", "numpy" in sys.modules)'
alone=$("$folder/venv/bin/python" -c "$look")
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check numpy==2.2.6
beside=$("$folder/venv/bin/python" -c "$look")
printf 'without numpy: %s\nwith numpy 2.2.6: %s\n' "$alone" "$beside"
[ "$alone" = "numpy imported: False" ] && [ "$beside" = "numpy imported: True" ]
