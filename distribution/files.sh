# What is installed where; for dist.sh and deb.sh, which run in this folder.

jars=(../analyzer-cli/target/analyzer-cli-*-all.jar)
[[ ${#jars[@]} == 1 && -f "${jars[0]}" ]] || {
  echo "expected one jar, found ${jars[*]}; run: mvn clean package" >&2
  exit 1
}
jar="${jars[0]}"
version="${jar##*/analyzer-cli-}"
version="${version%-all.jar}"
# The time of the sources, so that equal sources give equal files.
time="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y "$jar")}"
# Where the build leaves man pages (*.1) and completions (pgslowlog for bash, _pgslowlog for zsh).
man=../analyzer-cli/target/man
completions=../analyzer-cli/target/completions

# install_program BIN SHARE: the two folders that bin and share are
install_program() {
  local bin="$1" share="$2"
  install -D -m 755 pgslowlog "$bin/pgslowlog"
  install -D -m 644 "$jar" "$share/pgslowlog/pgslowlog.jar"
  install -D -m 644 run.sh "$share/pgslowlog/run.sh"
  install -D -m 644 -t "$share/pgslowlog/samples/shop" \
    ../samples/shop/{postgresql.log,schema.sql,statistics.sql}
  install -D -m 644 -t "$share/pgslowlog/samples/shop-rds" ../samples/shop-rds/postgresql.log.gz
  install_if_made "$share/man/man1" "$man"/*.1
  install_if_made "$share/bash-completion/completions" "$completions/pgslowlog"
  install_if_made "$share/zsh/vendor-completions" "$completions/_pgslowlog"
}

install_if_made() {
  local folder="$1" file
  shift
  for file in "$@"; do
    [[ ! -f "$file" ]] || install -D -m 644 -t "$folder" "$file"
  done
}
