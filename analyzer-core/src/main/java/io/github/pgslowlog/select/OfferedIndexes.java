package io.github.pgslowlog.select;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import io.github.pgslowlog.catalog.TableName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The candidates that can be had. Each has a number, given in the order in which they came. */
final class OfferedIndexes {
  /** 1,500: to create and size each takes some milliseconds, and each slows planning. */
  static final int MAX_INDEXES = 1_500;

  private final CostModel model;
  private final List<CandidateIndex> indexes = new ArrayList<>();
  private final List<Long> bytes = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();
  private final Map<CandidateIndex, Integer> ids = new HashMap<>();
  private final Map<TableName, BitSet> byTable = new HashMap<>();
  private final Map<List<TableName>, IndexSet> onTables = new HashMap<>();
  private final Map<CandidateIndex, String> refused = new LinkedHashMap<>();
  private boolean isCut;

  OfferedIndexes(CostModel model) {
    this.model = model;
  }

  /**
   * Offers what was not offered before.
   *
   * @return those of the given that can be had
   */
  IndexSet offer(Collection<CandidateIndex> candidates) {
    List<CandidateIndex> fresh =
        candidates.stream().distinct().filter(c -> !isKnown(c)).limit(room()).toList();
    if (!fresh.isEmpty()) {
      Map<CandidateIndex, Offer> offers = model.offer(fresh);
      fresh.forEach(
          candidate ->
              note(candidate, offers.getOrDefault(candidate, new Offer.Refused("no answer"))));
    }
    BitSet accepted = new BitSet();
    for (CandidateIndex candidate : candidates) {
      Integer id = ids.get(candidate);
      if (id != null) {
        accepted.set(id);
      }
      isCut |= !isKnown(candidate);
    }
    return IndexSet.of(accepted);
  }

  private int room() {
    return Math.max(0, MAX_INDEXES - ids.size() - refused.size());
  }

  private boolean isKnown(CandidateIndex candidate) {
    return ids.containsKey(candidate) || refused.containsKey(candidate);
  }

  private void note(CandidateIndex candidate, Offer offer) {
    if (offer instanceof Offer.Accepted accepted) {
      int id = indexes.size();
      ids.put(candidate, id);
      indexes.add(candidate);
      bytes.add(accepted.bytes());
      definitions.add(new IndexDefinition(candidate).create());
      byTable.computeIfAbsent(candidate.table(), k -> new BitSet()).set(id);
      onTables.clear();
    } else {
      refused.put(
          candidate,
          offer instanceof Offer.Refused no ? no.reason() : "nothing tells how large it would be");
    }
  }

  int size() {
    return indexes.size();
  }

  CandidateIndex index(int id) {
    return indexes.get(id);
  }

  long bytes(int id) {
    return bytes.get(id);
  }

  long bytes(IndexSet set) {
    return set.ids().stream().mapToLong(this::bytes).sum();
  }

  /** SQL text, by which ties are broken. */
  String definition(int id) {
    return definitions.get(id);
  }

  /** Those on some tables. */
  IndexSet onTables(List<TableName> tables) {
    return onTables.computeIfAbsent(tables, this::newOnTables);
  }

  private IndexSet newOnTables(List<TableName> tables) {
    BitSet on = new BitSet();
    tables.forEach(table -> on.or(byTable.getOrDefault(table, new BitSet())));
    return IndexSet.of(on);
  }

  /** Those of the given that can be had. */
  IndexSet ids(Collection<CandidateIndex> candidates) {
    BitSet known = new BitSet();
    for (CandidateIndex candidate : candidates) {
      Integer id = ids.get(candidate);
      if (id != null) {
        known.set(id);
      }
    }
    return IndexSet.of(known);
  }

  Set<CandidateIndex> indexes(IndexSet set) {
    return set.ids().stream().map(this::index).collect(Collectors.toSet());
  }

  /** Candidates that cannot be had, with the reason. */
  Map<CandidateIndex, String> refused() {
    return refused;
  }

  /** Whether there were too many candidates. */
  boolean isCut() {
    return isCut;
  }
}
