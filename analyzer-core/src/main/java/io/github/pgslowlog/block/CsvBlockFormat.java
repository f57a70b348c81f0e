package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.NewlineFinder;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.frame.RecordStart;
import io.github.pgslowlog.language.Languages;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Blocks of a csvlog as the server writes it, with LF at the ends of lines.
 *
 * <p>A block starts at a line that surely starts a record ({@link RecordStart#isSure}), for {@link
 * io.github.pgslowlog.frame.CsvFramer} starts a record at such a line whatever it read before: even
 * if a column is open, which makes the record before torn. So no statement can imitate the start of
 * a block, and the blocks of a log do not depend on each other. The reader of the block before
 * agrees, for one reason or another:
 *
 * <ul>
 *   <li>It read to the end of its block. It began where a record starts, and of each record it saw
 *       every quote: a column ends at a quote that is not doubled, a record at a line feed behind a
 *       column's end. Quotes in a text are doubled, so that after any number of them the column is
 *       still open, and what the text imitates behind them belongs to it. Thus the last record
 *       ended with the block, and the next one starts there.
 *   <li>It did not, since a column was open at the end of the block, or for another reason. Then it
 *       returned the start of that record, and whoever reads on from there finds out.
 * </ul>
 */
public final class CsvBlockFormat implements BlockFormat {
  private final String file;
  private final Languages languages;
  private final Optional<ZoneId> zone;
  private final int maxEntryBytes;

  /**
   * The blocks of a log.
   *
   * @param file its name
   * @param languages those its wording may be in
   * @param zone the zone the server logs in, instead of the abbreviations it prints; empty to trust
   *     the abbreviations
   * @param maxEntryBytes bound on one record; a longer one is out of the ordinary
   */
  public CsvBlockFormat(
      String file, Languages languages, Optional<ZoneId> zone, int maxEntryBytes) {
    this.file = file;
    this.languages = languages;
    this.zone = zone;
    this.maxEntryBytes = maxEntryBytes;
  }

  @Override
  public int lastStart(byte[] bytes, int from, int to) {
    int lineEnd = to;
    for (int i = to - 1; i >= from; i--) {
      if (bytes[i] == '\n') {
        if (RecordStart.isSure(bytes, i + 1, lineEnd)) {
          return i + 1;
        }
        lineEnd = i;
      }
    }
    return -1;
  }

  @Override
  public int firstStart(byte[] bytes, int from, int to) {
    int start = from;
    while (start < to) {
      int end = NewlineFinder.indexOfEnd(bytes, start, to);
      if (end < 0 || bytes[end] == 0) {
        return -1;
      }
      if (RecordStart.isSure(bytes, start, end)) {
        return start;
      }
      start = end + 1;
    }
    return -1;
  }

  @Override
  public BlockReader reader(KnownStatements statements) {
    MessageSorter sorter = new MessageSorter(file, languages, statements);
    return new CsvBlockReader(languages, zone, maxEntryBytes, sorter::accept);
  }
}
