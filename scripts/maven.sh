#!/usr/bin/env bash
# Starts the installed Maven on JDK 25 from the repository's root with the arguments given.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/scripts/find-jdk.sh"
require_jdk || exit $?
require_maven || exit $?
cd "$root"
if [ "${CI:-}" = true ]; then
  case " $* " in
    *golden.update*) echo "golden files are not rewritten with CI=true" >&2; exit 2 ;;
  esac
fi
JAVA_HOME=$JDK exec mvn -B -ntp "$@"
