package io.github.pgslowlog.candidate;

import java.util.regex.Pattern;

/**
 * The condition of a partial index in a form in which one that was written and one that the server
 * prints are the same text: the server adds parentheses and casts.
 *
 * <pre>
 * status = 'new'     (status = 'new'::text)     ((status)::text = 'new'::text)
 * amount = 5         (amount = (5)::numeric)
 * </pre>
 */
final class PredicateText {
  private static final String TYPE =
      "::(?:[a-z_][a-z0-9_]*+\\.)?(?:\"[^\"]*+\"|[a-z_][a-z0-9_]*+(?: [a-z]++)*+)"
          + "(?:\\([0-9, ]*+\\))?(?:\\[])*+";
  private static final Pattern CAST_OF_STRING = Pattern.compile("('(?:[^']|'')*+')" + TYPE);
  private static final Pattern CAST_OF_NUMBER = Pattern.compile("\\((-?[0-9.]++)\\)" + TYPE);
  private static final Pattern CAST_OF_TEXT =
      Pattern.compile(
          "\\(([a-z_][a-z0-9_]*+|\"(?:[^\"]|\"\")*+\")\\)::(?:text|character varying|bpchar)");

  private PredicateText() {}

  /** Equal for conditions that are the same but for casts of values and parentheses around all. */
  static String normal(String predicate) {
    String text = CAST_OF_STRING.matcher(predicate).replaceAll("$1");
    text = CAST_OF_NUMBER.matcher(text).replaceAll("$1");
    text = CAST_OF_TEXT.matcher(text).replaceAll("$1").strip();
    while (isEnclosed(text)) {
      text = text.substring(1, text.length() - 1).strip();
    }
    return text;
  }

  /** Whether the first parenthesis is closed by the last character. */
  private static boolean isEnclosed(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return i > 0 && i == text.length() - 1;
      }
    }
    return false;
  }
}
