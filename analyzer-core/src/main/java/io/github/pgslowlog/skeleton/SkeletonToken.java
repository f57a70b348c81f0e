package io.github.pgslowlog.skeleton;

import java.util.List;
import org.antlr.v4.runtime.CommonToken;

/** A token of the skeleton grammar: a word, a sign, or several that mean one thing. */
final class SkeletonToken extends CommonToken {
  private static final long serialVersionUID = 1;

  private final transient List<String> names;
  private final int number;

  /**
   * Makes a token.
   *
   * @param type a token type of SqlSkeleton
   * @param text its words, between them a space
   * @param start place of its first character in the text
   * @param names the parts of a dotted name, folded; else empty
   * @param number of {@code $n} n, of {@code ...} which it is in the text; else 0
   */
  SkeletonToken(int type, String text, int start, List<String> names, int number) {
    super(type, text);
    this.names = List.copyOf(names);
    this.number = number;
    setStartIndex(start);
  }

  /** A token that the text lacks. */
  static SkeletonToken missing(int type, int start) {
    return new SkeletonToken(type, "", start, List.of(), 0);
  }

  List<String> names() {
    return names;
  }

  int number() {
    return number;
  }

  /** Whether it is this unquoted name, or this word. */
  boolean is(String word) {
    return getText().equals(word);
  }
}
