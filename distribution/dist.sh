#!/usr/bin/env bash
# Packs the command, which must be built, for any machine with Java 17: distribution/target/pgslowlog-VERSION.tar.gz
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./files.sh

root="pgslowlog-$version"
rm -rf "target/$root"
install_program "target/$root/bin" "target/$root/share"
install -m 644 ../README.md ../CHANGELOG.md ../LICENSE ../NOTICE "target/$root"
tar -C target --sort=name --mtime="@$time" --owner=0 --group=0 --numeric-owner \
  -czf "target/$root.tar.gz" "$root"
rm -r "target/$root"
echo "distribution/target/$root.tar.gz"
