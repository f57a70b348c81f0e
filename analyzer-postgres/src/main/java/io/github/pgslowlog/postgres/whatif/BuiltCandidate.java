package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.candidate.IndexDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A candidate that was created.
 *
 * @param index the candidate
 * @param name how it is called in reports
 * @param relations the index in the database, and those of partitions that are part of it
 */
record BuiltCandidate(CandidateIndex index, String name, List<Relation> relations) {
  BuiltCandidate {
    relations = List.copyOf(relations);
  }

  BuiltCandidate(CandidateIndex index, List<Relation> relations) {
    this(index, new IndexDefinition(index).name(), relations);
  }

  Set<Long> tables() {
    return relations.stream().map(Relation::table).collect(Collectors.toUnmodifiableSet());
  }
}
