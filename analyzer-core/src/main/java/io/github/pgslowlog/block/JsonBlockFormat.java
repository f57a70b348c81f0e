package io.github.pgslowlog.block;

import io.github.pgslowlog.bytes.NewlineFinder;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.wrap.WrapOptions;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;

/**
 * Blocks of a jsonlog as the server writes it: an object on each line.
 *
 * <p>A block starts behind a line feed, with a brace and {@code "timestamp":"}. The server writes
 * no line feed into an object, so that a record starts there; what else could hold such a line, an
 * object on several lines, is not read here, and then the reader of the block before does not reach
 * its end.
 */
public final class JsonBlockFormat implements BlockFormat {
  private final String file;
  private final Languages languages;
  private final Optional<ZoneId> zone;
  private final int maxObjectBytes;

  /**
   * The blocks of a log.
   *
   * @param file its name
   * @param languages those its wording may be in
   * @param zone the zone the server logs in, instead of the abbreviations it prints; empty to trust
   *     the abbreviations
   * @param maxEntryBytes bound on one record; a longer one is out of the ordinary
   */
  public JsonBlockFormat(
      String file, Languages languages, Optional<ZoneId> zone, int maxEntryBytes) {
    this.file = file;
    this.languages = languages;
    this.zone = zone;
    this.maxObjectBytes = Math.min(maxEntryBytes, WrapOptions.defaults().maxLineBytes());
  }

  @Override
  public int lastStart(byte[] bytes, int from, int to) {
    byte[] opening = JsonBlockReader.OPENING;
    for (int i = to - opening.length - 1; i >= from; i--) {
      if (bytes[i] == '\n'
          && Arrays.equals(bytes, i + 1, i + 1 + opening.length, opening, 0, opening.length)) {
        return i + 1;
      }
    }
    return -1;
  }

  @Override
  public int firstStart(byte[] bytes, int from, int to) {
    byte[] opening = JsonBlockReader.OPENING;
    int start = from;
    while (start < to) {
      int behind = start + opening.length;
      if (behind <= to && Arrays.equals(bytes, start, behind, opening, 0, opening.length)) {
        return start;
      }
      int end = NewlineFinder.indexOfEnd(bytes, start, to);
      if (end < 0 || bytes[end] == 0) {
        return -1;
      }
      start = end + 1;
    }
    return -1;
  }

  @Override
  public BlockReader reader(KnownStatements statements) {
    MessageSorter sorter = new MessageSorter(file, languages, statements);
    return new JsonBlockReader(languages, zone, maxObjectBytes, sorter::accept);
  }
}
