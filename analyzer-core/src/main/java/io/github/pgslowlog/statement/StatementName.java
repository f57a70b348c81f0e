package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import org.jspecify.annotations.Nullable;

/**
 * {@code NAME[/PORTAL]: SQL} taken apart.
 *
 * <p>Clients choose names freely, so that {@code ": "} may be part of one. The text is cut at the
 * first {@code ": "} behind which a command starts. A name that ends in {@code --} would pass the
 * rest off as a comment, so a cut is passed over if the SQL behind it has a comment that begins
 * with another cut. If no cut fits, the first is taken.
 *
 * @param name the prepared statement
 * @param portal the portal, null if unnamed
 * @param sql the text
 */
record StatementName(String name, @Nullable String portal, Slice sql) {
  /** Null if there is no cut at all. */
  static @Nullable StatementName read(Slice text) {
    int first = nextCut(text, 0);
    for (int cut = first; cut >= 0; cut = nextCut(text, cut + 1)) {
      if (SqlStart.at(text, cut + 2) && !hidesAnother(text, cut)) {
        return at(text, cut);
      }
    }
    return first < 0 ? null : at(text, first);
  }

  private static StatementName at(Slice text, int cut) {
    int slash = cut;
    while (slash >= 0 && text.array()[text.from() + slash] != '/') {
      slash--;
    }
    String name = text.between(0, slash < 0 ? cut : slash).text();
    String portal = slash < 0 ? null : text.between(slash + 1, cut).text();
    return new StatementName(name, portal, text.from(cut + 2));
  }

  /** The next {@code ": "} in the first line, or -1. */
  private static int nextCut(Slice text, int offset) {
    byte[] b = text.array();
    for (int i = text.from() + offset; i + 1 < text.to() && b[i] != '\n'; i++) {
      if (b[i] == ':' && b[i + 1] == ' ') {
        return i - text.from();
      }
    }
    return -1;
  }

  private static boolean hidesAnother(Slice text, int cut) {
    byte[] b = text.array();
    for (int other = nextCut(text, cut + 1); other >= 0; other = nextCut(text, other + 1)) {
      if (SqlStart.at(text, other + 2)) {
        int dashes = text.from() + other - 1;
        while (dashes > text.from() + cut && b[dashes] != '/' && b[dashes] != '-') {
          dashes--;
        }
        dashes = b[dashes] == '/' ? dashes - 1 : dashes;
        return dashes > text.from() + cut + 1 && b[dashes] == '-' && b[dashes - 1] == '-';
      }
    }
    return false;
  }
}
