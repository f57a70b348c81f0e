package io.github.pgslowlog.postgres.server;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A folder of one run, 0700, with a file in it that the run keeps locked. The system releases the
 * lock when the process ends, in whichever way, and so a later run can tell what was left behind.
 *
 * <p>The folder gets its name after it was locked, so there is never one of that name that is about
 * to be locked; and one without the file is about to be removed.
 */
final class LockedFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  /**
   * The folders of this process. Their locks must not be tried: to close the file once more would
   * release a lock of the same process.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path parent;
  private final String prefix;
  private final Path path;
  private final FileChannel lock;

  private LockedFolder(Path parent, String prefix, Path path, FileChannel lock) {
    this.parent = parent;
    this.prefix = prefix;
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes a folder.
   *
   * @throws AnalyzerException if there is no place for it
   */
  static LockedFolder create(Path parent, String prefix) {
    try {
      Path real = parent.toRealPath();
      Path fresh = Files.createTempDirectory(real, "new-" + prefix);
      Path path = real.resolve(fresh.getFileName().toString().substring("new-".length()));
      return new LockedFolder(real, prefix, path, lockAndRename(fresh, path));
    } catch (IOException e) {
      throw StartFailure.because(
          "to make a folder in " + parent,
          e,
          "it has to exist, to be writable and to have room for some 100 MB;"
              + " choose another with -Djava.io.tmpdir=FOLDER");
    }
  }

  private static FileChannel lockAndRename(Path fresh, Path name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            fresh.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    OWN.add(name);
    try {
      FileLock held = channel.tryLock();
      if (held == null) {
        throw new IOException(fresh.resolve(LOCK) + " is locked by somebody else");
      }
      Files.move(fresh, name, StandardCopyOption.ATOMIC_MOVE);
      return channel;
    } catch (IOException e) {
      OWN.remove(name);
      channel.close();
      FolderRemoval.remove(fresh);
      throw e;
    }
  }

  /**
   * Removes what runs of the same user have left behind beside this folder. Failure is of no
   * account: the next run tries again.
   *
   * @param before what to do with a folder before it is removed
   */
  void removeLeftovers(Consumer<Path> before) {
    UserPrincipal user = user();
    for (Path folder : siblings()) {
      try {
        if (isOf(user, folder) && !OWN.contains(folder)) {
          removeUnlessLocked(folder, before);
        }
      } catch (IOException e) {
        // Others know more of it than we do.
      }
    }
  }

  private List<Path> siblings() {
    List<Path> siblings = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
      folders.forEach(siblings::add);
    } catch (IOException | DirectoryIteratorException e) {
      // Those found so far will do.
    }
    return siblings;
  }

  private static boolean isOf(UserPrincipal user, Path folder) throws IOException {
    return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user);
  }

  private static void removeUnlessLocked(Path folder, Consumer<Path> before) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock held = channel.tryLock()) {
      if (held == null) {
        return;
      }
    } catch (NoSuchFileException e) {
      // Somebody was removing it.
    } catch (OverlappingFileLockException e) {
      return;
    }
    before.accept(folder);
    FolderRemoval.remove(folder);
  }

  Path path() {
    return path;
  }

  /** The user this process runs as, told by a file it made: names and numbers of users differ. */
  UserPrincipal user() {
    try {
      return Files.getOwner(path.resolve(LOCK));
    } catch (IOException e) {
      throw StartFailure.because("to read the owner of " + path, e, "is the disk sound?");
    }
  }

  /** Removes the folder and releases the lock. */
  @Override
  public void close() {
    FolderRemoval.remove(path);
    try {
      lock.close();
    } catch (IOException e) {
      // It is released at the latest when the process ends.
    }
    OWN.remove(path);
  }
}
