package io.github.pgslowlog.postgres.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** Makes the data directory of a server with initdb. */
final class Cluster {
  static final String SUPERUSER = "postgres";

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

  Cluster(Path folder, Path programs, Account account) {
    this.folder = folder;
    this.programs = programs;
    this.account = account;
  }

  Path dataDirectory() {
    return folder.resolve("data");
  }

  /**
   * Makes the cluster.
   *
   * <p>Its databases collate by ICU, as English does. Most servers have en_US.UTF-8, whose order is
   * nearly the same, and under which an index on text does not serve {@code LIKE 'x%'}; with C,
   * which is the same everywhere, the planner would think it does.
   */
  void create(String password, Map<String, String> settings, Deadline deadline)
      throws IOException, InterruptedException {
    account.own(Files.createDirectory(dataDirectory(), OWNER_ONLY));
    Path passwordFile = passwordFile(password);
    ServerLog log = new ServerLog(folder.resolve("initdb.log"));
    SupervisedProgram program =
        SupervisedProgram.start(folder, log.file(), "KILL", initdb(passwordFile));
    try {
      waitFor(program, log, deadline);
    } catch (InterruptedException | RuntimeException e) {
      program.stop(STOP_MILLIS);
      throw e;
    }
    Files.delete(passwordFile);
    Files.writeString(
        dataDirectory().resolve("postgresql.conf"),
        ServerSettings.lines(settings),
        StandardOpenOption.APPEND);
    Files.writeString(dataDirectory().resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
  }

  private void waitFor(SupervisedProgram program, ServerLog log, Deadline deadline)
      throws InterruptedException {
    if (!program.endsWithin(deadline.leftNanos())) {
      throw StartFailure.because("initdb did not end within " + deadline + log.lastLines());
    }
    int code = program.exitCode();
    if (code != 0) {
      throw StartFailure.because(
          "initdb ended with exit code " + code + "; " + question(code) + log.lastLines());
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

  private Path passwordFile(String password) throws IOException {
    Path file = Files.createTempFile(folder, "password", null);
    Files.writeString(file, password + "\n");
    account.own(file);
    return file;
  }

  private List<String> initdb(Path passwordFile) {
    return account.command(
        List.of(
            programs.resolve("bin/initdb").toString(),
            "--pgdata=" + dataDirectory(),
            "--username=" + SUPERUSER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=icu",
            "--icu-locale=en-US",
            "--no-data-checksums",
            "--wal-segsize=1",
            "--no-sync",
            "--no-instructions"));
  }
}
