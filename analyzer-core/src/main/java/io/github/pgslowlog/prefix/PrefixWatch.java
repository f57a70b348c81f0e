package io.github.pgslowlog.prefix;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Notices that log_line_prefix changes in the middle of a log: a server was reloaded, or logs were
 * put together.
 *
 * <p>One line is enough, if it shows a time or a process: a prefix without either is not told from
 * text.
 */
public final class PrefixWatch {
  /** Detection is slow; a log of another program must not ask for it at every line. */
  private static final int MAX_DETECTIONS = 500;

  private static final int MAX_LINE_BYTES = 4096;
  private static final PrefixEscape[] TELLING = {
    PrefixEscape.TIME_MILLISECONDS,
    PrefixEscape.TIME,
    PrefixEscape.TIME_EPOCH,
    PrefixEscape.PROCESS,
    PrefixEscape.SESSION
  };

  private final Set<LogLinePrefix> known = new HashSet<>();
  private final Languages languages;
  private int detections;

  /**
   * Watches a log.
   *
   * @param known the prefixes that are tried on every line
   * @param languages those of the labels
   */
  public PrefixWatch(List<LogLinePrefix> known, Languages languages) {
    this.known.addAll(known);
    this.languages = languages;
  }

  /**
   * Looks at a line that fits no known prefix.
   *
   * @param line holds the line
   * @param from first byte of the line
   * @param to behind its last byte
   * @return the prefix it was written with, empty if it looks like no line of a server
   */
  public Optional<LogLinePrefix> look(byte[] line, int from, int to) {
    int end = Math.min(to, from + MAX_LINE_BYTES);
    if (detections >= MAX_DETECTIONS || languages.labels().firstColon(line, from, end) < 0) {
      return Optional.empty();
    }
    detections++;
    Slice copy = Slice.of(Arrays.copyOfRange(line, from, end));
    return PrefixDetector.detect(List.of(copy), languages)
        .filter(prefix -> isToldBy(prefix::shows))
        .filter(known::add);
  }

  /** Whether a time or a process is among some fields. */
  static boolean isToldBy(Predicate<PrefixEscape> fields) {
    return Arrays.stream(TELLING).anyMatch(fields);
  }

  /**
   * Looks at a line that fits no known prefix, as a background process may have written it.
   *
   * @param prefix what sessions write
   * @param line holds the line
   * @param from first byte of the line
   * @param to behind its last byte
   * @return the prefix with {@code %q} where the head of the line ends, empty if it does not begin
   *     so, or has a {@code %q}
   */
  public Optional<LogLinePrefix> stop(LogLinePrefix prefix, byte[] line, int from, int to) {
    int end = Math.min(to, from + MAX_LINE_BYTES);
    if (detections >= MAX_DETECTIONS || prefix.shows(PrefixEscape.STOP)) {
      return Optional.empty();
    }
    Slice copy = Slice.of(Arrays.copyOfRange(line, from, end));
    return HeadSample.of(List.of(copy), languages).heads().stream()
        .findFirst()
        .flatMap(head -> StopFinder.stopOf(prefix, head));
  }
}
