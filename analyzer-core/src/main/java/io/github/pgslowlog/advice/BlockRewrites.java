package io.github.pgslowlog.advice;

import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.Comparand;
import io.github.pgslowlog.resolve.Condition;
import io.github.pgslowlog.resolve.Predicate;
import io.github.pgslowlog.resolve.QueryBlock;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Sargability;
import io.github.pgslowlog.resolve.SortKey;
import io.github.pgslowlog.select.PlanNode;
import io.github.pgslowlog.workload.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Clauses to be written otherwise.
 *
 * <pre>
 * ORDER BY id OFFSET 10000 LIMIT 10    WHERE id > last seen ORDER BY id LIMIT 10
 * WHERE a.x = $1 OR b.y = $2           two queries and UNION
 * WHERE id NOT IN (SELECT ...)         WHERE NOT EXISTS (SELECT ...)
 * </pre>
 */
final class BlockRewrites {
  /** 1000 rows: passing over fewer is quick. */
  private static final long FAR = 1000;

  private static final java.util.regex.Pattern OFFSET =
      java.util.regex.Pattern.compile("(?i)\\bOFFSET\\s+(?:(\\d{1,15})|\\$(\\d{1,5}))");

  private final AdviceContext context;
  private final Sizes sizes;

  BlockRewrites(AdviceContext context, Sizes sizes) {
    this.context = context;
    this.sizes = sizes;
  }

  Map<TableName, Rewrite> of(ShapedPattern shaped, QueryShape shape) {
    Map<TableName, Rewrite> found = new LinkedHashMap<>();
    for (QueryBlock block : shape.blocks()) {
      paging(shaped.pattern(), block, found);
      acrossTables(block, found);
      notIn(shaped.pattern(), block, found);
    }
    found.keySet().removeIf(sizes::isSmall);
    return found;
  }

  // --- OFFSET

  /** Only where all keys are columns without NULLs of one table, in one direction. */
  private void paging(Pattern pattern, QueryBlock block, Map<TableName, Rewrite> found) {
    if (!block.limit().offset() || block.orderBy().isEmpty() || offset(pattern) < FAR) {
      return;
    }
    List<String> names = new ArrayList<>();
    boolean descending = block.orderBy().get(0).descending();
    Optional<TableName> table = Optional.empty();
    for (SortKey key : block.orderBy()) {
      Optional<ColumnRef.Resolved> column =
          key.term().plainColumn().isPresent() ? Predicates.column(key.term()) : Optional.empty();
      if (column.isEmpty()
          || key.descending() != descending
          || !isNotNull(column.get())
          || table.isPresent() && !table.get().equals(column.get().table().table())) {
        return;
      }
      table = Optional.of(column.get().table().table());
      names.add(Identifier.quoted(column.get().column()));
    }
    String keys = String.join(", ", names);
    boolean single = names.size() == 1;
    found.put(
        table.orElseThrow(),
        new Rewrite(
            "paging",
            "ORDER BY " + keys + (descending ? " DESC" : "") + " OFFSET n",
            "WHERE "
                + (single ? keys : "(" + keys + ")")
                + (descending ? " < " : " > ")
                + (single ? "last seen" : "(last seen)")
                + " ORDER BY ... without OFFSET",
            "1,000 rows and more are read and passed over",
            List.of(
                "the keys must be unique together: add the primary key as the last of them",
                "pages can no longer be reached by their number")));
  }

  private boolean isNotNull(ColumnRef.Resolved column) {
    return context
        .catalog()
        .find(column.table().table())
        .flatMap(table -> table.column(column.column()))
        .filter(ColumnDefinition::notNull)
        .isPresent();
  }

  /** The largest OFFSET of the samples. */
  private static long offset(Pattern pattern) {
    return pattern.samples().samples().stream()
        .mapToLong(
            sample -> {
              Matcher matcher = OFFSET.matcher(sample.sql());
              long largest = 0;
              while (matcher.find()) {
                largest =
                    Math.max(
                        largest,
                        matcher.group(1) != null
                            ? Long.parseLong(matcher.group(1))
                            : parameter(sample.parameters(), matcher.group(2)));
              }
              return largest;
            })
        .max()
        .orElse(0);
  }

  private static long parameter(List<Optional<String>> parameters, String number) {
    int index = Integer.parseInt(number) - 1;
    return index < 0 || index >= parameters.size()
        ? 0
        : parameters
            .get(index)
            .filter(text -> text.matches("\\d{1,15}"))
            .map(Long::parseLong)
            .orElse(0L);
  }

  // --- OR

  private void acrossTables(QueryBlock block, Map<TableName, Rewrite> found) {
    List<Predicate> arms =
        Predicates.of(block.condition())
            .filter(predicate -> predicate.sargability() == Sargability.OR_ACROSS_TABLES)
            .toList();
    boolean disjunction =
        block.condition() instanceof Condition.AnyOf
            || block.condition() instanceof Condition.AllOf all
                && all.conditions().stream().anyMatch(Condition.AnyOf.class::isInstance);
    List<ColumnRef.Resolved> columns =
        arms.stream().flatMap(arm -> Predicates.column(arm.term()).stream()).toList();
    if (arms.size() != 2 || columns.size() != 2 || !disjunction) {
      return;
    }
    String one = words(arms.get(0), columns.get(0));
    String other = words(arms.get(1), columns.get(1));
    found.put(
        columns.get(0).table().table(),
        new Rewrite(
            "or",
            "WHERE " + one + " OR " + other,
            "SELECT ... WHERE " + one + " UNION SELECT ... WHERE " + other,
            "neither table can be searched by an index before they are joined; each query of the"
                + " UNION can",
            List.of(
                "UNION leaves out rows that are equal: have a key of each table among the"
                    + " columns")));
  }

  private static String words(Predicate arm, ColumnRef.Resolved column) {
    return Identifier.quoted(column.table().alias())
        + "."
        + Identifier.quoted(column.column())
        + " "
        + arm.operator()
        + " ...";
  }

  // --- NOT IN

  /** Only where the plan runs the sub-select again and again, which it does if it is large. */
  private void notIn(Pattern pattern, QueryBlock block, Map<TableName, Rewrite> found) {
    for (Predicate predicate : block.predicates()) {
      if (!predicate.operator().equals("NOT IN")
          || !(predicate.comparand() instanceof Comparand.Subquery)) {
        continue;
      }
      Optional<ColumnRef.Resolved> column = Predicates.column(predicate.term());
      boolean slow =
          Plans.planned(context, pattern.fingerprint())
              .filter(planned -> Plans.nodes(planned.before()).anyMatch(BlockRewrites::runsAgain))
              .isPresent();
      if (column.isPresent() && slow && isNotNull(column.get())) {
        String name = Identifier.quoted(column.get().column());
        found.put(
            column.get().table().table(),
            new Rewrite(
                "not in",
                name + " NOT IN (SELECT x ...)",
                "NOT EXISTS (SELECT 1 ... WHERE x = " + name + ")",
                "the sub-select is run for every row, as its result is too large for work_mem;"
                    + " NOT EXISTS is a join",
                List.of("where x is NULL in a row, NOT IN gives no rows at all; NOT EXISTS does")));
      }
    }
  }

  private static boolean runsAgain(PlanNode node) {
    return node.filter().contains("SubPlan") && !node.filter().contains("hashed SubPlan");
  }
}
