#!/usr/bin/env bash
# Makes a Debian package of the command, which must be built: distribution/target/pgslowlog_VERSION_all.deb
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. ./files.sh

# 0.2.0~SNAPSHOT is older than 0.2.0.
debian_version="${version/-/\~}"
root=target/deb
documents="$root/usr/share/doc/pgslowlog"
rm -rf "$root"
install_program "$root/usr/bin" "$root/usr/share"
gzip -9n "$root"/usr/share/man/man1/*.1
install -D -m 644 -t "$documents" debian/copyright ../NOTICE ../README.md
gzip -9nc ../CHANGELOG.md >"$documents/NEWS.md.gz"
{
  echo "pgslowlog ($debian_version) stable; urgency=medium"
  echo
  echo "  * See NEWS.md.gz."
  echo
  echo " -- The pgslowlog authors <pgslowlog@users.noreply.github.com>  $(LC_ALL=C date -u -R -d "@$time")"
} | gzip -9n >"$documents/changelog.gz"

mkdir "$root/DEBIAN"
size="$(du -k -s --apparent-size "$root/usr" | cut -f1)"
sed -e "s/@VERSION@/$debian_version/" -e "s/@SIZE@/$size/" debian/control >"$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod -R u=rwX,go=rX "$root"
export SOURCE_DATE_EPOCH="$time"
dpkg-deb --root-owner-group -Zgzip -z1 --build "$root" "target/pgslowlog_${debian_version}_all.deb" >/dev/null
rm -r "$root"
echo "distribution/target/pgslowlog_${debian_version}_all.deb"
