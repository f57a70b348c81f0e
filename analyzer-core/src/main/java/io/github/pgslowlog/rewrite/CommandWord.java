package io.github.pgslowlog.rewrite;

import java.util.Locale;
import java.util.Set;

/** The word that starts a command. */
public final class CommandWord {
  private static final Set<String> DATA_COMMANDS =
      Set.of("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE");

  private CommandWord() {}

  /**
   * The first word of a text.
   *
   * @param canonical canonical text
   * @return its first word, parentheses passed over, upper case; empty if there is none
   */
  public static String of(String canonical) {
    int start = 0;
    while (start < canonical.length() && "( ".indexOf(canonical.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < canonical.length() && Character.isLetter(canonical.charAt(end))) {
      end++;
    }
    return canonical.substring(start, end).toUpperCase(Locale.ROOT);
  }

  /** Whether a token starts a command that reads or changes tables. */
  static boolean startsData(SqlToken token) {
    return token.isKeyword() && DATA_COMMANDS.contains(token.text);
  }
}
