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
man=target/man
completions=target/completions

# Man pages (*.1) and completions (pgslowlog for bash, _pgslowlog for zsh): the command prints them.
make_pages() {
  rm -rf "$man" "$completions"
  mkdir -p "$man" "$completions"
  java -jar "$jar" manual -o "$man" >/dev/null
  java -jar "$jar" completion bash >"$completions/pgslowlog"
  java -jar "$jar" completion zsh >"$completions/_pgslowlog"
}

# install_program BIN SHARE: the two folders that bin and share are
install_program() {
  local bin="$1" share="$2"
  install -D -m 755 pgslowlog "$bin/pgslowlog"
  install -D -m 644 "$jar" "$share/pgslowlog/pgslowlog.jar"
  install -D -m 644 run.sh "$share/pgslowlog/run.sh"
  install -D -m 644 -t "$share/pgslowlog/samples/shop" \
    ../samples/shop/{postgresql.log,schema.sql,statistics.sql}
  install -D -m 644 -t "$share/pgslowlog/samples/shop-rds" ../samples/shop-rds/postgresql.log.gz
  make_pages
  install -D -m 644 -t "$share/man/man1" "$man"/*.1
  install -D -m 644 -t "$share/bash-completion/completions" "$completions/pgslowlog"
  install -D -m 644 -t "$share/zsh/vendor-completions" "$completions/_pgslowlog"
}
