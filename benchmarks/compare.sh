#!/usr/bin/env bash
# Measures whole runs side by side: reading alone, pgslowlog on every format, pgBadger.
# Usage: compare.sh [MB [ROUNDS]]; 1000 MB and 3 rounds by default. BADGER_MB=100 is the size of
# the log for pgBadger, 0 leaves it out. PGSLOWLOG is the command, by default that of this checkout.
# Needs a JDK, GNU time (apt-get install -y time) and, for the comparison, pgBadger (apt-get install
# -y pgbadger).
set -euo pipefail
export LC_ALL=C

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
pgslowlog="${PGSLOWLOG:-$here/../pgslowlog}"
work="$here/target"
mb="${1:-1000}"
rounds="${2:-3}"
badger_mb="${BADGER_MB:-100}"
results="$work/compare.tsv"

[[ -x /usr/bin/time ]] || { echo "compare.sh: /usr/bin/time not found: apt-get install -y time" >&2; exit 1; }

# A log of that size and format; made if it is missing.
log() {
  local file="$work/bench-$1.$3"
  if [[ ! -f "$file" ]]; then
    "$here/generate.sh" "$1" "$2" "$file.part" >&2 || return
    mv "$file.part" "$file"
  fi
  echo "$file"
}

# measure NAME FILE COMMAND: a line of wall seconds, CPU seconds and peak memory in KB.
measure() {
  /usr/bin/time -f '%e %U %S %M' -o "$work/compare.time" bash -c "$3" >"$work/compare.out" 2>&1 || {
    echo "compare.sh: failed: $3" >&2
    tail -5 "$work/compare.out" >&2
    exit 1
  }
  local bytes=0
  [[ -z "$2" ]] || bytes="$(stat -c %s "$2")"
  tail -1 "$work/compare.time" |
    awk -v name="$1" -v bytes="$bytes" '{ print name "\t" $1 "\t" $2 + $3 "\t" $4 "\t" bytes }' >>"$results"
}

machine() {
  echo "$(date -u +%F), $(nproc) x $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)," \
    "$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 's/.*Runtime Environment //p')"
  echo "load before: $(cut -d' ' -f1-3 /proc/loadavg)"
}

mkdir -p "$work"
: >"$results"
"$pgslowlog" --version >/dev/null
stderr="$(log "$mb" stderr log)"
csv="$(log "$mb" csvlog csv)"
json="$(log "$mb" jsonlog json)"
small="$(log 1 stderr log)"
if [[ ! -f "$stderr.gz" ]]; then
  gzip -6 -c "$stderr" >"$stderr.gz.part"
  mv "$stderr.gz.part" "$stderr.gz"
fi
badger=
if [[ "$badger_mb" != 0 ]]; then
  if command -v pgbadger >/dev/null; then
    badger="$(log "$badger_mb" stderr log)"
  else
    echo "compare.sh: pgbadger not found, left out: apt-get install -y pgbadger" >&2
  fi
fi
jobs=
if "$pgslowlog" analyze --help | grep -e '--jobs' >/dev/null; then
  jobs=yes
fi

cat "$stderr" "$csv" "$json" "$small" "$stderr.gz" ${badger:+"$badger"} >/dev/null
machine
for ((round = 1; round <= rounds; round++)); do
  echo "round $round of $rounds ..." >&2
  measure 'cat | wc -l' "$stderr" "cat '$stderr' | wc -l"
  measure "grep -c 'duration: '" "$stderr" "grep -c 'duration: ' '$stderr'"
  measure 'pgslowlog stderr' "$stderr" "'$pgslowlog' analyze -q '$stderr'"
  [[ -z "$jobs" ]] || measure 'pgslowlog stderr, 1 job' "$stderr" "'$pgslowlog' analyze -q --jobs 1 '$stderr'"
  measure 'pgslowlog csvlog' "$csv" "'$pgslowlog' analyze -q '$csv'"
  measure 'pgslowlog jsonlog' "$json" "'$pgslowlog' analyze -q '$json'"
  measure 'gzip -dc | wc -l' "$stderr" "gzip -dc '$stderr.gz' | wc -l"
  measure 'pgslowlog gz' "$stderr" "'$pgslowlog' analyze -q '$stderr.gz'"
  measure 'pgslowlog 1 MB' "$small" "'$pgslowlog' analyze -q '$small'"
  measure 'pgslowlog --help' '' "'$pgslowlog' --help"
  if [[ -n "$badger" && "$round" == 1 ]]; then
    echo "pgBadger on $badger_mb MB ..." >&2
    for j in 1 "$(nproc)"; do
      measure "pgbadger -j $j" "$badger" \
        "pgbadger -q -j $j -f stderr -p '%m [%p] %q%u@%d/%a ' -o '$work/compare.html' '$badger'"
    done
  fi
