package io.github.pgslowlog.workload;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.CanonicalSql;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.sample.SampleAccumulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The patterns of a run by fingerprint, in the order of their first statement.
 *
 * <p>The first ones are kept: as many as allowed, and as long as there is room for their texts.
 * Long texts may take half of the room at most, lest a few of them leave none to the others.
 * Patterns without room add up in one. Room never grows, so they never find any later.
 */
final class PatternTable {
  /** 16 KiB: what people and programs write is shorter; generated conditions and rows are not. */
  static final int LONG_TEXT = 16 << 10;

  private final KnownStatements texts = new KnownStatements();
  private final Canonicalizer canonicalizer = new Canonicalizer();
  private final Map<Fingerprint, PatternAccumulator> patterns = new LinkedHashMap<>();
  private final WorkloadAccumulator owner;
  private final int maxPatterns;
  private final long maxCharacters;
  private Consumer<CanonicalSql> newcomers = canonical -> {};
  private long characters;
  private @Nullable OtherAccumulator other;

  PatternTable(WorkloadAccumulator owner, int maxPatterns, long maxCharacters) {
    this.owner = owner;
    this.maxPatterns = maxPatterns;
    this.maxCharacters = maxCharacters;
  }

  /** Lets somebody know of each pattern that is kept, when it is met. */
  void onNewPattern(Consumer<CanonicalSql> listener) {
    newcomers = listener;
  }

  /** Where the statements of a text add up. Hot path. */
  StatementTotals totals(KnownStatement known, byte[] sql, int from, int to) {
    if (known.attachment instanceof StatementTotals totals && totals.isOf(owner)) {
      return totals;
    }
    StatementTotals found = patterns.get(known.fingerprint());
    if (found == null) {
      found = isFull() ? other(known.fingerprint()) : newcomer(sql, from, to);
    }
    known.attachment = found;
    return found;
  }

  /** Where the statements of a text add up. */
  StatementTotals totals(Slice sql) {
    return totals(known(sql), sql.array(), sql.from(), sql.to());
  }

  /** The pattern of a text; it is not kept for that. */
  KnownStatement known(Slice sql) {
    return texts.read(sql.array(), sql.from(), sql.to());
  }

  private StatementTotals newcomer(byte[] sql, int from, int to) {
    Fingerprint fingerprint = canonicalizer.read(Slice.of(sql, from, to));
    CanonicalSql canonical = canonicalizer.canonical(fingerprint);
    PatternAccumulator pattern = new PatternAccumulator(canonical, owner);
    if (!keep(pattern)) {
      return other(fingerprint);
    }
    newcomers.accept(canonical);
    return pattern;
  }

  /** How many are kept. */
  int size() {
    return patterns.size();
  }

  private boolean isFull() {
    return patterns.size() >= maxPatterns;
  }

  private boolean keep(PatternAccumulator pattern) {
    int length = pattern.textLength();
    long room = length > LONG_TEXT ? maxCharacters / 2 : maxCharacters;
    if (isFull() || characters + length > room) {
      return false;
    }
    patterns.put(pattern.fingerprint(), pattern);
    characters += length;
    return true;
  }

  private OtherAccumulator other(Fingerprint pattern) {
    OtherAccumulator some = other();
    some.add(pattern);
    return some;
  }

  private OtherAccumulator other() {
    OtherAccumulator some = other == null ? new OtherAccumulator(owner) : other;
    other = some;
    return some;
  }

  /** The other is not to be used any more. */
  void merge(PatternTable theirs, PlanBudget plans) {
    theirs.patterns.values().forEach(pattern -> merge(pattern, plans));
    if (theirs.other != null) {
      other().merge(theirs.other);
    }
  }

  private void merge(PatternAccumulator theirs, PlanBudget plans) {
    PatternAccumulator ours = patterns.get(theirs.fingerprint());
    if (ours != null) {
      ours.merge(theirs, plans);
    } else if (keep(theirs)) {
      theirs.moveTo(owner, plans);
    } else {
      other(theirs.fingerprint()).mergeTotals(theirs);
    }
  }

  List<SampleAccumulator> samples() {
    return patterns.values().stream().map(PatternAccumulator::samples).toList();
  }

  /** The patterns, each with its events. */
  Stream<Pattern> toPatterns(Function<Fingerprint, List<EventTotal>> events) {
    return patterns.values().stream()
        .filter(PatternAccumulator::isUsed)
        .map(pattern -> pattern.toPattern(events.apply(pattern.fingerprint())));
  }

  Optional<OtherPatterns> toOtherPatterns() {
    return Optional.ofNullable(other)
        .filter(totals -> totals.messages() > 0)
        .map(
            totals ->
                totals.toOtherPatterns(
                    isFull() ? OtherPatterns.Bound.NUMBER : OtherPatterns.Bound.TEXTS));
  }
}
