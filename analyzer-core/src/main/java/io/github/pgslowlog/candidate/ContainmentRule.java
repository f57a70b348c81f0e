package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Documents, arrays and texts that contain something: GIN. Ranges, shapes and addresses that
 * contain or overlap something: GiST.
 *
 * <p>{@code WHERE data @> $1} gives {@code USING gin (data jsonb_path_ops)}, {@code data ? $1} the
 * default class, which has the keys, too; {@code tags && $1} gives {@code USING gin (tags)}, {@code
 * to_tsvector('english', body) @@ $1} gives {@code USING gin (to_tsvector('english', body))},
 * {@code during && $1} gives {@code USING gist (during)}; so do the shapes, and the paths of ltree.
 * Where the database has btree_gin, {@code data @> $1 AND tenant_id = $2} gives {@code USING gin
 * (tenant_id, data jsonb_path_ops)}, too.
 */
final class ContainmentRule implements ScanRule {
  private static final Set<String> PATH_OPERATORS = Set.of("@>", "@?", "@@");
  private static final Set<String> KEY_OPERATORS = Set.of("?", "?|", "?&");
  private static final Set<String> ARRAY_OPERATORS = Set.of("@>", "<@", "&&");

  /** Each column makes the index larger by two bytes a row. */
  private static final int MAX_SCALARS = 2;

  private static final Set<String> SHAPES =
      Set.of("point", "box", "circle", "polygon", "geometry", "geography");

  @Override
  public List<Candidate> candidates(TableScan scan) {
    List<Candidate> candidates = new ArrayList<>();
    for (Predicate predicate : scan.predicates()) {
      if (predicate.role() == Role.CONTAINS || predicate.role() == Role.OVERLAP) {
        candidate(scan, predicate)
            .ifPresent(
                candidate -> {
                  candidates.add(candidate);
                  withScalars(scan, candidate.index()).ifPresent(candidates::add);
                });
      }
    }
    return candidates;
  }

  private static Optional<Candidate> candidate(TableScan scan, Predicate predicate) {
    if (predicate.term() instanceof Term.Computed computed) {
      return ExpressionKeys.of(computed, scan.constants())
          .filter(key -> isOfDocument(predicate.operator()))
          .map(key -> gin(scan, key));
    }
    return predicate.sargability() == Sargability.SARGABLE
        ? byType(scan, predicate.term().columns().get(0).column(), predicate.operator())
        : Optional.empty();
  }

  /** Operators that no range or shape has, so that the expression is a document or a text. */
  private static boolean isOfDocument(String operator) {
    return operator.equals("@@") || KEY_OPERATORS.contains(operator);
  }

  private static Optional<Candidate> byType(TableScan scan, String column, String operator) {
    String type = scan.facts().type(column);
    IndexKey key = IndexKey.of(column);
    if (type.equals("jsonb")) {
      return jsonb(scan, key, operator);
    }
    boolean array = type.endsWith("[]") && ARRAY_OPERATORS.contains(operator);
    boolean search = type.equals("tsvector") && operator.startsWith("@@");
    if (array || search || type.equals("hstore")) {
      return Optional.of(gin(scan, key));
    }
    if (type.equals("inet") || type.equals("cidr")) {
      return Optional.of(gist(scan, key.withOperatorClass("inet_ops")));
    }
    boolean range =
        type.endsWith("range")
            || type.equals("ltree")
            || SHAPES.contains(type.replaceFirst("\\(.*", ""));
    return range ? Optional.of(gist(scan, key)) : Optional.empty();
  }

  private static Optional<Candidate> jsonb(TableScan scan, IndexKey key, String operator) {
    if (PATH_OPERATORS.contains(operator)) {
      return Optional.of(gin(scan, key.withOperatorClass("jsonb_path_ops")));
    }
    return KEY_OPERATORS.contains(operator) ? Optional.of(gin(scan, key)) : Optional.empty();
  }

  private static Candidate gin(TableScan scan, IndexKey key) {
    return candidate(scan, "gin", List.of(key), "contained values");
  }

  /**
   * The columns compared with a value as further keys; the order of keys does not matter to GIN.
   */
  private static Optional<Candidate> withScalars(TableScan scan, CandidateIndex index) {
    IndexKey key = index.keys().get(0);
    List<IndexKey> keys =
        scan.equality().stream()
            .filter(column -> !column.equals(key.text()))
            .limit(MAX_SCALARS)
            .map(IndexKey::of)
            .collect(Collectors.toCollection(ArrayList::new));
    boolean possible =
        !keys.isEmpty()
            && index.accessMethod().equals("gin")
            && scan.facts().extensions().contains("btree_gin");
    keys.add(key);
    return possible
        ? Optional.of(candidate(scan, "gin", keys, "contained values and equality"))
        : Optional.empty();
  }

  private static Candidate gist(TableScan scan, IndexKey key) {
    return candidate(scan, "gist", List.of(key), "ranges and shapes");
  }

  private static Candidate candidate(
      TableScan scan, String method, List<IndexKey> keys, String reason) {
    return new Candidate(
        new CandidateIndex(scan.table(), method, keys, List.of(), Optional.empty()), reason);
  }
}
