package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import org.jspecify.annotations.Nullable;

/**
 * {@code NAME[/PORTAL]: SQL} taken apart. In place of the colon and blank some languages have
 * another separator.
 *
 * <p>Clients choose names freely, so that the separator may be part of one. The text is cut at the
 * first separator behind which a command starts. A name that ends in {@code --} would pass the rest
 * off as a comment, so a cut is passed over if the SQL behind it has a comment that begins with
 * another cut. If no cut fits, the first is taken.
 *
 * @param name the prepared statement
 * @param portal the portal, null if unnamed
 * @param sql the text
 */
record StatementName(String name, @Nullable String portal, Slice sql) {
  /** Servers cut names at 63 bytes (255 when built so); a cut further on is part of the SQL. */
  static final int MAX_NAME_BYTES = 1024;

  /** Null if there is no cut at all. */
  static @Nullable StatementName read(Slice text, byte[] separator) {
    int first = nextCut(text, separator, 0, text.length());
    int cut = first;
    while (cut >= 0) {
      if (SqlStart.at(text, cut + separator.length) && !hidesAnother(text, separator, cut)) {
        return at(text, separator, cut);
      }
      cut = nextCut(text, separator, cut + 1, MAX_NAME_BYTES);
    }
    return first < 0 ? null : at(text, separator, first);
  }

  /** Whether a command, or nothing, follows the name. */
  boolean isFollowedByCommand() {
    return SqlStart.at(sql, 0);
  }

  private static StatementName at(Slice text, byte[] separator, int cut) {
    int slash = cut - 1;
    while (slash >= 0 && text.array()[text.from() + slash] != '/') {
      slash--;
    }
    String name = text.between(0, slash < 0 ? cut : slash).text();
    String portal = slash < 0 ? null : text.between(slash + 1, cut).text();
    return new StatementName(name, portal, text.from(cut + separator.length));
  }

  /** The next separator in the first line, or -1. */
  private static int nextCut(Slice text, byte[] separator, int offset, int limit) {
    byte[] b = text.array();
    int to = Math.min(text.length(), limit);
    for (int i = offset; i < to && b[text.from() + i] != '\n'; i++) {
      if (b[text.from() + i] == separator[0] && text.startsWithAt(i, separator)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean hidesAnother(Slice text, byte[] separator, int cut) {
    byte[] b = text.array();
    int other = nextCut(text, separator, cut + 1, MAX_NAME_BYTES);
    while (other >= 0) {
      if (SqlStart.at(text, other + separator.length)) {
        int dashes = text.from() + other - 1;
        while (dashes > text.from() + cut && b[dashes] != '/' && b[dashes] != '-') {
          dashes--;
        }
        dashes = b[dashes] == '/' ? dashes - 1 : dashes;
        return dashes > text.from() + cut + 1 && b[dashes] == '-' && b[dashes - 1] == '-';
      }
      other = nextCut(text, separator, other + 1, MAX_NAME_BYTES);
    }
    return false;
  }
}
