package io.github.pgslowlog.block;

import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.frame.StderrStyle;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.prefix.PrefixMatcher;
import io.github.pgslowlog.prefix.QuickHead;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Logs in stderr format as syslog daemons store them: each line with a header, messages in pieces,
 * those of several processes interleaved.
 *
 * <p>Blocks are cut between any two lines: what they have to do with each other, their {@link
 * LooseEnds} tell.
 */
public final class SyslogBlockFormat implements BlockFormat {
  private final String file;
  private final PrefixMatcher matcher;
  private final boolean wary;
  private final Languages languages;
  private final Optional<ZoneId> zone;
  private final int maxEntryBytes;

  /**
   * A log that is {@linkplain StderrBlockFormat#isOrdinary ordinary} but for its headers.
   *
   * @param file its name
   * @param style what its lines start with
   * @param languages those of its labels and wording
   * @param zone the zone the server logs in; empty to trust the abbreviations it prints
   * @param maxEntryBytes bound on the bytes of one message, and on those of a line
   */
  public SyslogBlockFormat(
      String file,
      StderrStyle style,
      Languages languages,
      Optional<ZoneId> zone,
      int maxEntryBytes) {
    this.file = file;
    this.matcher = style.prefixes().get(0).matcher();
    this.wary = style.wary();
    this.languages = languages;
    this.zone = zone;
    this.maxEntryBytes = maxEntryBytes;
  }

  /** Behind the last line feed. */
  @Override
  public int lastStart(byte[] bytes, int from, int to) {
    int i = to - 1;
    while (i >= from && bytes[i] != '\n') {
      i--;
    }
    return i >= from ? i + 1 : -1;
  }

  /** What stands before the first message is read like the rest. */
  @Override
  public int firstStart(byte[] bytes, int from, int to) {
    return -1;
  }

  @Override
  public SyslogBlockReader reader(KnownStatements statements) {
    return new SyslogBlockReader(
        file, new QuickHead(matcher, languages), wary, languages, zone, maxEntryBytes, statements);
  }
}
