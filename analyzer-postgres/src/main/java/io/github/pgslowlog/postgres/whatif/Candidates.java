package io.github.pgslowlog.postgres.whatif;

import io.github.pgslowlog.candidate.CandidateIndex;
import io.github.pgslowlog.catalog.IndexName;
import io.github.pgslowlog.select.Offer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The candidates so far: what became of them, and which index in the database each is. */
final class Candidates {
  /** Each is opened whenever a statement on its table is planned; 5000 take some 20 s to create. */
  static final int MAX_CANDIDATES = 5000;

  private static final String PREFIX = "pgslowlog_candidate_";

  private final PlanningDatabase database;
  private final Map<CandidateIndex, Offer> offers = new HashMap<>();
  private final Map<CandidateIndex, BuiltCandidate> built = new HashMap<>();
  private final Map<Long, BuiltCandidate> byOid = new HashMap<>();
  private int created;

  Candidates(PlanningDatabase database) {
    this.database = database;
  }

  Map<CandidateIndex, Offer> offer(Collection<CandidateIndex> wanted)
      throws SQLException, IOException {
    Set<CandidateIndex> fresh = new LinkedHashSet<>(wanted);
    fresh.removeAll(offers.keySet());
    if (!fresh.isEmpty()) {
      create(fresh);
    }
    Map<CandidateIndex, Offer> answers = new LinkedHashMap<>();
    for (CandidateIndex index : wanted) {
      answers.put(index, offers.getOrDefault(index, new Offer.Refused("not created")));
    }
    return answers;
  }

  private void create(Set<CandidateIndex> fresh) throws SQLException, IOException {
    List<CandidateIndex> possible = new ArrayList<>();
    Set<Relation> tables = new LinkedHashSet<>();
    for (CandidateIndex index : fresh) {
      Optional<Relation> table = database.relations().table(index.table());
      if (table.isEmpty()) {
        offers.put(index, new Offer.Refused("there is no table " + index.table()));
      } else if (created + possible.size() >= MAX_CANDIDATES) {
        offers.put(index, new Offer.Refused("more than " + MAX_CANDIDATES + " candidates"));
      } else {
        possible.add(index);
        tables.addAll(database.relations().withParts(table.get()));
      }
    }
    if (!possible.isEmpty()) {
      database.withEmpty(tables, creator -> create(possible, creator));
      for (CandidateIndex index : possible) {
        measure(index);
      }
    }
  }

  private void create(List<CandidateIndex> indexes, CandidateCreator creator) throws SQLException {
    Map<CandidateIndex, IndexName> names = new LinkedHashMap<>();
    for (CandidateIndex index : indexes) {
      String name = PREFIX + ++created;
      Optional<String> refusal = creator.create(index, name);
      if (refusal.isPresent()) {
        offers.put(index, new Offer.Refused(refusal.get()));
      } else {
        names.put(index, new IndexName(index.table().schema(), name));
      }
    }
    database.hideNew();
    names.forEach(this::register);
  }

  private void register(CandidateIndex index, IndexName name) {
    database
        .relations()
        .index(name)
        .map(found -> new BuiltCandidate(index, database.relations().withParts(found)))
        .ifPresent(
            candidate -> {
              built.put(index, candidate);
              candidate.relations().forEach(part -> byOid.put(part.oid(), candidate));
            });
  }

  private void measure(CandidateIndex index) throws SQLException, IOException {
    Optional<BuiltCandidate> candidate = find(index);
    if (candidate.isPresent()) {
      long bytes = 0;
      for (Relation part : candidate.get().relations()) {
        bytes += database.measure(part, index);
      }
      offers.put(index, new Offer.Accepted(bytes));
    }
  }

  Optional<BuiltCandidate> find(CandidateIndex index) {
    return Optional.ofNullable(built.get(index));
  }

  /** The candidate of an index of the database. */
  Optional<BuiltCandidate> find(long oid) {
    return Optional.ofNullable(byOid.get(oid));
  }

  Map<Long, BuiltCandidate> byOid() {
    return byOid;
  }
}
