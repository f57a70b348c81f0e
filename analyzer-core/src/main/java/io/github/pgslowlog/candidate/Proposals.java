package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a rule proposes for a table: B-trees, each once. */
final class Proposals {
  /** 5: a sixth key narrows nothing down any more. */
  static final int MAX_KEYS = 5;

  private final TableScan scan;
  private final String reason;
  private final Set<Candidate> candidates = new LinkedHashSet<>();

  Proposals(TableScan scan, String reason) {
    this.scan = scan;
    this.reason = reason;
  }

  /** Adds a B-tree on columns in their order, each column where it is first. */
  @SafeVarargs
  final Proposals add(List<String>... columns) {
    return addKeys(
        Arrays.stream(columns).flatMap(List::stream).distinct().map(IndexKey::of).toList());
  }

  Proposals addKeys(List<IndexKey> keys) {
    List<IndexKey> first = keys.size() > MAX_KEYS ? keys.subList(0, MAX_KEYS) : keys;
    return first.isEmpty() ? this : add(new CandidateIndex(scan.table(), first));
  }

  Proposals add(CandidateIndex index) {
    candidates.add(new Candidate(index, reason));
    return this;
  }

  List<Candidate> all() {
    return new ArrayList<>(candidates);
  }
}
