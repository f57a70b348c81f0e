package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.postgres.server.PrivateServer;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/**
 * Plans on a private server whose database has the schema and the statistics of the real one, but
 * no rows. Candidates are real indexes without entries; files have the length that real ones would
 * have. So plans and costs are those of the real server, as far as its planner is that of this one.
 *
 * <p>Nothing is executed, neither statements nor EXPLAIN ANALYZE.
 */
public final class PlannerCostModel implements CostModel {
  private final PrivateServer server;
  private final PlanningDatabase database;
  private final Candidates candidates;
  private final StatementPlanner planner;

  /**
   * Takes over a database: gives its tables and indexes their size, and their ownership to the role
   * that plans.
   *
   * @param server the server
   * @param database the name of a database with schema and statistics; no table has a row
   * @param catalog what is known of it: search_path, planner settings
   * @throws AnalyzerException if the server does not take part
   */
  public PlannerCostModel(PrivateServer server, String database, Catalog catalog) {
    this.server = server;
    try {
      this.database = new PlanningDatabase(server, database, catalog);
    } catch (SQLException | IOException e) {
      throw failed("to prepare the database " + database, e);
    }
    this.candidates = new Candidates(this.database);
    this.planner = new StatementPlanner(this.database, candidates);
  }

  @Override
  public Confidence confidence() {
    return Confidence.PLANNER;
  }

  @Override
  public String description() {
    return "PostgreSQL " + server.version() + ", private server";
  }

  @Override
  public Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> wanted) {
    try {
      return candidates.offer(wanted);
    } catch (SQLException | IOException e) {
      throw failed("to create candidate indexes", e);
    }
  }

  @Override
  public PlanResult plan(PlannableStatement statement, Configuration configuration) {
    try {
      return planner.plan(statement, configuration);
    } catch (SQLException e) {
      throw failed("to plan", e);
    }
  }

  /**
   * How many times the server was asked for a plan; other answers came from earlier plans.
   *
   * @return the number so far
   */
  public long plansAsked() {
    return planner.plansAsked();
  }

  private static AnalyzerException failed(String what, Exception e) {
    return new AnalyzerException(
        "the private PostgreSQL server failed "
            + what
            + ": "
            + ServerMessage.oneLine(String.valueOf(e.getMessage()))
            + "; is there room on the disk?",
        e);
  }

  @Override
  public void close() {
    database.close();
  }
}
