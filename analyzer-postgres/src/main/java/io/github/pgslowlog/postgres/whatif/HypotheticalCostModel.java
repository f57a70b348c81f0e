package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.select.Confidence;
import io.github.pgslowlog.select.Configuration;
import io.github.pgslowlog.select.CostModel;
import io.github.pgslowlog.select.Offer;
import io.github.pgslowlog.select.PlanResult;
import io.github.pgslowlog.select.PlannableStatement;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans on a live server that has the extension <a href="https://hypopg.readthedocs.io">HypoPG</a>,
 * whose indexes exist for one connection only.
 *
 * <p>All is done in read-only transactions that are rolled back, with EXPLAIN without ANALYZE.
 * HypoPG knows B-tree, hash, BRIN and bloom, and takes a B-tree for larger than it is where equal
 * keys are stored once.
 */
public final class HypotheticalCostModel implements CostModel {
  private static final int MAX_RESULTS = 10_000;

  /** SQLSTATE. */
  private static final String NO_PRIVILEGE = "42501";

  private final HypotheticalIndexes indexes;
  private final Map<CandidateIndex, Offer> offers = new LinkedHashMap<>();
  private final Map<Question, PlanResult> results = new RecentMap<>(MAX_RESULTS);

  /**
   * Takes over a connection; closing this closes it. It must lead to one server process all the
   * time, as hypothetical indexes are known to one only.
   *
   * @param connection to the database whose log was read, of a role that may run its statements
   * @throws AnalyzerException if the database does not have the extension, or does not answer
   */
  public HypotheticalCostModel(Connection connection) {
    try {
      indexes = new HypotheticalIndexes(connection);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public Confidence confidence() {
    return Confidence.PLANNER;
  }

  @Override
  public String description() {
    return "PostgreSQL " + indexes.version() + ", hypothetical indexes of HypoPG";
  }

  @Override
  public Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> candidates) {
    Map<CandidateIndex, Offer> answers = new LinkedHashMap<>();
    try {
      for (CandidateIndex candidate : candidates) {
        Offer offer = offers.get(candidate);
        if (offer == null) {
          offer = indexes.offer(candidate);
          offers.put(candidate, offer);
        }
        answers.put(candidate, offer);
      }
      return answers;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public PlanResult plan(PlannableStatement statement, Configuration configuration) {
    Question question = new Question(statement, configuration);
    PlanResult result = results.get(question);
    if (result == null) {
      result = ask(statement, configuration);
      results.put(question, result);
    }
    return result;
  }

  private PlanResult ask(PlannableStatement statement, Configuration configuration) {
    Optional<String> setting =
        configuration.settings().keySet().stream()
            .filter(name -> !AllowedSettings.isAllowed(name))
            .sorted()
            .findFirst();
    if (setting.isPresent()) {
      return new PlanResult.Unplanned(setting.get() + " is not a setting of the planner");
    }
    Optional<String> single =
        StatementText.single(statement.sql()).filter(StatementText::isPlanned);
    if (single.isEmpty()) {
      return new PlanResult.Unplanned("not one statement that is planned");
    }
    String reason = "the values of its parameters are not known";
    boolean asked = false;
    for (String explain :
        questions(
            new PlannableStatement(single.get(), statement.parameters(), statement.generic()))) {
      try {
        return indexes.plan(explain, configuration);
      } catch (SQLException e) {
        if (ServerMessage.isConnectionLost(e)) {
          throw failed(e);
        }
        reason = asked ? reason : reason(e);
        asked = true;
      } catch (IOException e) {
        return new PlanResult.Unplanned("its plan cannot be read: " + e.getMessage());
      }
    }
    return new PlanResult.Unplanned(reason);
  }

  private static String reason(SQLException e) {
    return ServerMessage.state(e).equals(NO_PRIVILEGE)
        ? ServerMessage.of(e) + " (who plans a statement needs the privileges to run it)"
        : ServerMessage.of(e);
  }

  /** With values written into the statement; none if they are not known. */
  private static List<String> questions(PlannableStatement statement) {
    String explain = "EXPLAIN (FORMAT JSON, VERBOSE) ";
    int parameters = StatementText.parameters(statement.sql());
    if (parameters == 0) {
      return List.of(explain + statement.sql());
    }
    return statement.generic() || statement.parameters().size() < parameters
        ? List.of()
        : List.of(
            explain + StatementText.withLiterals(statement),
            explain + StatementText.withTypedLiterals(statement));
  }

  private static AnalyzerException failed(SQLException e) {
    return new AnalyzerException(
        "the database does not plan with hypothetical indexes: " + ServerMessage.of(e), e);
  }

  @Override
  public void close() {
    indexes.close();
  }

  private record Question(PlannableStatement statement, Configuration configuration) {}
}
