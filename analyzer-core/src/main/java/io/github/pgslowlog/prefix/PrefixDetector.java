package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
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
  private static final byte[] DURATION = "duration: ".getBytes(StandardCharsets.US_ASCII);

  private PrefixDetector() {}

  /**
   * Detects the prefix.
   *
   * @param lines the first lines of a log, continuation lines (leading tab) may be among them
   * @return the prefix, empty if no line looks like a line of a server
   */
  public static Optional<LogLinePrefix> detect(List<Slice> lines) {
    List<Slice> heads =
        lines.stream()
            .filter(line -> line.length() > 0 && line.array()[line.from()] != '\t')
            .toList();
    LogLinePrefix best = null;
    int bestCount = 0;
    for (LogLinePrefix prefix : candidates(heads)) {
      int count = count(prefix, heads);
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

  private static List<LogLinePrefix> candidates(List<Slice> heads) {
    Stream<LogLinePrefix> known = Stream.of(KnownPrefix.values()).map(KnownPrefix::prefix);
    return Stream.concat(known, guesses(heads).stream()).toList();
  }

  private static List<LogLinePrefix> guesses(List<Slice> heads) {
    List<LogLinePrefix> guesses = new ArrayList<>();
    for (Slice head : heads) {
      String text = head.between(0, Math.min(head.length(), LONGEST_GUESSED_LINE)).text();
      Optional<LogLinePrefix> guess = PrefixGuess.of(text);
      if (guess.isPresent() && !guesses.contains(guess.get())) {
        guesses.add(guess.get());
      }
      if (guesses.size() == MAX_GUESSES) {
        break;
      }
    }
    return guesses;
  }

  private static int count(LogLinePrefix prefix, List<Slice> heads) {
    PrefixMatcher matcher = prefix.matcher();
    LineHead head = new LineHead(matcher);
    int count = 0;
    for (Slice line : heads) {
      if (head.find(line.array(), line.from(), line.to())
          && (!isDuration(line, head) || isSession(line, head, matcher))) {
        count++;
      }
    }
    return count;
  }

  /** Durations are written by sessions, so their lines show what background processes leave out. */
  private static boolean isDuration(Slice line, LineHead head) {
    return Slice.of(line.array(), head.textStart(), line.to()).startsWith(DURATION);
  }

  private static boolean isSession(Slice line, LineHead head, PrefixMatcher matcher) {
    return matcher.matchesSession(line.array(), line.from(), head.labelStart(), new PrefixFields());
  }
}
