#!/usr/bin/env bash
# Writes the log to measure with: generate.sh MB [FORMAT [FILE [MORE OPTIONS]]].
# FORMAT is stderr, csvlog, jsonlog or syslog; FILE is - for standard output, by default a file
# under benchmarks/target. Needs a JDK only. MB counts the events as text on stderr, so that every
# format tells the same events.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
mb="${1:?megabytes}"
format="${2:-stderr}"
case "$format" in
  stderr) extension=log ;;
  csvlog) extension=csv ;;
  jsonlog) extension=json ;;
  *) extension="$format" ;;
esac
file="${3:-$here/target/bench-$mb.$extension}"
shift "$(($# < 3 ? $# : 3))"

sources="$here/src/main/java/io/github/pgslowlog/benchmarks/generator"
classes="$here/target/generator"
java="${JAVA_HOME:+$JAVA_HOME/bin/}"
if [[ ! -d "$classes" || -n "$(find "$sources" -newer "$classes" -print -quit)" ]]; then
  rm -rf "$classes" "$classes.part"
  mkdir -p "$classes.part"
  # package-info.java names an annotation that only the checks of the build need.
  "${java}javac" -encoding UTF-8 -d "$classes.part" \
    $(find "$sources" -name '*.java' ! -name package-info.java)
  mv "$classes.part" "$classes"
fi
exec "${java}java" -Xmx256m -XX:+UseSerialGC -cp "$classes" \
  io.github.pgslowlog.benchmarks.generator.LogGenerator \
  --mb "$mb" --format "$format" "$@" "$file"
