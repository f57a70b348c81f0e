package io.github.pgslowlog.rewrite;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes canonical text so that JSqlParser understands what PostgreSQL means.
 *
 * <p>JSqlParser reserves words that PostgreSQL does not, gives operators another precedence, and
 * has no syntax for some forms. The statement is read by PostgreSQL's grammar, once from left to
 * right, and what would be misunderstood is changed on the way: see {@link RewriteRule}. The rules
 * keep the roles of columns; what a rule changes is only for the parser, people never see it.
 *
 * <p>Text that is no SQL comes out as some other text that is none.
 */
public final class TokenRewriter {
  private static final Set<RewriteRule> ALL_RULES = EnumSet.allOf(RewriteRule.class);

  private TokenRewriter() {}

  /** The commands of a text that read or change tables, one by one. */
  static List<Rewritten> rewrite(String canonical) {
    return rewrite(canonical, ALL_RULES);
  }

  /** The same with some rules only. */
  static List<Rewritten> rewrite(String canonical, Set<RewriteRule> rules) {
    return commands(canonical).stream().map(command -> rewrite(command, rules)).toList();
  }

  /**
   * The commands of a text that read or change tables, not rewritten yet.
   *
   * @param canonical canonical text
   * @return the commands in their order, freed from what stands round them, such as EXPLAIN
   */
  public static List<Command> commands(String canonical) {
    List<Command> commands = new ArrayList<>();
    for (TokenList tokens : CommandSplitter.of(TokenList.of(canonical))) {
      int start = tokens.first().start;
      String text = canonical.substring(start, tokens.last().end);
      commands.add(new Command(tokens, text, start, listsBefore(tokens)));
    }
    return commands;
  }

  private static int listsBefore(TokenList tokens) {
    SqlToken token = tokens.first();
    while (!token.isEnd() && token.type != TokenList.LIST) {
      token = token.next;
    }
    String digits = token.text.replaceAll("\\D", "");
    return token.isEnd() || digits.isEmpty() ? 0 : Integer.parseInt(digits) - 1;
  }

  /**
   * Rewrites a command.
   *
   * @param command the command, which is used up
   * @return what JSqlParser gets
   */
  public static Rewritten rewrite(Command command) {
    return rewrite(command, ALL_RULES);
  }

  private static Rewritten rewrite(Command command, Set<RewriteRule> rules) {
    TokenList tokens = command.tokens();
    Rewriting rewriting = new Rewriting(tokens, rules);
    rewriting.clauses.inside(tokens.end());
    return new Rewritten(TokenWriter.write(tokens), rewriting.operators(), rewriting.identifiers());
  }
}
