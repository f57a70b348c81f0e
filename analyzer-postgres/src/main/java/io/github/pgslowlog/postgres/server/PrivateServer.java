package io.github.pgslowlog.postgres.server;

import io.github.pgslowlog.diagnostics.AnalyzerException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL server of this run alone. It listens on 127.0.0.1 only and lets nobody in without
 * the passwords of this run; server and files are gone when it is closed or the process ends, in
 * whichever way.
 *
 * <pre>{@code
 * try (PrivateServer server = PrivateServer.start(PrivateServerOptions.defaults());
 *     Connection connection = server.connect("postgres")) {
 *   ...
 * }
 * }</pre>
 */
public final class PrivateServer implements AutoCloseable {
  private static final String PREFIX = "pgslowlog-server-";
  private static final long STOP_MILLIS = 15_000;

  private final LockedFolder folder;
  private final Account account;
  private final ServerProcess process;
  private final Logins logins;
  private final Thread shutdownHook = new Thread(this::stop, "pgslowlog-server-stop");
  private final AtomicBoolean stopped = new AtomicBoolean();

  private PrivateServer(
      LockedFolder folder, Account account, ServerProcess process, Logins logins) {
    this.folder = folder;
    this.account = account;
    this.process = process;
    this.logins = logins;
  }

  /**
   * Starts a server, which takes about a second; a few seconds more the first time, when its
   * programs are unpacked.
   *
   * @param options where and how
   * @return the server, ready
   * @throws AnalyzerException if it cannot be started
   */
  public static PrivateServer start(PrivateServerOptions options) {
    Deadline deadline = new Deadline(options.startTimeout());
    Platform platform = Platform.current();
    LockedFolder folder = LockedFolder.create(options.temporaryFolder(), PREFIX);
    try {
      folder.removeLeftovers(OrphanedServer::kill);
      return start(options, platform, folder, deadline);
    } catch (IOException e) {
      folder.close();
      throw StartFailure.because(
          "to write its files in " + folder.path(),
          e,
          "is there room for some 100 MB, and may this user write there?");
    } catch (SQLException e) {
      folder.close();
      throw StartFailure.because("the first connection failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      folder.close();
      Thread.currentThread().interrupt();
      throw StartFailure.because("interrupted", e);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static PrivateServer start(
      PrivateServerOptions options, Platform platform, LockedFolder folder, Deadline deadline)
      throws IOException, SQLException, InterruptedException {
    Account account = Account.find(folder);
    FolderCache cache = new FolderCache(options.cacheFolder(), folder.user());
    Path programs = new ProgramFolder(cache, folder, account).programs(platform);
    String password = Logins.newPassword();
    new Cluster(folder.path(), programs, account, deadline)
        .create(cache, password, options.settings());
    ServerProcess process =
        ServerProcess.start(folder.path(), programs, account, ServerProcess::freePort, deadline);
    try {
      PrivateServer server =
          new PrivateServer(folder, account, process, Logins.create(process.port(), password));
      Runtime.getRuntime().addShutdownHook(server.shutdownHook);
      return server;
    } catch (SQLException | RuntimeException e) {
      process.stop(STOP_MILLIS);
      throw e;
    }
  }

  /**
   * A connection of the superuser.
   *
   * @param database its name; {@code postgres} exists
   * @return the connection, with time zone UTC
   * @throws SQLException if the server does not accept it
   */
  public Connection connect(String database) throws SQLException {
    return connect(database, new Properties());
  }

  /**
   * A connection of the superuser.
   *
   * @param database its name; {@code postgres} exists
   * @param properties of pgjdbc, like {@code preferQueryMode}
   * @return the connection, with time zone UTC
   * @throws SQLException if the server does not accept it
   */
  public Connection connect(String database, Properties properties) throws SQLException {
    return logins.superuser(database, properties);
  }

  /**
   * A connection of an ordinary role, {@code planner}: for text of dumps and logs. Its statements
   * end after 60 seconds.
   *
   * @param database its name
   * @return the connection, with time zone UTC
   * @throws SQLException if the server does not accept it
   */
  public Connection connectAsPlanner(String database) throws SQLException {
    return connectAsPlanner(database, new Properties());
  }

  /**
   * A connection of an ordinary role, {@code planner}: for text of dumps and logs. Its statements
   * end after 60 seconds.
   *
   * @param database its name
   * @param properties of pgjdbc, like {@code preferQueryMode}
   * @return the connection, with time zone UTC
   * @throws SQLException if the server does not accept it
   */
  public Connection connectAsPlanner(String database, Properties properties) throws SQLException {
    return logins.planner(database, properties);
  }

  /**
   * The folder with the files of tables and indexes, as in {@code pg_relation_filepath}.
   *
   * @return the folder
   */
  public Path dataDirectory() {
    return folder.path().resolve("data");
  }

  /**
   * Gives a file to the user the server runs as, which may be another one where this process is
   * root. To be called for each file that is made in the data directory.
   *
   * @param file in the data directory
   * @throws IOException if the owner cannot be changed
   */
  public void handOver(Path file) throws IOException {
    account.own(file);
  }

  /**
   * The server's version.
   *
   * @return like {@code 18.6}
   */
  public String version() {
    return logins.version();
  }

  /** Stops the server at once and removes all its files. */
  @Override
  public void close() {
    if (stopped.get()) {
      return;
    }
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The process is ending; the hook finds nothing to do.
    }
  }

  private void stop() {
    if (!stopped.compareAndSet(false, true)) {
      return;
    }
    if (!process.stop(STOP_MILLIS)) {
      OrphanedServer.kill(folder.path());
    }
    folder.close();
  }
}
