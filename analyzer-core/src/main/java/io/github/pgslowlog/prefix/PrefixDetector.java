package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the log_line_prefix that the first lines of a log were written with.
 *
 * <p>Known prefixes and readings of the lines themselves are tried on every line; the one that fits
 * most lines wins, on a tie the one that was listed first. One fitting line is enough, for the
 * empty prefix half of the lines. A duration is written by a session, so its line must show all
 * fields, those behind {@code %q} included.
 */
public final class PrefixDetector {
  private static final int MAX_GUESSES = 8;
  private static final int LONGEST_GUESSED_LINE = 1024;

  private PrefixDetector() {}

  /**
   * Detects the prefix of a log in English.
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
    List<Slice> heads =
        lines.stream()
            .filter(line -> line.length() > 0 && line.array()[line.from()] != '\t')
            .toList();
    LogLinePrefix best = null;
    int bestCount = 0;
    for (LogLinePrefix prefix : candidates(heads, languages)) {
      int count = count(prefix, heads, languages);
      if (prefix.elements().isEmpty() && 2 * count < heads.size()) {
        continue;
      }
      if (count > bestCount) {
        best = prefix;
        bestCount = count;
      }
    }
    return Optional.ofNullable(best);
  }

  private static List<LogLinePrefix> candidates(List<Slice> heads, Languages languages) {
    Stream<LogLinePrefix> known = Stream.of(KnownPrefix.values()).map(KnownPrefix::prefix);
    return Stream.concat(known, guesses(heads, languages).stream()).toList();
  }

  private static List<LogLinePrefix> guesses(List<Slice> heads, Languages languages) {
    List<LogLinePrefix> guesses = new ArrayList<>();
    for (Slice head : heads) {
      Slice start = head.between(0, Math.min(head.length(), LONGEST_GUESSED_LINE));
      Optional<LogLinePrefix> guess = PrefixGuess.of(start, languages);
      if (guess.isPresent() && !guesses.contains(guess.get())) {
        guesses.add(guess.get());
      }
      if (guesses.size() == MAX_GUESSES) {
        break;
      }
    }
    return guesses;
  }

  private static int count(LogLinePrefix prefix, List<Slice> heads, Languages languages) {
    PrefixMatcher matcher = prefix.matcher();
    LineHead head = new LineHead(matcher, languages);
    int count = 0;
    for (Slice line : heads) {
      if (head.find(line.array(), line.from(), line.to())
          && (!isDuration(line, head, languages) || isSession(line, head, matcher))) {
        count++;
      }
    }
    return count;
  }

  /** Durations are written by sessions, so their lines show what background processes leave out. */
  private static boolean isDuration(Slice line, LineHead head, Languages languages) {
    return languages.startsDuration(Slice.of(line.array(), head.textStart(), line.to()));
  }

  private static boolean isSession(Slice line, LineHead head, PrefixMatcher matcher) {
    return matcher.matchesSession(line.array(), line.from(), head.labelStart(), new PrefixFields());
  }
}
