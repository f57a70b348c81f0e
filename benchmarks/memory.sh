#!/usr/bin/env bash
# Shows that memory is bounded: a long stream, one endless line and a million patterns, each read
# with a heap of 96 MB. Usage: memory.sh [GB]; the stream has 10 GB by default. Prints the peak
# memory of each run, its notices and what its report says of coverage.
# Needs a JDK and GNU time (apt-get install -y time).
set -euo pipefail
export LC_ALL=C

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
pgslowlog="${PGSLOWLOG:-$here/../pgslowlog}"
work="$here/target"
gb="${1:-10}"
failed=0

[[ -x /usr/bin/time ]] || { echo "memory.sh: /usr/bin/time not found: apt-get install -y time" >&2; exit 1; }

# analyze NAME: reads the log from standard input.
analyze() {
  local status=0
  echo "== $1"
  JAVA_TOOL_OPTIONS=-Xmx96m /usr/bin/time -f '%e s, CPU %U s, peak %M KB' -o "$work/memory.time" \
    "$pgslowlog" analyze --top 1 - >"$work/memory.out" 2>"$work/memory.err" || status=$?
  tail -1 "$work/memory.time"
  grep -v '^Picked up' "$work/memory.err" | tr '\r' '\n' | tail -5 || true
  sed -n '/^Coverage/,/^Patterns/p' "$work/memory.out" | sed '1,2d;$d'
  # 3: done, but something was skipped; the notices above say what.
  if [[ "$status" != 0 && "$status" != 3 ]]; then
    echo "FAILED: status $status"
    return 1
  fi
}

endless_line() {
  "$here/generate.sh" 1 stderr -
  printf "2026-11-20 09:30:00.000 UTC [4242] web@shop/app LOG:  duration: 1.000 ms  statement: SELECT '"
  head -c 2147483648 /dev/zero | tr '\0' x
  printf "'\n"
  "$here/generate.sh" 1 stderr - --seed 2
}

mkdir -p "$work"
"$pgslowlog" --version >/dev/null
"$here/generate.sh" 1 stderr /dev/null
endless_line | analyze 'a line of 2 GB between two logs of 1 MB' || failed=1
"$here/generate.sh" 2500 stderr - --patterns 1000000 | analyze 'a million patterns' || failed=1
"$here/generate.sh" "$((gb * 1000))" stderr - | analyze "a stream of $gb GB" || failed=1
exit "$failed"
