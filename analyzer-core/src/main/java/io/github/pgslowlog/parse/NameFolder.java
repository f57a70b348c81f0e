package io.github.pgslowlog.parse;

import io.github.pgslowlog.rewrite.Rewritten;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of a tree as PostgreSQL folds them, and the marks among them. */
final class NameFolder {
  private static final String OPERATOR = "\"#op ";
  private static final String IDENTIFIER = "\"#id ";
  private static final String LIST = "\"#list ";

  private final Rewritten rewritten;

  NameFolder(Rewritten rewritten) {
    this.rewritten = rewritten;
  }

  /**
   * A name as the catalog has it; empty for none. The patterns of a log have few names, and many
   * times: so each is kept once.
   */
  String fold(@Nullable String written) {
    return written == null || written.isEmpty() ? "" : folded(written).intern();
  }

  private String folded(String written) {
    if (!isQuoted(written)) {
      return written.toLowerCase(Locale.ROOT);
    }
    int identifier = number(written, IDENTIFIER);
    if (identifier >= 0 && identifier < rewritten.identifiers().size()) {
      return rewritten.identifiers().get(identifier);
    }
    return written.substring(1, written.length() - 1).replace("\"\"", "\"");
  }

  /** The folded parts of a name with dots, which are not inside quotes. */
  List<String> path(String written) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      quoted ^= c == '"';
      if (c == '.' && !quoted) {
        parts.add(fold(written.substring(start, i).strip()));
        start = i + 1;
      }
    }
    parts.add(fold(written.substring(start).strip()));
    return parts;
  }

  /** Each of some names, folded. */
  List<String> foldAll(List<String> written) {
    return written.stream().map(this::fold).toList();
  }

  static boolean isQuoted(String written) {
    return written.length() >= 2 && written.charAt(0) == '"' && written.endsWith("\"");
  }

  /** The operator that a mark stands for, null if the name is no mark of an operator. */
  @Nullable String operator(String written) {
    int operator = number(written, OPERATOR);
    boolean known = operator >= 0 && operator < rewritten.operators().size();
    return known ? rewritten.operators().get(operator) : null;
  }

  /** The number of the folded list that a mark stands for, negative if it is none. */
  static int list(String written) {
    return number(written, LIST);
  }

  private static int number(String written, String mark) {
    if (!written.startsWith(mark)) {
      return -1;
    }
    return Marks.digits(written, mark.length(), written.length() - 1);
  }
}
