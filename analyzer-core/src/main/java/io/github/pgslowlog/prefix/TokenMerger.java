package io.github.pgslowlog.prefix;

import java.util.ArrayList;
import java.util.List;

/** Joins words with single blanks between them into one text where delimiters enclose them. */
final class TokenMerger {
  private static final String CLOSING = "|,;:])>}\"'";
  private static final String OPENING = "|,;:[(<{\"'=";

  private TokenMerger() {}

  static List<HeadToken> merge(List<HeadToken> tokens) {
    List<HeadToken> merged = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      int end = runEnd(tokens, i);
      if (end - i > 1 && isEnclosed(tokens, i, end)) {
        StringBuilder text = new StringBuilder();
        tokens.subList(i, end).forEach(token -> text.append(token.text()));
        merged.add(
            HeadToken.value(text.toString(), FieldSyntax.TEXT)
                .padded(tokens.get(end - 1).padding()));
      } else {
        merged.addAll(tokens.subList(i, end));
      }
      i = end;
    }
    return merged;
  }

  /** Behind the words {@code a b c} that start here. */
  private static int runEnd(List<HeadToken> tokens, int from) {
    int end = from + 1;
    while (isWord(tokens.get(from))
        && end + 1 < tokens.size()
        && tokens.get(end).isLiteral()
        && tokens.get(end).text().equals(" ")
        && isWord(tokens.get(end + 1))) {
      end += 2;
    }
    return end;
  }

  private static boolean isWord(HeadToken token) {
    return token.isText() && token.escape() == null;
  }

  private static boolean isEnclosed(List<HeadToken> tokens, int from, int to) {
    if (from == 0 || to == tokens.size()) {
      return false;
    }
    HeadToken before = tokens.get(from - 1);
    HeadToken after = tokens.get(to);
    return before.isLiteral()
        && after.isLiteral()
        && OPENING.indexOf(before.text().charAt(before.text().length() - 1)) >= 0
        && CLOSING.indexOf(after.text().charAt(0)) >= 0;
  }
}
