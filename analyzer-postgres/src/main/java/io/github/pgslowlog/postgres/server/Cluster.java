package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Makes the data directory of a server: a copy of a cached one, or a new one by initdb. */
final class Cluster {
  static final String SUPERUSER = "postgres";

  /**
   * Databases collate by ICU, as English does. Most servers have en_US.UTF-8, whose order is nearly
   * the same, and under which an index on text does not serve {@code LIKE 'x%'}; with C, which is
   * the same everywhere, the planner would think it does.
   */
  private static final List<String> INITDB_OPTIONS =
      List.of(
          "--username=" + SUPERUSER,
          "--auth=reject",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=icu",
          "--icu-locale=en-US",
          "--no-data-checksums",
          "--wal-segsize=1",
          "--no-instructions");

  /** Whoever comes from this machine, with a password. */
  private static final String HOST_BASED_AUTHENTICATION =
      """
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final long STOP_MILLIS = 10_000;
  private static final int CANNOT_RUN = 126;
  private static final int NOT_FOUND = 127;

  private final Path folder;
  private final Path programs;
  private final Account account;
  private final Deadline deadline;

  Cluster(Path folder, Path programs, Account account, Deadline deadline) {
    this.folder = folder;
    this.programs = programs;
    this.account = account;
    this.deadline = deadline;
  }

  /** Makes the folder {@code data}, ready for the server to start. */
  void create(FolderCache cache, String password, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Optional<Path> cached = cached(cache);
    if (cached.isPresent()) {
      FolderCopy.copy(cached.get(), data);
    } else {
      account.own(Files.createDirectory(data, OWNER_ONLY));
      initdb(folder, data, "--no-sync");
    }
    setPassword(data, password);
    Files.writeString(
        data.resolve("postgresql.conf"), ServerSettings.lines(settings), StandardOpenOption.APPEND);
    Files.writeString(data.resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
  }

  /** Another user could not make a cluster in the cache, which is ours alone. */
  private Optional<Path> cached(FolderCache cache) throws InterruptedException {
    if (account.user().isPresent()) {
      return Optional.empty();
    }
    CRC32 sum = new CRC32();
    sum.update((programs + " " + INITDB_OPTIONS).getBytes(StandardCharsets.UTF_8));
    return cache.folder(
        String.format(Locale.ROOT, "cluster-%08x", sum.getValue()),
        (workplace, fresh) -> initdb(workplace, fresh, "--sync-method=fsync"));
  }

  private void initdb(Path place, Path data, String synchronization)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("bin/initdb").toString());
    command.add("--pgdata=" + data);
    command.addAll(INITDB_OPTIONS);
    command.add(synchronization);
    run(place, SupervisedProgram.NOTHING, command);
  }

  /** In a server of a single user, which listens nowhere: at no time is there one to guess at. */
  private void setPassword(Path data, String password) throws IOException, InterruptedException {
    Path statement = Files.createTempFile(folder, "password", null);
    Files.writeString(statement, "ALTER ROLE " + SUPERUSER + " PASSWORD '" + password + "'\n");
    run(
        folder,
        statement,
        List.of(
            programs.resolve("bin/postgres").toString(),
            "--single",
            "-D",
            data.toString(),
            "-c",
            "fsync=off",
            "-c",
            "shared_buffers=16MB",
            "-c",
            "dynamic_shared_memory_type=mmap",
            SUPERUSER));
    Files.delete(statement);
  }

  private void run(Path place, Path input, List<String> command)
      throws IOException, InterruptedException {
    String name = String.valueOf(Path.of(command.get(0)).getFileName());
    ServerLog log = new ServerLog(place.resolve(name + ".log"));
    SupervisedProgram program =
        SupervisedProgram.start(place, input, log.file(), "KILL", account.command(command));
    try {
      waitFor(program, name, log);
    } catch (InterruptedException | RuntimeException e) {
      program.stop(STOP_MILLIS);
      throw e;
    }
  }

  private void waitFor(SupervisedProgram program, String name, ServerLog log)
      throws InterruptedException {
    if (!program.endsWithin(deadline.leftNanos())) {
      throw StartFailure.because(name + " did not end within " + deadline + log.lastLines());
    }
    int code = program.exitCode();
    if (code != 0) {
      throw StartFailure.because(
          name + " ended with exit code " + code + "; " + question(code) + log.lastLines());
    }
  }

  /** Asks for the likely cause by the exit codes of shells. */
  private String question(int code) {
    if (code == CANNOT_RUN || code == NOT_FOUND) {
      return "may programs run from "
          + programs
          + " (noexec)? Choose another cache folder with XDG_CACHE_HOME";
    }
    return "is there room on the disk of "
        + folder
        + "? Choose another folder with -Djava.io.tmpdir=FOLDER";
  }
}
