package io.github.pgslowlog.postgres.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of a server as a tar archive, compressed with xz. Nothing is written but files,
 * folders and links below the target.
 */
final class ProgramArchive {
  /** Largest sum of the files; those of 18.6 have 60 MB on Linux and 190 MB on macOS. */
  static final long MAX_BYTES = 1L << 30;

  /** Memory for the decompressor; the archives need 65 MiB. */
  private static final int MAX_MEMORY_KIB = 160 << 10;

  private final URL location;

  ProgramArchive(URL location) {
    this.location = location;
  }

  /**
   * Tells this archive from one of another release: its CRC-32, which a jar knows without the
   * archive being read.
   */
  String identity() throws IOException {
    URLConnection connection = location.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return hexadecimal(jar.getJarEntry().getCrc());
    }
    CRC32 sum = new CRC32();
    try (InputStream in = new CheckedInputStream(connection.getInputStream(), sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return hexadecimal(sum.getValue());
  }

  private static String hexadecimal(long sum) {
    return String.format(Locale.ROOT, "%08x", sum);
  }

  /** Unpacks everything into a folder that exists. */
  void unpack(Path target) throws IOException {
    try (InputStream in = location.openStream();
        XZInputStream xz = new XZInputStream(new BufferedInputStream(in), MAX_MEMORY_KIB);
        TarArchiveInputStream tar = new TarArchiveInputStream(xz, "UTF-8")) {
      long left = MAX_BYTES;
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        left -= entry.getSize();
        if (left < 0) {
          throw new IOException(location + " holds more than " + MAX_BYTES + " bytes");
        }
        unpack(entry, tar, target);
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    Path path = below(target, target.resolve(entry.getName()), entry);
    checkNotBehindLink(target, path, entry);
    if (entry.isDirectory()) {
      makeFolder(path);
      return;
    }
    makeFolder(Objects.requireNonNull(path.getParent()));
    if (entry.isSymbolicLink()) {
      Path destination = Path.of(entry.getLinkName());
      below(target, path.resolveSibling(destination), entry);
      Files.createSymbolicLink(path, destination);
    } else if (entry.isLink()) {
      Path existing = below(target, target.resolve(entry.getLinkName()), entry);
      checkNotBehindLink(target, existing, entry);
      Files.createLink(path, existing);
    } else if (entry.isFile() && !isDevice(entry)) {
      Files.copy(content, path);
      Files.setPosixFilePermissions(path, permissions(entry.getMode()));
    } else {
      throw new IOException("the archive's " + entry.getName() + " is neither file nor link");
    }
  }

  private static boolean isDevice(TarArchiveEntry entry) {
    return entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
  }

  /** A link may point to where another link leads out, so nothing is made behind links at all. */
  private static void checkNotBehindLink(Path target, Path path, TarArchiveEntry entry)
      throws IOException {
    Path above = path.getParent();
    while (above != null && above.startsWith(target) && !above.equals(target)) {
      if (Files.isSymbolicLink(above)) {
        throw new IOException("the archive's " + entry.getName() + " is behind a link");
      }
      above = above.getParent();
    }
  }

  /** Whatever this process leaves to others by default (umask). */
  private static void makeFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, permissions(0100));
    }
  }

  private static Path below(Path target, Path path, TarArchiveEntry entry) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(target)) {
      throw new IOException("the archive's " + entry.getName() + " leads out of its folder");
    }
    return normal;
  }

  /** Everybody may read, and run what its owner may run; nobody else may write. */
  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions =
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    if ((mode & 0100) != 0) {
      permissions.add(PosixFilePermission.OWNER_EXECUTE);
      permissions.add(PosixFilePermission.GROUP_EXECUTE);
      permissions.add(PosixFilePermission.OTHERS_EXECUTE);
    }
    return permissions;
  }
}
