package io.github.pgslowlog.rewrite;

/** A command that reads or changes tables, cut out of a text. It can be rewritten once. */
public final class Command {
  private final TokenList tokens;
  private final String text;
  private final int position;
  private final int lists;
  private final int size;
  private final int depth;

  Command(TokenList tokens, String text, int position, int lists) {
    this.tokens = tokens;
    this.text = text;
    this.position = position;
    this.lists = lists;
    this.size = tokens.size();
    this.depth = tokens.depth();
  }

  /** Its tokens, which the rewriter changes. */
  TokenList tokens() {
    return tokens;
  }

  /**
   * Its text.
   *
   * @return its canonical text
   */
  public String text() {
    return text;
  }

  /**
   * Where it stands.
   *
   * @return characters of the whole text before it
   */
  public int position() {
    return position;
  }

  /**
   * The folded lists of other commands.
   *
   * @return number of folded lists of the whole text before it
   */
  public int lists() {
    return lists;
  }

  /**
   * How long it is.
   *
   * @return number of tokens
   */
  public int size() {
    return size;
  }

  /**
   * How deep its brackets nest.
   *
   * @return number of round and square brackets in each other
   */
  public int depth() {
    return depth;
  }
}
