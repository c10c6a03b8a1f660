#!/bin/sh
# Compares with Python: run.sh [--venv FOLDER] [OPTIONS]; run.sh --help tells all of them.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
venv=$here/../target/peers-venv
if [ "${1:-}" = --venv ]; then
  [ $# -ge 2 ] || {
    echo "peers: --venv needs a folder." >&2
    exit 2
  }
  venv=$2
  shift 2
fi
case " $* " in
  *" --help "* | *" -h "*) ;;
  *) "$here/install.sh" "$venv" ;;
esac
python=$venv/bin/python
[ -x "$python" ] || python=${PYTHON:-python3}
PYTHONPATH=$here exec "$python" -m sidebyside "$@"
