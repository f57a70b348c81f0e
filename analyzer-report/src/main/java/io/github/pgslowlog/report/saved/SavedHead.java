package io.github.pgslowlog.report.saved;

import io.github.pgslowlog.Coverage;
import io.github.pgslowlog.Input;
import io.github.pgslowlog.SqlCoverage;
import io.github.pgslowlog.diagnostics.Location;
import io.github.pgslowlog.diagnostics.Problem;
import io.github.pgslowlog.diagnostics.SkipCount;
import io.github.pgslowlog.diagnostics.SkipReason;
import io.github.pgslowlog.filter.Criterion;
import io.github.pgslowlog.filter.FilterCoverage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What was read, and how much of it was understood. */
final class SavedHead {
  private SavedHead() {}

  static Input input(Saved input) {
    return new Input(
        input.field("path").text(),
        input.field("format").text(),
        input.field("layers").list(Saved::text),
        input.field("languages").list(Saved::text),
        input.optionalText("logLinePrefix"),
        input.field("laterPrefixes").list(Saved::text),
        input.optional("prefixDetected", Saved::flag).orElse(false),
        input.field("bytes").bytes(),
        input.wholeOrZero("lines"),
        input.field("entries").whole(),
        input.optionalTime("firstTime"),
        input.optionalTime("lastTime"));
  }

  static List<Problem> problems(Saved problems, Saved lostInput) {
    Set<Integer> lost = new HashSet<>(lostInput.list(Saved::small));
    List<String> messages = problems.list(Saved::text);
    return IntStream.range(0, messages.size())
        .mapToObj(
            i ->
                lost.contains(i)
                    ? Problem.damage(messages.get(i))
                    : Problem.notice(messages.get(i)))
        .toList();
  }

  static Coverage coverage(Saved coverage) {
    SqlCoverage sql = sql(coverage.field("sql"));
    return new Coverage(
        coverage.field("lines").whole(),
        coverage.field("entries").whole(),
        coverage.field("skipped").list(SavedHead::skipped),
        coverage.field("lostMs").micros(),
        coverage.field("understoodTimePercent").tenths(),
        coverage.field("sqlParsedTimePercent").tenths(),
        coverage.field("columnsResolvedTimePercent").tenths(),
        sql.data().patterns(),
        sql.parsed().patterns(),
        sql,
        coverage.field("columnUses").whole(),
        coverage.field("ambiguousUses").whole(),
        coverage.field("cutPatterns").whole(),
        coverage.field("longStatements").whole(),
        coverage.optional("filter", SavedHead::filter));
  }

  private static FilterCoverage filter(Saved filter) {
    return new FilterCoverage(
        filter.field("entries").whole(),
        filter.field("passedEntries").whole(),
        filter.field("executions").whole(),
        filter.field("passedExecutions").whole(),
        filter.field("leftOutPatterns").whole(),
        filter.field("parts").list(SavedHead::filterPart));
  }

  private static FilterCoverage.Part filterPart(Saved part) {
    return new FilterCoverage.Part(
        part.field("criterion").oneOf(Criterion.values(), Criterion::word),
        part.field("wanted").text(),
        part.field("removed").whole());
  }

  private static SkipCount skipped(Saved skipped) {
    return new SkipCount(
        skipped.field("reason").oneOf(SkipReason.values(), SkipReason::word),
        skipped.field("count").whole(),
        location(skipped.field("example")));
  }

  /** {@code file:line}. */
  private static Location location(Saved example) {
    String text = example.text();
    int colon = text.lastIndexOf(':');
    try {
      return new Location(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)), 0);
    } catch (IndexOutOfBoundsException | NumberFormatException other) {
      throw example.expected("a place such as postgresql.log:17");
    }
  }

  private static SqlCoverage sql(Saved sql) {
    return new SqlCoverage(
        share(sql.field("parser")),
        share(sql.field("skeleton")),
        share(sql.field("unparsed")),
        share(sql.field("utility")));
  }

  private static SqlCoverage.Share share(Saved share) {
    return new SqlCoverage.Share(share.field("patterns").small(), share.field("ms").micros());
  }
}
