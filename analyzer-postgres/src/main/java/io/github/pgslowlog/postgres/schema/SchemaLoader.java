package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.postgres.server.PrivateServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Loads a schema dump into an empty database of the private server.
 *
 * <p>Every statement runs on its own, as an ordinary role; what fails is tried again when all
 * others are there, then with remedies, and is counted in the end.
 */
public final class SchemaLoader {
  /** Statements that wait for others; a dump in the right order needs none. */
  private static final long MAX_WAITING_CHARS = 64L << 20;

  private static final int MAX_PASSES = 20;
  private static final int MAX_REMEDIES = 2000;

  private final StatementSource source;
  private final LoadSession session;
  private final Connection superuser;
  private final LoadNotes notes;
  private final SearchPath searchPath = new SearchPath();
  private final Extensions extensions;
  private final DumpedDatabase database;
  private final List<Remedy> remedies;
  private final Set<TableName> foreignTables = new TreeSet<>();
  private List<Waiting> waiting = new ArrayList<>();
  private long waitingChars;
  private int tables;
  private boolean hasStatistics;
  private String version = "";

  /** The tokens of a statement take more room than its text: they are cut again. */
  private record Waiting(SourceStatement source, String path, ServerError error) {
    DumpStatement statement() {
      return DumpStatement.of(source);
    }
  }

  private SchemaLoader(StatementSource source, LoadSession session, Connection superuser)
      throws SQLException {
    this.source = source;
    this.session = session;
    this.superuser = superuser;
    this.notes = new LoadNotes(source.name());
    this.database = new DumpedDatabase(source.name());
    this.extensions = new Extensions(session, superuser, notes);
    this.remedies = Remedies.all(session, superuser, extensions, notes);
  }

  /**
   * Loads a file.
   *
   * @param server the private server
   * @param database an empty database of it that the role for planning owns
   * @param file from {@code pg_dump --schema-only}, of any version
   * @return what came of it
   * @throws AnalyzerException if there is no table in it, or it cannot be read
   */
  public static LoadedSchema load(PrivateServer server, String database, Path file) {
    try (StatementSource source = FileStatements.open(file)) {
      return load(server, database, source);
    }
  }

  /**
   * Loads statements.
   *
   * @param server the private server
   * @param database an empty database of it that the role for planning owns
   * @param source the statements
   * @return what came of them
   * @throws AnalyzerException if there is no table among them
   */
  public static LoadedSchema load(PrivateServer server, String database, StatementSource source) {
    try (Connection planner = server.connectAsPlanner(database);
        Connection superuser = Superuser.connect(server, database);
        LoadSession session = LoadSession.of(planner)) {
      return new SchemaLoader(source, session, superuser).load();
    } catch (SQLException e) {
      throw new AnalyzerException(
          source.name() + ": cannot be loaded into the private server: " + e.getMessage(), e);
    }
  }

  private LoadedSchema load() throws SQLException {
    for (SourceStatement next = source.next(); next != null; next = source.next()) {
      if (ExportedLine.is(next.text())) {
        continue;
      }
      Optional<String> dumped = DumpHeader.version(next.text());
      if (dumped.isPresent()) {
        version = dumped.get();
        continue;
      }
      if (DumpedDatabase.isConnect(next.text())) {
        database.connect(next.text());
        continue;
      }
      accept(DumpStatement.of(next));
    }
    repeat(List.of());
    repeat(remedies);
    for (Waiting failed : waiting) {
      notes.failed(failed.statement(), failed.error.message());
    }
    if (tables == 0) {
      throw new AnalyzerException(source.name() + ": no table" + whyNone());
    }
    StandInColumns.note(superuser, notes);
    return new LoadedSchema(
        version, tables, foreignTables, extensions.missing(), hasStatistics, notes.problems());
  }

  private String whyNone() {
    return notes.problems().stream()
        .findFirst()
        .map(problem -> " could be loaded: " + problem.message())
        .orElse(" in it; is it the output of pg_dump --schema-only?");
  }

  private void accept(DumpStatement statement) throws SQLException {
    if (!statement.source().whole()) {
      notes.failed(statement, "longer than " + StatementScanner.MAX_STATEMENT_CHARS + " letters");
      return;
    }
    if (statement.kind() == DumpStatement.Kind.TABLE) {
      database.table(statement.source().line());
    }
    switch (statement.kind()) {
      case RUN, TABLE, FOREIGN_TABLE, MATERIALIZED_VIEW, VIEW_RULE -> run(statement);
      case SEARCH_PATH -> searchPath.set(statement);
      case STRINGS -> session.standardStrings(!statement.tokens().toString().contains("off"));
      case EXTENSION -> extensions.create(statement);
      case STATISTICS -> hasStatistics = true;
      case PASS_OVER -> {}
      case DATA, UNKNOWN -> notes.passedOver(statement);
    }
  }

  private void run(DumpStatement statement) throws SQLException {
    String path = searchPath.current();
    ServerError error = attempt(statement, Rewriting.of(statement), path, List.of());
    if (error == null) {
      return;
    }
    if (error.mayGoAway() && waitingChars + statement.sql().length() <= MAX_WAITING_CHARS) {
      waiting.add(new Waiting(statement.source(), path, error));
      waitingChars += statement.sql().length();
      return;
    }
    if (!error.isAlreadyThere() || !isPublicSchema(statement)) {
      notes.failed(statement, error.message());
    }
  }

  private static boolean isPublicSchema(DumpStatement statement) {
    return statement.title().equals("CREATE SCHEMA");
  }

  /** Tries what waits again and again, as long as something comes of it. */
  private void repeat(List<Remedy> help) throws SQLException {
    boolean progress = !waiting.isEmpty();
    for (int pass = 0; progress && pass < MAX_PASSES; pass++) {
      List<Waiting> left = new ArrayList<>();
      for (Waiting next : waiting) {
        DumpStatement statement = next.statement();
        ServerError error = attempt(statement, Rewriting.of(statement), next.path, help);
        if (error != null) {
          left.add(new Waiting(next.source, next.path, error));
        }
      }
      progress = left.size() < waiting.size() && !left.isEmpty();
      waiting = left;
    }
  }

  private @Nullable ServerError attempt(
      DumpStatement statement, String rewritten, String path, List<Remedy> help)
      throws SQLException {
    session.searchPath(path);
    String sql = rewritten;
    ServerError error = session.run(sql);
    for (int i = 0; error != null && i < MAX_REMEDIES; i++) {
      Optional<String> next = next(help, new Remedy.Failure(statement, sql, error));
      if (next.isEmpty()) {
        return error;
      }
      ServerError again = session.run(next.get());
      if (error.equals(again) && sql.equals(next.get())) {
        return error;
      }
      sql = next.get();
      error = again;
    }
    if (error == null) {
      loaded(statement, path);
    }
    return error;
  }

  private static Optional<String> next(List<Remedy> help, Remedy.Failure failure)
      throws SQLException {
    for (Remedy remedy : help) {
      Optional<String> next = remedy.apply(failure);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  private void loaded(DumpStatement statement, String path) {
    if (statement.kind() == DumpStatement.Kind.TABLE) {
      tables++;
    } else if (statement.kind() == DumpStatement.Kind.FOREIGN_TABLE) {
      tables++;
      foreignTables.add(ForeignTable.name(statement, path));
    }
  }
}
