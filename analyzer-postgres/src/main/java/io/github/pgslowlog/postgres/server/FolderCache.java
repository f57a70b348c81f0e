package io.github.pgslowlog.postgres.server;

import io.github.pgslowlog.diagnostics.AnalyzerException;
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
 * Keeps folders that take time to make, from run to run, in {@code pgslowlog} below the user's
 * cache folder. What is in a folder that others own or may write to is not used.
 */
final class FolderCache {
  private static final Logger LOG = LoggerFactory.getLogger(FolderCache.class);
  private static final String WORKPLACE = "making-";

  private final Path folder;
  private final UserPrincipal user;

  FolderCache(Path cacheFolder, UserPrincipal user) {
    this.folder = cacheFolder.resolve("pgslowlog");
    this.user = user;
  }

  /** Fills a folder. */
  interface Maker {
    /**
     * Fills it.
     *
     * @param workplace a folder that is removed afterwards
     * @param fresh the empty folder in it that is to be filled
     */
    void fill(Path workplace, Path fresh) throws IOException, InterruptedException;
  }

  /**
   * A folder, made if it was not there.
   *
   * @return empty if the cache cannot be used, or the folder cannot be made in it
   */
  Optional<Path> folder(String name, Maker maker) throws InterruptedException {
    try {
      Files.createDirectories(folder.getParent());
      makeOwn(folder);
      if (!isOwn(folder)) {
        LOG.info("{} is not only ours, so nothing is kept in it", folder);
        return Optional.empty();
      }
      Path cached = folder.toRealPath().resolve(name);
      if (!isComplete(cached)) {
        make(maker, cached);
      }
      return Optional.of(cached);
    } catch (IOException | AnalyzerException e) {
      LOG.info("nothing is kept in {}: {}", folder, e.toString());
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

  /** A cleaner of caches may have taken some files; then all are made once more. */
  private boolean isComplete(Path cached) throws IOException {
    Path inventory = inventory(cached);
    return Files.isDirectory(cached, LinkOption.NOFOLLOW_LINKS)
        && Files.isRegularFile(inventory, LinkOption.NOFOLLOW_LINKS)
        && Files.readString(inventory).equals(inventoryOf(cached));
  }

  private void make(Maker maker, Path cached) throws IOException, InterruptedException {
    try (LockedFolder workplace = LockedFolder.create(folder, WORKPLACE)) {
      workplace.removeLeftovers(leftover -> {});
      Path fresh = Files.createDirectory(workplace.path().resolve("fresh"));
      maker.fill(workplace.path(), fresh);
      Files.writeString(inventory(fresh), inventoryOf(fresh));
      if (Files.exists(cached) && !isComplete(cached)) {
        Files.move(cached, workplace.path().resolve("damaged"), StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(fresh, cached, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!isComplete(cached)) {
        throw e;
      }
      // Another run was faster.
    }
  }

  private static Path inventory(Path folder) {
    return folder.resolve(".inventory");
  }

  /** Number and bytes of the files in it. */
  private static String inventoryOf(Path folder) throws IOException {
    long count = 0;
    long bytes = 0;
    try (Stream<Path> files =
        Files.find(
            folder,
            Integer.MAX_VALUE,
            (path, attributes) -> attributes.isRegularFile() || attributes.isSymbolicLink())) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (!file.equals(inventory(folder))) {
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
