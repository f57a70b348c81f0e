package io.github.pgslowlog.advice;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.Catalog;
import io.github.pgslowlog.catalog.Constraint;
import io.github.pgslowlog.catalog.Identifier;
import io.github.pgslowlog.catalog.Index;
import io.github.pgslowlog.catalog.IndexKey;
import io.github.pgslowlog.catalog.Table;
import io.github.pgslowlog.catalog.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which foreign keys have an index that finds the referencing rows: a valid B-tree that begins with
 * their columns, in any order, or a hash index on the only one. A partial index does only if it
 * leaves out nothing but NULLs.
 */
final class ForeignKeys {
  private static final Pattern AND = Pattern.compile(" AND ");
  private static final Pattern ENCLOSED = Pattern.compile("^\\((.*)\\)$", Pattern.DOTALL);

  private final Catalog catalog;

  ForeignKeys(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Those without an index, of tables that can have one; partitions have that of their table. */
  List<Constraint> withoutIndex() {
    return catalog.constraints().stream()
        .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
        .filter(constraint -> !constraint.inherited() && !constraint.columns().isEmpty())
        .filter(constraint -> !isIndexed(constraint.table(), constraint.columns()))
        .toList();
  }

  private boolean isIndexed(TableName table, List<String> columns) {
    if (catalog.indexes(table).stream().anyMatch(index -> serves(index, columns))) {
      return true;
    }
    List<Table> partitions = catalog.partitions(table);
    return !partitions.isEmpty()
        && partitions.stream().allMatch(partition -> isIndexed(partition.name(), columns));
  }

  /** Whether an index finds rows by these columns. */
  static boolean serves(Index index, List<String> columns) {
    boolean method =
        index.accessMethod().equals(CandidateIndex.BTREE)
            || index.accessMethod().equals("hash") && columns.size() == 1;
    return method
        && index.valid()
        && beginsWith(index.keys(), columns)
        && isWhole(index.predicate(), columns);
  }

  /** Whether an index that does not exist yet would find rows by these columns. */
  static boolean serves(CandidateIndex index, TableName table, List<String> columns) {
    return index.isBtree()
        && index.table().equals(table)
        && beginsWith(index.keys(), columns)
        && isWhole(index.predicate(), columns);
  }

  private static boolean beginsWith(List<IndexKey> keys, List<String> columns) {
    if (keys.size() < columns.size()) {
      return false;
    }
    List<IndexKey> first = keys.subList(0, columns.size());
    return first.stream().noneMatch(IndexKey::expression)
        && new HashSet<>(first.stream().map(IndexKey::text).toList())
            .equals(new HashSet<>(columns));
  }

  /** An equality with each of the columns implies that none of them is NULL. */
  private static boolean isWhole(Optional<String> predicate, List<String> columns) {
    Set<String> notNull = columns.stream().map(ForeignKeys::notNull).collect(Collectors.toSet());
    return predicate.isEmpty()
        || Stream.of(AND.split(predicate.get(), -1))
            .map(part -> ENCLOSED.matcher(part).replaceFirst("$1"))
            .allMatch(notNull::contains);
  }

  /** The condition that leaves out NULLs. */
  static String notNull(String column) {
    return Identifier.quoted(column) + " IS NOT NULL";
  }
}
