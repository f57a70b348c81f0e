package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.ColumnDefinition;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import io.github.pgslowlog.resolve.ColumnRef;
import io.github.pgslowlog.resolve.ColumnUse;
import io.github.pgslowlog.resolve.QueryShape;
import io.github.pgslowlog.resolve.Role;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.select.Action;
import io.github.pgslowlog.select.Recommendation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Long values that are kept unique: a B-tree holds them whole, a hash index four bytes of each. An
 * exclusion constraint on equality keeps them unique all the same.
 *
 * <pre>
 * UNIQUE (url)    EXCLUDE USING hash (url WITH =)
 * </pre>
 *
 * <p>Wrong for keys that something else refers to, where ON CONFLICT names the column, and where
 * the column is sorted by or searched by range: then there is no such advice. Source: <a
 * href="https://www.postgresql.org/docs/current/sql-createtable.html">CREATE TABLE</a>, EXCLUDE.
 */
final class LongUniqueValues implements AdviceRule {
  /** 60 bytes: for shorter values a B-tree is about as small. */
  private static final int LONG = 60;

  private static final long LARGE_BYTES = 100L << 20;
  private static final double LARGE_SHARE = 0.2;

  /** A hash index of unique values was seen to take 33 to 47 bytes a row. */
  private static final double HASH_BYTES = 47;

  /** Equality of these is equality of their bytes, by the database's collation. */
  private static final Set<String> TYPES = Set.of("text", "character varying", "bytea");

  /** Uses that a hash index cannot serve, or that rest on uniqueness. */
  private static final Set<Role> OTHER_USES =
      Set.of(
          Role.RANGE,
          Role.IS_NULL,
          Role.LIKE,
          Role.ORDER_BY,
          Role.GROUP_BY,
          Role.DISTINCT,
          Role.MIN_MAX,
          Role.JOIN,
          Role.CONFLICT_TARGET);

  @Override
  public List<Recommendation> advise(AdviceContext context) {
    Sizes sizes = new Sizes(context.catalog());
    Set<TableName> used = new HashSet<>();
    context.request().patterns().stream()
        .flatMap(shaped -> shaped.shape().stream())
        .forEach(shape -> used.addAll(shape.tables()));
    List<Recommendation> all = new ArrayList<>();
    for (Table table : context.catalog().tables()) {
      if (table.kind() == Table.Kind.TABLE
          && table.partitionOf().isEmpty()
          && used.contains(table.name())) {
        context.catalog().indexes(table.name()).stream()
            .filter(index -> isLongUnique(context, sizes, table, index))
            .filter(index -> isOnlyLookedUp(context, table.name(), column(index)))
            .forEach(index -> all.add(recommendation(context, table, index)));
      }
    }
    return all;
  }

  private static String column(Index index) {
    return index.keys().get(0).text();
  }

  private static boolean isLongUnique(
      AdviceContext context, Sizes sizes, Table table, Index index) {
    boolean plain =
        index.unique()
            && index.valid()
            && index.isPlain()
            && index.keys().size() == 1
            && index.included().isEmpty()
            && index.predicate().isEmpty()
            && index.accessMethod().equals(CandidateIndex.BTREE)
            && !index.nullsNotDistinct()
            && !index.replicaIdentity()
            && index.parent().isEmpty();
    if (!plain || isReferenced(context, index) || isDeferrable(context, index)) {
      return false;
    }
    Optional<ColumnDefinition> column = table.column(column(index));
    boolean type =
        column
            .filter(known -> known.collation().isEmpty())
            .map(known -> known.type().replaceAll("\\([0-9, ]*\\)", ""))
            .filter(TYPES::contains)
            .isPresent();
    return type && isLarge(context, sizes, table.name(), index);
  }

  /** Checked at the end of a statement or transaction, on which programs may rely. */
  private static boolean isDeferrable(AdviceContext context, Index index) {
    return context.catalog().constraints(index.table()).stream()
        .filter(constraint -> index.constraint().filter(constraint.name()::equals).isPresent())
        .anyMatch(constraint -> constraint.definition().contains(" DEFERRABLE"));
  }

  /** A primary key, or the target of a foreign key. */
  private static boolean isReferenced(AdviceContext context, Index index) {
    return context.catalog().constraints().stream()
        .anyMatch(
            constraint ->
                constraint.kind() == Constraint.Kind.PRIMARY_KEY
                        && constraint.table().equals(index.table())
                        && constraint.columns().equals(List.of(column(index)))
                    || constraint.kind() == Constraint.Kind.FOREIGN_KEY
                        && constraint.referenced().filter(index.table()::equals).isPresent()
                        && constraint.referencedColumns().equals(List.of(column(index))));
  }

