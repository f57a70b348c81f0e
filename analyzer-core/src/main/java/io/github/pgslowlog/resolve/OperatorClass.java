package io.github.pgslowlog.resolve;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator asks of the column on its left side.
 *
 * <p>Commutators and negators are those of {@code pg_operator}. Distances order rows; an index
 * gives them in that order, but finds none of them by a bound.
 *
 * @param operator as PostgreSQL writes it
 * @param role the class it belongs to
 * @param index whether any index can serve it
 * @param commutator the operator with its sides exchanged, empty if there is none
 * @param negator the operator that holds where this one does not, empty if there is none
 */
record OperatorClass(
    String operator, Role role, Sargability index, String commutator, String negator) {
  private static final String NONE = ".";
  private static final String TABLE =
      """
      =                     EQUALITY    SARGABLE          =                     <>
      <>                    NOT_EQUAL   NEGATION          <>                    =
      IS NOT DISTINCT FROM  EQUALITY    NOT_INDEXABLE     IS NOT DISTINCT FROM  IS DISTINCT FROM
      IS DISTINCT FROM      NOT_EQUAL   NEGATION          IS DISTINCT FROM      IS NOT DISTINCT FROM
      <                     RANGE       SARGABLE          >                     >=
      <=                    RANGE       SARGABLE          >=                    >
      >                     RANGE       SARGABLE          <                     <=
      >=                    RANGE       SARGABLE          <=                    <
      ~<~                   RANGE       SARGABLE          ~>~                   ~>=~
      ~<=~                  RANGE       SARGABLE          ~>=~                  ~>~
      ~>~                   RANGE       SARGABLE          ~<~                   ~<=~
      ~>=~                  RANGE       SARGABLE          ~<=~                  ~<~
      LIKE                  LIKE        SARGABLE          .                     NOT LIKE
      NOT LIKE              LIKE        NEGATION          .                     LIKE
      ILIKE                 LIKE        CASE_INSENSITIVE  .                     NOT ILIKE
      NOT ILIKE             LIKE        NEGATION          .                     ILIKE
      SIMILAR TO            LIKE        SARGABLE          .                     NOT SIMILAR TO
      NOT SIMILAR TO        LIKE        NEGATION          .                     SIMILAR TO
      ^@                    LIKE        SARGABLE          .                     .
      ~                     REGEX       SARGABLE          .                     !~
      !~                    REGEX       NEGATION          .                     ~
      ~*                    REGEX       CASE_INSENSITIVE  .                     !~*
      !~*                   REGEX       NEGATION          .                     ~*
      @>                    CONTAINS    SARGABLE          <@                    .
      <@                    CONTAINS    SARGABLE          @>                    .
      ?                     CONTAINS    SARGABLE          .                     .
      ?|                    CONTAINS    SARGABLE          .                     .
      ?&                    CONTAINS    SARGABLE          .                     .
      @@                    CONTAINS    SARGABLE          @@                    .
      @@@                   CONTAINS    SARGABLE          @@@                   .
      @?                    CONTAINS    SARGABLE          .                     .
      %                     CONTAINS    SARGABLE          %                     .
      <%                    CONTAINS    SARGABLE          %>                    .
      %>                    CONTAINS    SARGABLE          <%                    .
      <<%                   CONTAINS    SARGABLE          %>>                   .
      %>>                   CONTAINS    SARGABLE          <<%                   .
      <<=                   CONTAINS    SARGABLE          >>=                   .
      >>=                   CONTAINS    SARGABLE          <<=                   .
      &&                    OVERLAP     SARGABLE          &&                    .
      &&&                   OVERLAP     SARGABLE          &&&                   .
      <<                    OVERLAP     SARGABLE          >>                    .
      >>                    OVERLAP     SARGABLE          <<                    .
      &<                    OVERLAP     SARGABLE          .                     .
      &>                    OVERLAP     SARGABLE          .                     .
      <<|                   OVERLAP     SARGABLE          |>>                   .
      |>>                   OVERLAP     SARGABLE          <<|                   .
      &<|                   OVERLAP     SARGABLE          .                     .
      |&>                   OVERLAP     SARGABLE          .                     .
      -|-                   OVERLAP     SARGABLE          -|-                   .
      ~=                    OVERLAP     SARGABLE          ~=                    .
      ?#                    OVERLAP     SARGABLE          ?#                    .
      @                     OVERLAP     SARGABLE          .                     .
      <->                   DISTANCE    NOT_INDEXABLE     <->                   .
      <#>                   DISTANCE    NOT_INDEXABLE     <#>                   .
      <=>                   DISTANCE    NOT_INDEXABLE     <=>                   .
      <+>                   DISTANCE    NOT_INDEXABLE     <+>                   .
      <~>                   DISTANCE    NOT_INDEXABLE     <~>                   .
      <%>                   DISTANCE    NOT_INDEXABLE     <%>                   .
      <<->                  DISTANCE    NOT_INDEXABLE     <->>                  .
      <->>                  DISTANCE    NOT_INDEXABLE     <<->                  .
      <<<->                 DISTANCE    NOT_INDEXABLE     <->>>                 .
      <->>>                 DISTANCE    NOT_INDEXABLE     <<<->                 .
      <<#>>                 DISTANCE    NOT_INDEXABLE     <<#>>                 .
      |=|                   DISTANCE    NOT_INDEXABLE     |=|                   .
      """;

  /** Operators that PostgreSQL takes for words. */
  private static final Map<String, String> WORDS =
      Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE", "!=", "<>");

  private static final Map<String, OperatorClass> CLASSES =
      TABLE
          .lines()
          .map(OperatorClass::row)
          .collect(Collectors.toMap(OperatorClass::operator, Function.identity()));

  private static OperatorClass row(String line) {
    String[] cells = line.strip().split("\\s{2,}", -1);
    return new OperatorClass(
        cells[0],
        Role.valueOf(cells[1]),
        Sargability.valueOf(cells[2]),
        cells[3].equals(NONE) ? "" : cells[3],
        cells[4].equals(NONE) ? "" : cells[4]);
  }

  /** The class of an operator; of one that is not in the table, {@link Role#EXPRESSION}. */
  static OperatorClass of(String operator) {
    String name = WORDS.getOrDefault(operator, operator);
    OperatorClass known = CLASSES.get(name);
    return known != null
        ? known
        : new OperatorClass(name, Role.EXPRESSION, Sargability.NOT_INDEXABLE, "", "");
  }

  boolean isDistance() {
    return role == Role.DISTANCE;
  }

  boolean isCommutable() {
    return !commutator.isEmpty();
  }

  boolean isNegatable() {
    return !negator.isEmpty();
  }

  OperatorClass commuted() {
    return of(commutator);
  }

  OperatorClass negated() {
    return of(negator);
  }
}