done

# The table, then the targets; ratios are of medians.
awk -F'\t' '
  function median(list, n,    i, j, t, v) {
    n = split(list, v, " ")
    for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j] + 0 < v[j - 1] + 0; j--) { t = v[j]; v[j] = v[j - 1]; v[j - 1] = t }
    best = v[1]
    return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
  }
  function goal(text, value, limit, atLeast) {
    printf "%-58s %8.2f  %s %6.2f  %s\n", text, value, atLeast ? ">=" : "<=", limit,
      (atLeast ? value >= limit : value <= limit) ? "reached" : "missed"
  }
  !($1 in walls) { order[++count] = $1 }
  { walls[$1] = walls[$1] " " $2; cpus[$1] = cpus[$1] " " $3; bytes[$1] = $5; if ($4 > memory[$1]) memory[$1] = $4 }
  END {
    printf "\n%-26s %8s %8s %8s %8s %8s %8s\n", "", "best s", "median s", "CPU s", "MB/s", "x grep", "RSS MB"
    for (i = 1; i <= count; i++) { wall[order[i]] = median(walls[order[i]]); if (wall[order[i]] <= 0) wall[order[i]] = 0.01; low[order[i]] = best }
    grep = wall["grep -c \047duration: \047"]
    for (i = 1; i <= count; i++) {
      name = order[i]
      rate[name] = bytes[name] / 1e6 / wall[name]
      printf "%-26s %8.2f %8.2f %8.2f", name, low[name], wall[name], median(cpus[name])
      if (bytes[name] > 2e6) printf " %8.1f", rate[name]; else printf " %8s", "-"
      if (bytes[name] == bytes["pgslowlog stderr"]) printf " %8.2f", wall[name] / grep; else printf " %8s", "-"
      printf " %8.0f\n", memory[name] / 1024
    }
    print ""
    goal("stderr: times the wall time of grep", wall["pgslowlog stderr"] / grep, 4, 0)
    goal("csvlog: rate by that of stderr", rate["pgslowlog csvlog"] / rate["pgslowlog stderr"], 0.5, 1)
    goal("jsonlog: rate by that of stderr", rate["pgslowlog jsonlog"] / rate["pgslowlog stderr"], 0.5, 1)
    goal("gz: times the wall time of gzip -dc | wc -l", wall["pgslowlog gz"] / wall["gzip -dc | wc -l"], 1.3, 0)
    for (i = 1; i <= count; i++) if (order[i] ~ /^pgbadger/)
      goal("stderr: rate by that of " order[i], rate["pgslowlog stderr"] / rate[order[i]], 100, 1)
    for (i = 1; i <= count; i++) if (order[i] ~ /^pgslowlog/ && memory[order[i]] > most) most = memory[order[i]]
    goal("peak memory of any run of pgslowlog, MB", most / 1024, 400, 0)
    goal("--help: seconds", wall["pgslowlog --help"], 0.45, 0)
    goal("log of 1 MB: seconds", wall["pgslowlog 1 MB"], 1.2, 0)
  }' "$results"
echo "load after: $(cut -d' ' -f1-3 /proc/loadavg)"
