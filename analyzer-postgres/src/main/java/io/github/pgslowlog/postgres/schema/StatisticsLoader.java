package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.postgres.server.PrivateServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives the empty tables of a shadow database the statistics of the real ones.
 *
 * <p>It reads calls of {@code pg_restore_relation_stats} and {@code pg_restore_attribute_stats}, as
 * {@code pg_dump --statistics-only} and {@link CatalogQuery} write them, and the facts of the
 * latter. Nothing of a file is run as it is written.
 */
public final class StatisticsLoader {
  private final StatementSource source;
  private final StatisticsBatch relations;
  private final StatisticsBatch columns;
  private final FactsAssembler facts = new FactsAssembler();
  private long others;
  private long firstOther;

  private StatisticsLoader(StatementSource source, Connection planner) {
    this.source = source;
    this.relations = new StatisticsBatch(planner, StatisticsTarget.RELATION);
    this.columns = new StatisticsBatch(planner, StatisticsTarget.ATTRIBUTE);
  }

  /**
   * Loads a file.
   *
   * @param server the private server
   * @param database a database of it that has the schema
   * @param file the statistics
   * @return what came of it
   * @throws AnalyzerException if nothing in it fits, or it cannot be read
   */
  public static LoadedStatistics load(PrivateServer server, String database, Path file) {
    try (StatementSource source = FileStatements.open(file)) {
      return load(server, database, source);
    }
  }

  /**
   * Loads statements.
   *
   * @param server the private server
   * @param database a database of it that has the schema
   * @param source the statistics
   * @return what came of them
   * @throws AnalyzerException if nothing of them fits
   */
  public static LoadedStatistics load(
      PrivateServer server, String database, StatementSource source) {
    try (Connection planner = server.connectAsPlanner(database)) {
      return new StatisticsLoader(source, planner).load();
    } catch (SQLException e) {
      throw new AnalyzerException(
          source.name() + ": cannot be loaded into the private server: " + e.getMessage(), e);
    }
  }

  /**
   * What a file says of the server and of activity, without its statistics.
   *
   * @param file the statistics
   * @return the facts, {@link ExportedFacts#NONE} if it has none
   * @throws AnalyzerException if it cannot be read
   */
  public static ExportedFacts facts(Path file) {
    try (StatementSource source = FileStatements.open(file)) {
      return facts(source);
    }
  }

  /**
   * What statistics say of the server and of activity.
   *
   * @param source the statistics
   * @return the facts, {@link ExportedFacts#NONE} if there are none
   */
  public static ExportedFacts facts(StatementSource source) {
    FactsAssembler facts = new FactsAssembler();
    for (SourceStatement next = source.next(); next != null; next = source.next()) {
      if (ExportedLine.is(next.text())) {
        facts.accept(ExportedLine.json(next.text()));
      }
    }
    return facts.facts();
  }

  private LoadedStatistics load() throws SQLException {
    for (SourceStatement next = source.next(); next != null; next = source.next()) {
      accept(next);
    }
    relations.flush();
    columns.flush();
    if (relations.applied() + columns.applied() == 0) {
      throw nothingFits();
    }
    return new LoadedStatistics(facts.facts(), relations.applied(), columns.applied(), problems());
  }

  private void accept(SourceStatement statement) throws SQLException {
    if (DumpHeader.is(statement.text()) || DumpedDatabase.isConnect(statement.text())) {
      return;
    }
    if (ExportedLine.is(statement.text())) {
      facts.accept(ExportedLine.json(statement.text()));
      return;
    }
    Optional<StatisticsCall> call =
        statement.whole() ? StatisticsCall.parse(statement.text()) : Optional.empty();
    Optional<TableName> relation = call.flatMap(StatisticsCall::relation);
    if (call.isPresent() && relation.isPresent()) {
      StatisticsBatch batch =
          call.get().target() == StatisticsTarget.RELATION ? relations : columns;
      batch.add(call.get(), relation.get(), statement.line());
    } else if (isAnother(statement.text())) {
      others++;
      firstOther = others == 1 ? statement.line() : firstOther;
    }
  }

  /** What has no place among statistics; a schema that they are dumped with has. */
  private static boolean isAnother(String sql) {
    DumpStatement.Kind kind = StatementRule.kind(head(sql));
    return kind == DumpStatement.Kind.DATA
        || kind == DumpStatement.Kind.UNKNOWN
        || kind == DumpStatement.Kind.STATISTICS;
  }

  private static String head(String sql) {
    return DumpStatement.head(DumpTokenizer.of(sql, 20));
  }

  private AnalyzerException nothingFits() {
    long missing = relations.missing() + columns.missing();
    if (missing > 0) {
      return new AnalyzerException(
          source.name()
              + ": none of its "
              + missing
              + " statistics fits the schema (the first is of "
              + firstMissing()
              + "); are they of the same database?");
    }
    long refused = relations.refused() + columns.refused();
    if (refused > 0) {
      return new AnalyzerException(
          source.name() + ":" + firstRefused() + "; none of its " + refused + " statistics fits");
    }
    return new AnalyzerException(
        source.name()
            + ": no statistics in it; make them with pg_dump --statistics-only (18) or with the"
            + " query that 'pgslowlog catalog' prints: psql -XAtq -f catalog.sql -o stats.sql");
  }

  private String firstMissing() {
    return relations.missing() > 0 ? relations.firstMissing() : columns.firstMissing();
  }

  private String firstRefused() {
    return relations.refused() > 0 ? relations.firstRefused() : columns.firstRefused();
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    long missing = relations.missing() + columns.missing();
    if (missing > 0) {
      problems.add(
          Problem.damage(
              "%s: %d of %d statistics are of tables or columns that the schema does not have, such as %s"
                  .formatted(source.name(), missing, missing + all(), firstMissing())));
    }
    long refused = relations.refused() + columns.refused();
    if (refused > 0) {
      problems.add(
          Problem.damage(
              "%s:%s; %d statistics were refused or used in part"
                  .formatted(source.name(), firstRefused(), refused)));
    }
    if (others > 0) {
      problems.add(
          Problem.notice(
              "%s:%d: %d statements are no statistics and were passed over"
                  .formatted(source.name(), firstOther, others)));
    }
    if (facts.damaged() > 0) {
      problems.add(
          Problem.damage(
              "%s: %d lines of facts cannot be read".formatted(source.name(), facts.damaged())));
    }
    if (facts.hiddenTables() > 0) {
      problems.add(
          Problem.damage(
              "%s: %d tables could not be read by the role that took it: nothing is known of their values"
                  .formatted(source.name(), facts.hiddenTables())));
    }
    if (facts.facts().standby()) {
      problems.add(
          Problem.notice(
              source.name()
                  + ": taken from a standby: how often tables and indexes are used on the primary is"
                  + " not in it"));
    }
    return problems;
  }

  private long all() {
    return relations.applied() + columns.applied() + relations.refused() + columns.refused();
  }
}
