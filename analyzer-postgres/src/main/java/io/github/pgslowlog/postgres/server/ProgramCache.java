package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the unpacked programs of the server from run to run, in {@code pgslowlog} below the user's
 * cache folder. Programs of a folder that others own or may write are not run.
 */
final class ProgramCache {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramCache.class);
  private static final String UNPACKING = "unpacking-";

  private final Path folder;
  private final UserPrincipal user;

  ProgramCache(Path cacheFolder, UserPrincipal user) {
    this.folder = cacheFolder.resolve("pgslowlog");
    this.user = user;
  }

  /**
   * The folder with {@code bin}, {@code lib} and {@code share}; unpacked if it was not there.
   *
   * @return empty if the cache cannot be used
   */
  Optional<Path> programs(Platform platform, ProgramArchive archive) {
    try {
      Files.createDirectories(folder.getParent());
      makeOwn(folder);
      if (!isOwn(folder)) {
        LOG.info("{} is not only ours: the programs are unpacked for this run alone", folder);
        return Optional.empty();
      }
      String name =
          "postgresql-" + platform.system() + "-" + platform.processor() + "-" + archive.identity();
      Path programs = folder.toRealPath().resolve(name);
      if (!isComplete(programs)) {
        unpack(archive, programs);
      }
      return Optional.of(programs);
    } catch (IOException e) {
      LOG.info(
          "{} cannot be used ({}): the programs are unpacked for this run alone",
          folder,
          e.toString());
      return Optional.empty();
    }
  }

  private static void makeOwn(Path folder) throws IOException {
    try {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (FileAlreadyExistsException e) {
      // It is looked at next.
    }
  }

  private boolean isOwn(Path path) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isDirectory()
        && attributes.owner().equals(user)
        && !attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
        && !attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
  }

  /** A cleaner of caches may have taken some files; then all are unpacked once more. */
  private boolean isComplete(Path programs) throws IOException {
    Path inventory = inventory(programs);
    return Files.isDirectory(programs, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(inventory, LinkOption.NOFOLLOW_LINKS)
        && Files.readString(inventory).equals(inventoryOf(programs));
  }

  private void unpack(ProgramArchive archive, Path programs) throws IOException {
    try (LockedFolder workplace = LockedFolder.create(folder, UNPACKING)) {
      workplace.removeLeftovers(leftover -> {});
      Path fresh = Files.createDirectory(workplace.path().resolve("programs"));
      archive.unpack(fresh);
      Files.writeString(inventory(fresh), inventoryOf(fresh));
      if (Files.exists(programs) && !isComplete(programs)) {
        Files.move(programs, workplace.path().resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(fresh, programs, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!isComplete(programs)) {
        throw e;
      }
      // Another run was faster.
    }
  }

  private static Path inventory(Path programs) {
    return programs.resolve(".inventory");
  }

  /** Number and bytes of the files in the three folders. */
  private static String inventoryOf(Path programs) throws IOException {
    long count = 0;
    long bytes = 0;
    try (Stream<Path> files =
        Files.find(
            programs,
            Integer.MAX_VALUE,
            (path, attributes) -> attributes.isRegularFile() || attributes.isSymbolicLink())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!file.equals(inventory(programs))) {
          count++;
          bytes +=
              Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                  .size();
        }
      }
    }
    return count + " files, " + bytes + " bytes\n";
  }
}
