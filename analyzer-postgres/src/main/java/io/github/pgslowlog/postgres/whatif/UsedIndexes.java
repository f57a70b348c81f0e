package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.catalog.IndexName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Notes which indexes a plan has, by their numbers. */
final class UsedIndexes implements PlanNames {
  private final Relations relations;
  private final Map<Long, BuiltCandidate> candidates;
  private final Set<Long> used = new TreeSet<>();
  private final Set<Long> skipping = new TreeSet<>();

  UsedIndexes(Relations relations, Map<Long, BuiltCandidate> candidates) {
    this.relations = relations;
    this.candidates = candidates;
  }

  @Override
  public Optional<String> schemaOfTable(String table) {
    return relations.onlySchema(table);
  }

  @Override
  public String shown(String schema, String index) {
    Optional<Relation> relation = relations.index(new IndexName(schema, index));
    relation.ifPresent(found -> used.add(found.oid()));
    return relation
        .flatMap(found -> Optional.ofNullable(candidates.get(found.oid())))
        .map(BuiltCandidate::name)
        .orElse(index);
  }

  @Override
  public void searched(String schema, String index, String condition) {
    relations
        .index(new IndexName(schema, index))
        .filter(found -> SkipScan.is(found, condition))
        .ifPresent(found -> skipping.add(found.oid()));
  }

  /** The numbers of those that are searched without a value for their first key. */
  Set<Long> skipping() {
    return Set.copyOf(skipping);
  }

  /** The numbers of the indexes so far. */
  Set<Long> used() {
    return Set.copyOf(used);
  }
}
