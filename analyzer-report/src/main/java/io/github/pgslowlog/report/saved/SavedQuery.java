package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.Query;
import io.github.pgslowlog.ReadingGap;
import io.github.pgslowlog.fingerprint.Fingerprint;
import io.github.pgslowlog.resolve.RowLimit;
import io.github.pgslowlog.resolve.StatementType;
import io.github.pgslowlog.sample.ConstantCounts;
import io.github.pgslowlog.workload.DurationSummary;
import io.github.pgslowlog.workload.Pattern;
import java.util.Optional;

/** A pattern with what its syntax tells. */
final class SavedQuery {
  private SavedQuery() {}

  static Query read(Saved query) {
    return new Query(
        pattern(query),
        query.field("type").oneOf(StatementType.values(), StatementType::word),
        query.field("tables").list(SavedUsage::tableOfText),
        query.optionalText("unparsed"),
        query.field("gaps").list(gap -> gap.oneOf(ReadingGap.values(), ReadingGap::word)),
        query.field("columns").list(SavedUsage::use),
        query.optional("limit", SavedQuery::limit));
  }

  private static Pattern pattern(Saved query) {
    return new Pattern(
        fingerprint(query.field("fingerprint")),
        query.field("query").text(),
        query.field("calls").whole(),
        query.field("totalMs").micros(),
        query.field("parseMs").micros(),
        query.field("bindMs").micros(),
        durations(query),
        query.optionalTime("firstTime"),
        query.optionalTime("lastTime"),
        query.field("users").map(Saved::whole),
        query.field("databases").map(Saved::whole),
        query.field("applications").map(Saved::whole),
        query.field("cancelled").whole(),
        query.field("tags").map(tag -> tag.map(Saved::whole)),
        query.optional("plan", SavedHistory::plan),
        SavedHistory.samples(query.field("samples")),
        SavedHistory.ofPattern(query));
  }

  static Optional<DurationSummary> durations(Saved numbers) {
    return numbers.optional(
        "meanMs",
        mean ->
            new DurationSummary(
                numbers.field("minMs").micros(),
                numbers.field("maxMs").micros(),
                mean.micros(),
                numbers.field("stddevMs").micros(),
                numbers.field("p50Ms").micros(),
                numbers.field("p95Ms").micros(),
                numbers.field("p99Ms").micros()));
  }

  static Fingerprint fingerprint(Saved fingerprint) {
    try {
      return Fingerprint.parse(fingerprint.text());
    } catch (IllegalArgumentException other) {
      throw fingerprint.expected("a fingerprint of 32 hexadecimal digits");
    }
  }

  private static RowLimit limit(Saved limit) {
    return new RowLimit(
        limit.field("limited").flag(), limit.field("offset").flag(), ConstantCounts.NONE);
  }
}