  private static boolean isLarge(AdviceContext context, Sizes sizes, TableName table, Index index) {
    int width =
        context
            .catalog()
            .statistics(table)
            .flatMap(known -> known.column(column(index)))
            .map(known -> known.averageWidth())
            .orElse(0);
    long bytes = index.pages() * Sizes.PAGE;
    boolean large =
        bytes >= LARGE_BYTES || index.pages() >= LARGE_SHARE * sizes.pages(table) && bytes > 0;
    return width >= LONG && large && !sizes.isSmall(table) && hashBytes(sizes, table) < bytes / 2.0;
  }

  private static double hashBytes(Sizes sizes, TableName table) {
    return HASH_BYTES * sizes.rows(table).orElse(Double.MAX_VALUE);
  }

  /** Whether the log has nothing that needs the order of the values or a unique index. */
  private static boolean isOnlyLookedUp(AdviceContext context, TableName table, String column) {
    return context.request().patterns().stream()
        .allMatch(
            shaped ->
                shaped
                    .shape()
                    .map(shape -> isOnlyLookedUp(shape, table, column))
                    .orElse(
                        StatementType.of(shaped.pattern().query()) == StatementType.UTILITY
                            || !shaped.pattern().query().contains(table.name())));
  }

  private static boolean isOnlyLookedUp(QueryShape shape, TableName table, String column) {
    boolean changesOnConflict =
        shape.type() == StatementType.INSERT
            && shape.written().contains(table)
            && uses(shape).anyMatch(use -> use.role() == Role.UPDATED);
    return !changesOnConflict
        && uses(shape)
            .filter(use -> use.column().column().equals(column))
            .filter(use -> isOfOrUnknown(use.column(), table))
            .noneMatch(use -> OTHER_USES.contains(use.role()));
  }

  private static Stream<ColumnUse> uses(QueryShape shape) {
    return shape.blocks().stream().flatMap(block -> block.uses().stream());
  }

  private static boolean isOfOrUnknown(ColumnRef column, TableName table) {
    return !(column instanceof ColumnRef.Resolved known) || known.table().table().equals(table);
  }

  private static Recommendation recommendation(AdviceContext context, Table table, Index index) {
    String column = Identifier.quoted(column(index));
    String name =
        Identifier.quoted(
            StatisticsScript.name(table.name().name() + "_" + column(index), "_excl"));
    String alter = "ALTER TABLE " + table.name().sql();
    Optional<String> constraint = index.constraint().map(Identifier::quoted);
    long before = index.pages() * Sizes.PAGE;
    double after = hashBytes(new Sizes(context.catalog()), table.name());
    return Recommendation.of(
            Action.CONSTRAINT,
            table.name(),
            alter
                + " ADD CONSTRAINT "
                + name
                + " EXCLUDE USING hash ("
                + column
                + " WITH =);\n"
                + constraint
                    .map(known -> alter + " DROP CONSTRAINT " + known + ";")
                    .orElse("DROP INDEX CONCURRENTLY " + index.name().sql() + ";"))
        .rollback(
            constraint
                    .map(known -> alter + " ADD CONSTRAINT " + known + " UNIQUE (" + column + ");")
                    .orElse(
                        index
                                .definition()
                                .replaceFirst(
                                    "^CREATE UNIQUE INDEX ", "CREATE UNIQUE INDEX CONCURRENTLY ")
                            + ";")
                + "\n"
                + alter
                + " DROP CONSTRAINT "
                + name
                + ";")
        .verification(
            "SELECT conname, pg_size_pretty(pg_relation_size(conindid)) FROM pg_constraint"
                + " WHERE conrelid = "
                + SqlText.literal(table.name().sql())
                + "::regclass;")
        .bytes(Math.round(after))
        .reason(
            index.name().name()
                + " takes "
                + megabytes((double) before)
                + " for values of "
                + column
                + "; a hash index takes about "
                + megabytes(after))
        .caveat(
            "locks the table for reading and writing while it is built; there is no CONCURRENTLY:"
                + " needs a maintenance window")
        .caveat(
            "ON CONFLICT ("
                + column
                + ") and DO UPDATE are errors then, ON CONFLICT DO NOTHING still works: see that no"
                + " program uses them, the log shows slow statements only")
        .caveat(
            "it is no unique constraint: no foreign key can refer to it, tools show it as an"
                + " exclusion constraint, ORDER BY and ranges cannot use it")
        .caveat(
            "instead: CREATE UNIQUE INDEX CONCURRENTLY ON "
                + table.name().sql()
                + " (md5("
                + column
                + ")), if nobody can choose values whose md5 is the same; never"
                + " sha256("
                + column
                + "::bytea), which fails for values with a backslash; or shorter values")
        .build();
  }

  private static String megabytes(double bytes) {
    return Weights.count(Math.max(1, bytes / (1 << 20))) + " MB";
  }
}
