package io.github.pgslowlog.candidate;

import io.github.pgslowlog.catalog.IndexKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

  /** Adds a B-tree on columns in their order. */
  Proposals add(List<String> columns) {
    return addKeys(columns.stream().distinct().map(IndexKey::of).toList());
  }

  /** Adds a B-tree on some columns, then others; each column stands where it is first. */
  Proposals add(List<String> first, List<String> second) {
    return add(Stream.concat(first.stream(), second.stream()).toList());
  }

  /** Adds a B-tree on some columns, then others, then others again. */
  Proposals add(List<String> first, List<String> second, List<String> third) {
    return add(first, Stream.concat(second.stream(), third.stream()).toList());
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
