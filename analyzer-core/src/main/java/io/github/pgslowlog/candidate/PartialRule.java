package io.github.pgslowlog.candidate;

import io.github.pgslowlog.candidate.SampleConstants.Constant;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.resolve.Comparand;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Makes indexes partial where every search asks for the same small part of the table: a constant
 * that the statement itself has, IS NULL, a boolean column. The column of the condition then needs
 * no key.
 *
 * <p>{@code WHERE status = 'pending' ORDER BY created_at LIMIT $1} gives {@code (created_at) WHERE
 * status = 'pending'} if few rows are pending; {@code WHERE deleted_at IS NULL AND email = $1}
 * gives {@code (email) WHERE deleted_at IS NULL}; {@code WHERE state <> 'ok'} gives {@code (state)
 * WHERE state <> 'ok'} if nearly all rows are.
 */
final class PartialRule implements ScanRule {
  /** Statements that must have the constant; the others cannot use the index. */
  static final double MIN_SHARE = 0.8;

  /** Rows that may have the constant: of more, an index of all rows is about as good. */
  static final double MAX_FREQUENCY = 0.1;

  /** 3 samples: fewer do not show that a value is always the same. */
  static final int MIN_SAMPLES = 3;

  private static final int MAX_OF_CONDITION = 4;

  private final Function<TableScan, List<Candidate>> others;

  /** Takes from other rules what they would propose without the condition. */
  PartialRule(Function<TableScan, List<Candidate>> others) {
    this.others = others;
  }

  @Override
  public List<Candidate> candidates(TableScan scan) {
    List<Candidate> all = new ArrayList<>();
    for (Predicate predicate : scan.predicates()) {
      predicate
          .term()
          .plainColumn()
          .ifPresent(column -> all.addAll(partial(scan, column.column(), predicate)));
    }
    return all;
  }

  private List<Candidate> partial(TableScan scan, String column, Predicate predicate) {
    Optional<String> condition = condition(scan, column, predicate);
    if (condition.isEmpty()) {
      return List.of();
    }
    List<Candidate> rest = new ArrayList<>(others.apply(scan.without(column)));
    if (rest.isEmpty() && isRare(scan, column, predicate)) {
      rest.addAll(new Proposals(scan, "a small part of the table").add(List.of(column)).all());
    }
    List<String> caveats = caveats(condition.get(), predicate);
    return rest.stream()
        .filter(candidate -> candidate.index().predicate().isEmpty())
        .limit(MAX_OF_CONDITION)
        .map(
            candidate ->
                new Candidate(
                    candidate.index().where(condition.get()),
                    candidate.reason() + ", in a part of the table",
                    caveats))
        .toList();
  }

  private static List<String> caveats(String condition, Predicate predicate) {
    return predicate.comparand() instanceof Comparand.Values values && !values.numbers().isEmpty()
        ? List.of(
            "serves only statements that have "
                + condition
                + " in their text, not as a parameter of a prepared statement")
        : List.of();
  }

  /** An index of nothing but NULLs is only good for finding few rows. */
  private static boolean isRare(TableScan scan, String column, Predicate predicate) {
    OptionalDouble nulls = nulls(scan, column);
    return predicate.role() != Role.IS_NULL
        || nulls.isPresent() && nulls.getAsDouble() <= MAX_FREQUENCY;
  }

  // --- conditions

  private static Optional<String> condition(TableScan scan, String column, Predicate predicate) {
    String name = Identifier.quoted(column);
    if (predicate.role() == Role.IS_NULL && predicate.isSargable()) {
      return Optional.of(name + " IS NULL");
    }
    if (predicate.role() == Role.IS_NOT_NULL) {
      OptionalDouble nulls = nulls(scan, column);
      return nulls.isPresent() && nulls.getAsDouble() >= 1 - MAX_FREQUENCY
          ? Optional.of(name + " IS NOT NULL")
          : Optional.empty();
    }
    if (predicate.role() == Role.NOT_EQUAL && predicate.operator().equals("<>")) {
      return constant(scan, predicate)
          .filter(constant -> isCommon(frequency(scan, column, constant.text())))
          .map(constant -> name + " <> " + constant.sql());
    }
    if (predicate.role() != Role.EQUALITY || !predicate.isSargable()) {
      return Optional.empty();
    }
    return switch (predicate.operator()) {
      case "", "IS TRUE" -> rare(frequency(scan, column, "t"), name);
      case "NOT", "IS FALSE" -> rare(frequency(scan, column, "f"), "NOT " + name);
      case "=" ->
          constant(scan, predicate)
              .flatMap(
                  constant ->
                      rare(
                          frequency(scan, column, constant.text()), name + " = " + constant.sql()));
      default -> Optional.empty();
    };
  }

  /** The one value that the statements compare with. */
  private static Optional<Constant> constant(TableScan scan, Predicate predicate) {
    boolean one =
        predicate.comparand() instanceof Comparand.Values values
            && values.numbers().size() == 1
            && !values.computed();
    if (!one || scan.constants().samples() < MIN_SAMPLES) {
      return Optional.empty();
    }
    int number = ((Comparand.Values) predicate.comparand()).numbers().get(0);
    return scan.constants().dominant(number, MIN_SHARE);
  }

  private static boolean isCommon(OptionalDouble frequency) {
    return frequency.isPresent() && frequency.getAsDouble() >= 1 - MAX_FREQUENCY;
  }

  private static Optional<String> rare(OptionalDouble frequency, String condition) {
    return frequency.isPresent() && frequency.getAsDouble() <= MAX_FREQUENCY
        ? Optional.of(condition)
        : Optional.empty();
  }

  private static OptionalDouble nulls(TableScan scan, String column) {
    return scan.facts()
        .column(column)
        .map(known -> OptionalDouble.of(known.nullFraction()))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble frequency(TableScan scan, String column, String value) {
    return scan.facts()
        .column(column)
        .map(known -> known.frequency(value))
        .orElse(OptionalDouble.empty());
  }
}
