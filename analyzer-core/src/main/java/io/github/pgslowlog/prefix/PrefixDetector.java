package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the log_line_prefix that the first lines of a log were written with.
 *
 * <p>Known prefixes and one inferred from the lines themselves are tried; the one that fits most
 * lines wins. On a tie a known one does, unless names it reads hold what belongs to a prefix and
 * the inferred one reads plain names. One fitting line is enough, for the empty prefix half of the
 * lines. A duration is written by a session, so its line must show all fields, those behind {@code
 * %q} included.
 */
public final class PrefixDetector {
  /** The best and those that lines of background processes do not tell from it. */
  private static final int MAX_CANDIDATES = 4;

  private PrefixDetector() {}

  /**
   * Detects the prefix.
   *
   * @param lines the first lines of a log, continuation lines (leading tab) may be among them
   * @return the prefix, empty if no line looks like a line of a server
   */
  public static Optional<LogLinePrefix> detect(List<Slice> lines) {
    return detect(lines, Languages.english());
  }

  /**
   * Detects the prefix.
   *
   * @param lines the first lines of a log, continuation lines (leading tab) may be among them
   * @param languages those of the log
   * @return the prefix, empty if no line looks like a line of a server
   */
  public static Optional<LogLinePrefix> detect(List<Slice> lines, Languages languages) {
    return detectAll(lines, languages).stream().findFirst();
  }

  /**
   * Detects the prefixes that fit the lines equally well, such as two that differ only in what
   * background processes leave out. A line that does not fit the first may fit the next.
   *
   * @param lines the first lines of a log, continuation lines (leading tab) may be among them
   * @param languages those of the log
   * @return the prefixes, best first, a few at most, empty if no line looks like a line of a server
   */
  public static List<LogLinePrefix> detectAll(List<Slice> lines, Languages languages) {
    HeadSample sample = HeadSample.of(lines, languages);
    List<LabelledLine> labelled = LabelledLine.of(sample);
    List<PrefixScore> scores = known(labelled, sample.lines().size());
    PrefixScore best = best(scores);
    if (best != null && best.doubtful() == 0 && best.lines() >= sample.heads().size()) {
      return withEquals(best, scores);
    }
    Optional<PrefixScore> inferred =
        PrefixInference.infer(sample).map(prefix -> PrefixScore.of(prefix, labelled, 0));
    if (inferred.isPresent() && (best == null || inferred.get().isBetterThan(best))) {
      best = inferred.get();
    }
    if (best != null && best.doubtful() > 0) {
      best = withoutDoubt(best, labelled, languages);
    }
    return best == null ? List.of() : withEquals(best, scores);
  }

  /** Where most lines are of background processes, those with doubtful names show the prefix. */
  private static PrefixScore withoutDoubt(
      PrefixScore best, List<LabelledLine> labelled, Languages languages) {
    List<Slice> doubtful =
        labelled.stream()
            .filter(line -> PrefixScore.of(best.prefix(), List.of(line), 1).doubtful() > 0)
            .map(LabelledLine::line)
            .toList();
    return PrefixInference.infer(new HeadSample(doubtful, languages))
        .map(prefix -> PrefixScore.of(prefix.withStopOf(best.prefix()), labelled, 0))
        .filter(score -> score.isBetterThan(best))
        .orElse(best);
  }

  /**
   * Tells whether a prefix reads only names that leave no doubt.
   *
   * @param prefix as detected
   * @param lines the first lines of a log; not all of them are looked at
   * @param languages those of the log
   * @return false if one of them shows a doubtful name, which the log just has then
   */
  public static boolean readsPlainNames(
      LogLinePrefix prefix, List<Slice> lines, Languages languages) {
    List<Slice> first = lines.subList(0, Math.min(lines.size(), HeadSample.FIRST_LINES));
    List<LabelledLine> labelled = LabelledLine.of(HeadSample.of(first, languages));
    return PrefixScore.of(prefix, labelled, 0).doubtful() == 0;
  }

  private static List<PrefixScore> known(List<LabelledLine> labelled, int lines) {
    List<PrefixScore> scores = new ArrayList<>();
    int most = 1;
    for (KnownPrefix known : KnownPrefix.values()) {
      PrefixScore score = PrefixScore.of(known.prefix(), labelled, most);
      boolean empty = known == KnownPrefix.NONE;
      if (score.lines() >= most && (!empty || 2 * score.lines() >= lines)) {
        scores.add(score);
        most = score.lines();
      }
    }
    return scores;
  }

  private static @Nullable PrefixScore best(List<PrefixScore> scores) {
    PrefixScore best = null;
    for (PrefixScore score : scores) {
      if (best == null || score.isBetterThan(best)) {
        best = score;
      }
    }
    return best;
  }

  private static List<LogLinePrefix> withEquals(PrefixScore best, List<PrefixScore> scores) {
    List<LogLinePrefix> prefixes = new ArrayList<>(List.of(best.prefix()));
    for (PrefixScore score : scores) {
      boolean equal = score.lines() == best.lines() && score.doubtful() <= best.doubtful();
      if (equal && !prefixes.contains(score.prefix()) && prefixes.size() < MAX_CANDIDATES) {
        prefixes.add(score.prefix());
      }
    }
    return prefixes;
  }
}
