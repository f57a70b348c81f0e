# How Java runs pgslowlog, for both launchers: that of a checkout and the installed one.
#
# They set jar, cache (a folder for what Java remembers between runs, or nothing) and samples (the folder
# with the sample logs) and call run. The command's options for Java come from PGSLOWLOG_JAVA_OPTS.

java="${JAVA_HOME:+$JAVA_HOME/bin/}java"

# Classes as Java holds them in memory: a start with them takes half the time. They are good for one
# jar and one Java, which the name of the file tells apart by their sizes and times.
find_archive() {
  archive=
  [[ -n "$cache" ]] || return 0
  local sizes
  sizes="$(stat -L -c '%s-%Y' "$jar" "$(type -P "$java")" 2>/dev/null)" || return 0
  archive="$cache/classes-${sizes//[^0-9-]/-}.jsa"
}

# What a run over the sample logs loads; '=' has it read the command line by the library that reads
# all the less plain ones, too. Java trusts such a file, so one that is not whole is not kept; an
# empty one says that this Java makes none.
archive_classes() {
  local new="$archive.$$"
  local report="$new.json"
  rm -f "$cache"/classes-*
  (
    # What the user has configured is for his own runs.
    unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS ${!PGSLOWLOG_@}
    export PGSLOWLOG_CONFIG=
    "$java" -XX:+UseSerialGC -XX:ArchiveClassesAtExit="$new" \
      -jar "$jar" analyze -q --top=20 -o - -o "$report" \
      "$samples/shop/postgresql.log" "$samples/shop-rds/postgresql.log.gz" &&
      "$java" -XX:+UseSerialGC -XX:SharedArchiveFile="$new" -XX:+VerifySharedSpaces \
        -XX:-CreateCoredumpOnCrash -XX:ErrorFile=/dev/null -jar "$jar" --version
  ) >/dev/null 2>&1 || { rm -f "$new" && : >"$new"; }
  rm -f "$report"
  mv -f "$new" "$archive"
}

# Makes the archive on first use, where the folder can be written; else the start takes longer.
prepare_archive() {
  find_archive
  [[ -n "$archive" && ! -f "$archive" ]] || return 0
  check_java
  command -v flock >/dev/null || return 0
  [[ -d "$cache" ]] || (umask 077 && mkdir -p "$cache") 2>/dev/null || return 0
  [[ -w "$cache" ]] || return 0
  (
    flock 9
    [[ -f "$archive" ]] || archive_classes
  ) 9>"$cache/classes.lock" || true
}

# Bytes of all logs among the arguments, compressed ones as ten times their size. What comes through
# a pipe is most often short and counts as nothing. Only digits are read of what find prints: names
# are made by others, and shell arithmetic runs what stands in them.
log_bytes() {
  local argument total=0 size name paths=()
  for argument in "$@"; do
    if [[ "$argument" == - ]]; then
      [[ ! -f /dev/stdin ]] || paths+=(/dev/stdin)
    elif [[ -e "$argument" ]]; then
      paths+=("$argument")
    elif [[ "$argument" == *[*?[]* ]]; then
      while IFS= read -r name; do
        paths+=("$name")
      done < <(compgen -G "$argument" || true)
    fi
  done
  ((${#paths[@]} > 0)) || { echo 0 && return; }
  for argument in "${!paths[@]}"; do
    [[ "${paths[argument]}" == /* ]] || paths[argument]="./${paths[argument]}"
  done
  local compressed='.*\.(gz|tgz|bz2|xz|zst|lz4|zip|Z|br|sz|7z)'
  while read -r size; do
    [[ ! "$size" =~ ^[0-9]{1,17}$ ]] || total=$((total + 10#$size))
  done < <(find -L "${paths[@]}" -maxdepth 1 -regextype posix-extended -type f \
    \( -regex "$compressed" -printf '%s0\n' -o -printf '%s\n' \) 2>/dev/null || true)
  echo "$total"
}

# How Java compiles while it reads. Its optimizing compiler takes processors from the threads that
# read, and the code it profiles first is slow: with two processors it takes 7.4 s for 1 GB, and
# 3.4 s with the quick compiler alone. Beyond about 3 GB better code wins: 10.2 s for 4 GB against
# 11.2 s, where inlining is kept to small methods (3.9 s for 1 GB).
compiler_options() {
  if (($(log_bytes "$@") < 3000000000)); then
    options+=(-XX:TieredStopAtLevel=1)
  else
    options+=(-XX:FreqInlineSize=60)
  fi
}

# Megabytes of heap. 256 do for logs of any size; saved results are held as a whole, which takes
# three to four times the size of their files. 4096 at most: a large file may be a log.
heap_megabytes() {
  local argument saved=no megabytes=256 size
  for argument in "$@"; do
    case "$argument" in
      report | merge | explain) saved=yes ;;
      *.json)
        if [[ "$saved" == yes && -f "$argument" ]]; then
          size="$(stat -L -c '%s' -- "$argument" 2>/dev/null || echo 0)"
          megabytes=$((megabytes + size * 4 / 1000000))
        fi
        ;;
    esac
  done
  echo "$((megabytes < 4096 ? megabytes : 4096))"
}

# What Java cannot find out: who sees the output, and how wide a line may be there.
terminal_properties() {
  properties=()
  [[ ! -t 1 ]] || properties+=(-Dpgslowlog.output=true)
  [[ ! -t 2 ]] || properties+=(-Dpgslowlog.terminal=true)
  ((${#properties[@]} > 0)) || return 0
  local size columns="${COLUMNS:-}"
  if [[ -z "$columns" ]]; then
    size="$(stty size 2>/dev/null </dev/tty || true)"
    columns="${size##* }"
  fi
  [[ ! "$columns" =~ ^[1-9][0-9]{0,3}$ ]] || properties+=(-Dpgslowlog.columns="$columns")
}

# Without a locale, as in cron, Java opens no file whose name has other letters than those of ASCII.
use_utf8() {
  case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
  esac
}

# An older Java says it by a stack trace.
check_java() {
  local version
  version="$("$java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = //p')" || true
  [[ ! "$version" =~ ^[0-9] ]] || ((10#${version%%.*} >= 17)) || {
    echo "pgslowlog: $java is version $version; install a Java runtime, version 17 or later" \
      "(on Debian: apt install default-jre-headless), or set JAVA_HOME" >&2
    exit 1
  }
}

run() {
  type -P "$java" >/dev/null || {
    echo "pgslowlog: $java not found; install a Java runtime, version 17 or later" \
      "(on Debian: apt install default-jre-headless), or set JAVA_HOME" >&2
    exit 1
  }
  use_utf8
  prepare_archive
  terminal_properties
  options=(-XX:+UseSerialGC -XX:-UsePerfData)
  [[ -s "$archive" ]] && options+=(-Xshare:auto -XX:SharedArchiveFile="$archive"
    '-Xlog:cds*=off' '-Xlog:class+path*=off')
  # Who gives another bound of memory gives all of it.
  local given="${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-} ${PGSLOWLOG_JAVA_OPTS:-}"
  case "$given" in
    *-Xmx* | *HeapSize* | *MaxRAM*) ;;
    *) options+=(-Xms160m -Xmn40m -Xmx"$(heap_megabytes "$@")m") ;;
  esac
  case "$given" in
    *Tiered* | *CompilationMode* | *FreqInlineSize*) ;;
    *) compiler_options "$@" ;;
  esac
  exec "$java" "${options[@]}" ${properties[@]+"${properties[@]}"} ${PGSLOWLOG_JAVA_OPTS:-} -jar "$jar" "$@"
}
