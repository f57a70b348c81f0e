package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Finds the programs a place from where the server's user can run them: the cache, or, if that
 * cannot be used, the folder of this run.
 */
final class ProgramFolder {
  private final FolderCache cache;
  private final LockedFolder run;
  private final Account account;

  ProgramFolder(FolderCache cache, LockedFolder run, Account account) {
    this.cache = cache;
    this.run = run;
    this.account = account;
  }

  /** The folder with {@code bin}, {@code lib} and {@code share}. */
  Path programs(Platform platform) throws IOException, InterruptedException {
    ProgramArchive archive = new ProgramArchive(platform.archive());
    String name =
        "postgresql-" + platform.system() + "-" + platform.processor() + "-" + archive.identity();
    Optional<Path> cached = cache.folder(name, (workplace, fresh) -> archive.unpack(fresh));
    if (cached.isPresent() && account.user().isEmpty()) {
      return cached.get();
    }
    Path programs = run.path().resolve("programs");
    if (cached.isPresent()) {
      FolderCopy.copy(cached.get(), programs);
    } else {
      archive.unpack(Files.createDirectory(programs));
    }
    if (account.user().isPresent()) {
      Files.setPosixFilePermissions(run.path(), PosixFilePermissions.fromString("rwx--x--x"));
      Files.setPosixFilePermissions(programs, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return programs;
  }
}
