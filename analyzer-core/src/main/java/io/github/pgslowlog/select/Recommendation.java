package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something to do, with what speaks for it and against it.
 *
 * @param action what it asks for
 * @param table the table it concerns
 * @param index the index to create; empty for another action
 * @param statement ready to run; several statements are on lines of their own
 * @param rollback undoes it
 * @param verification a query that shows whether it is done and of use
 * @param served the patterns it serves, those that cost most first
 * @param proof what the planner says, empty if it was not asked
 * @param bytes how large it will be; of an index to drop, how large it is
 * @param writeCost what it costs when rows are written, empty if it costs nothing
 * @param confidence what it rests on
 * @param reasons what speaks for it
 * @param caveats what to check before
 */
public record Recommendation(
    Action action,
    TableName table,
    Optional<CandidateIndex> index,
    String statement,
    String rollback,
    String verification,
    List<ServedQuery> served,
    Optional<Proof> proof,
    OptionalLong bytes,
    Optional<WriteCost> writeCost,
    Confidence confidence,
    List<String> reasons,
    List<String> caveats) {
  /** Copies the lists. */
  public Recommendation {
    served = List.copyOf(served);
    reasons = List.copyOf(reasons);
    caveats = List.copyOf(caveats);
  }

  /**
   * The patterns it serves.
   *
   * @return those that cost most first
   */
  public List<Fingerprint> queries() {
    return served.stream().map(ServedQuery::fingerprint).toList();
  }

  /**
   * Calls of the patterns it serves.
   *
   * @return their sum
   */
  public long calls() {
    return served.stream().mapToLong(ServedQuery::calls).sum();
  }

  /**
   * Execution time of the patterns it serves.
   *
   * @return their sum in microseconds
   */
  public long micros() {
    return served.stream().mapToLong(ServedQuery::micros).sum();
  }

  /**
   * Starts to describe a recommendation.
   *
   * @param action what it asks for
   * @param table the table it concerns
   * @param statement ready to run
   * @return a builder; without more it serves no pattern and rests on the statements alone
   */
  public static Builder of(Action action, TableName table, String statement) {
    return new Builder(action, table, statement);
  }

  /** Describes a recommendation. */
  public static final class Builder {
    private final Action action;
    private final TableName table;
    private final String statement;
    private Optional<CandidateIndex> index = Optional.empty();
    private String rollback = "";
    private String verification = "";
    private List<ServedQuery> served = List.of();
    private Optional<Proof> proof = Optional.empty();
    private OptionalLong bytes = OptionalLong.empty();
    private Optional<WriteCost> writeCost = Optional.empty();
    private Confidence confidence = Confidence.HEURISTIC;
    private final List<String> reasons = new ArrayList<>();
    private final List<String> caveats = new ArrayList<>();

    private Builder(Action action, TableName table, String statement) {
      this.action = action;
      this.table = table;
      this.statement = statement;
    }

    /**
     * Names the index to create.
     *
     * @param created the index
     * @return this
     */
    public Builder index(CandidateIndex created) {
      index = Optional.of(created);
      return this;
    }

    /**
     * Tells how to undo it.
     *
     * @param sql ready to run
     * @return this
     */
    public Builder rollback(String sql) {
      rollback = sql;
      return this;
    }

    /**
     * Tells how to check it.
     *
     * @param sql a query
     * @return this
     */
    public Builder verification(String sql) {
      verification = sql;
      return this;
    }

    /**
     * Names the patterns it serves.
     *
     * @param queries those that cost most first
     * @return this
     */
    public Builder served(List<ServedQuery> queries) {
      served = queries;
      return this;
    }

    /**
     * Gives the planner's proof.
     *
     * @param given the costs
     * @return this
     */
    public Builder proof(Proof given) {
      proof = Optional.of(given);
      confidence = Confidence.PLANNER;
      return this;
    }

    /**
     * Gives its size.
     *
     * @param size bytes
     * @return this
     */
    public Builder bytes(long size) {
      bytes = OptionalLong.of(size);
      return this;
    }

    /**
     * Gives what it costs when rows are written.
     *
     * @param cost the cost
     * @return this
     */
    public Builder writeCost(WriteCost cost) {
      writeCost = Optional.of(cost);
      return this;
    }

    /**
     * Tells what it rests on.
     *
     * @param given the confidence
     * @return this
     */
    public Builder confidence(Confidence given) {
      confidence = given;
      return this;
    }

    /**
     * Adds what speaks for it.
     *
     * @param reason a few words, lower case
     * @return this
     */
    public Builder reason(String reason) {
      reasons.add(reason);
      return this;
    }

    /**
     * Adds what to check before.
     *
     * @param caveat a sentence without a full stop, lower case
     * @return this
     */
    public Builder caveat(String caveat) {
      caveats.add(caveat);
      return this;
    }

    /**
     * Makes the recommendation.
     *
     * @return what was described
     */
    public Recommendation build() {
      return new Recommendation(
          action,
          table,
          index,
          statement,
          rollback,
          verification,
          served,
          proof,
          bytes,
          writeCost,
          confidence,
          reasons,
          caveats);
    }
  }
}
