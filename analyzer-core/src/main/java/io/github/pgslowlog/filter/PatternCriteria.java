package io.github.pgslowlog.filter;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.fingerprint.Canonicalizer;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.fingerprint.KnownStatements;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides on patterns, once for each. */
final class PatternCriteria {
  /** Logs have some thousand patterns; of more, some are decided on again. */
  private static final int MAX_PATTERNS = 100_000;

  private final List<String> fingerprints;
  private final List<String> texts;
  private final Map<Fingerprint, Optional<Criterion>> decisions = new HashMap<>();
  private final KnownStatements known = new KnownStatements();
  private final Canonicalizer canonicalizer = new Canonicalizer();

  private PatternCriteria(LogFilter filter) {
    fingerprints = filter.fingerprints();
    texts = filter.texts();
  }

  /** Null if every pattern passes. */
  static @Nullable PatternCriteria of(LogFilter filter) {
    return filter.fingerprints().isEmpty() && filter.texts().isEmpty()
        ? null
        : new PatternCriteria(filter);
  }

  /** The first that a statement fails, null if none. What has no text fails the first asked for. */
  @Nullable Criterion failed(@Nullable Slice sql) {
    return sql == null
        ? fingerprints.isEmpty() ? Criterion.TEXT : Criterion.FINGERPRINT
        : failed(
            known.read(sql.array(), sql.from(), sql.to()).fingerprint(),
            sql.array(),
            sql.from(),
            sql.to());
  }

  /** The same of a statement whose pattern is known. */
  @Nullable Criterion failed(Fingerprint pattern, byte[] sql, int from, int to) {
    Optional<Criterion> decision = decisions.get(pattern);
    if (decision == null) {
      decision = Optional.ofNullable(decide(pattern, sql, from, to));
      if (decisions.size() == MAX_PATTERNS) {
        decisions.clear();
      }
      decisions.put(pattern, decision);
    }
    return decision.orElse(null);
  }

  private @Nullable Criterion decide(Fingerprint pattern, byte[] sql, int from, int to) {
    String digits = pattern.toString();
    if (!fingerprints.isEmpty() && fingerprints.stream().noneMatch(digits::startsWith)) {
      return Criterion.FINGERPRINT;
    }
    if (texts.isEmpty()) {
      return null;
    }
    Fingerprint read = canonicalizer.read(Slice.of(sql, from, to));
    String text = canonicalizer.canonical(read).text().toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(text::contains) ? null : Criterion.TEXT;
  }
}
