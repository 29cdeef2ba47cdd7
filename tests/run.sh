#!/usr/bin/env bash
# Runs every test. Installs what the tests need and lack where it can (Debian, as root), else says what to install.
# Ends with one plain line: "N passed, N failed", and ", N skipped" where any was. Exit code 0 when none failed.
set -u
cd "$(dirname "$0")/.."

install() { # what the tests need it for, package
  if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
    echo "Installing $2 for the $1 tests"
    { apt-get install -y -qq "$2" || { apt-get update -qq && apt-get install -y -qq "$2"; }; } >/dev/null || echo "$2 could not be installed."
  else
    echo "The $1 tests need your distribution's package '$2': install it."
  fi
}
command -v chromium >/dev/null || [ -x /usr/bin/chromium ] || install browser chromium
/usr/bin/python3 -c "import aiosmtpd" 2>/dev/null || python3 -c "import aiosmtpd" 2>/dev/null || install mail python3-aiosmtpd

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
echo "Building"
if ! dotnet build ImprovementSuite.sln -nologo -v quiet -clp:ErrorsOnly; then
  echo "0 passed, 1 failed"
  exit 1
fi

# One after the other: the end-to-end tests start real processes and want the machine for themselves.
broken=0
for project in ImprovementSuite.Tests ImprovementSuite.EndToEnd; do
  echo "Testing $project"
  dotnet test "tests/$project" --no-build -nologo -v quiet --logger "console;verbosity=minimal" --logger "trx;LogFileName=$project.trx" --results-directory "$results" --blame-hang-timeout 10m || true
  [ -f "$results/$project.trx" ] || broken=$((broken + 1))
done

count() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o "$1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{s += $1} END {print s + 0}'; }
total=$(count total)
passed=$(count passed)
executed=$(count executed)
failed=$((executed - passed + broken))
skipped=$((total - executed))
line="$passed passed, $failed failed"
[ "$skipped" -gt 0 ] && line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
