#!/bin/sh
# Makes a virtual environment with the peers: install.sh [FOLDER]. Does nothing where it is complete.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
venv=${1:-$here/../target/peers-venv}
done_mark=$venv/peers-requirements.txt

if [ -f "$done_mark" ] && cmp -s "$here/requirements.txt" "$done_mark"; then
  exit 0
fi
if [ ! -x "$venv/bin/python" ]; then
  python=${PYTHON:-python3}
  "$python" -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 12))' || {
    echo "peers: '$python' is $("$python" --version 2>&1), but TensorFlow 2.18 and torch 2.7.1 need" \
      "Python 3.10 to 3.12. Name one: PYTHON=python3.11 $0" >&2
    exit 3
  }
  echo "peers: making $venv" >&2
  "$python" -m venv "$venv"
fi
echo "peers: installing torch, TensorFlow and the peers: some 3.5 GB are fetched, 6.5 GB on disk," \
  "because torch's wheel for Linux brings CUDA's libraries." >&2
"$venv/bin/pip" install --progress-bar on -r "$here/requirements.txt" >&2 || {
  echo "peers: the packages could not be installed, see above. Without a network: fetch them where" \
    "there is one with 'pip download -r requirements.txt -d WHEELS', and run again with" \
    "PIP_NO_INDEX=1 PIP_FIND_LINKS=WHEELS." >&2
  exit 3
}
cp "$here/requirements.txt" "$done_mark"
