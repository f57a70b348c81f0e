package io.github.pgslowlog.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * WriteConverter canonical text so that JSqlParser understands what PostgreSQL means.
 *
 * <p>JSqlParser reserves words that PostgreSQL does not, gives operators another precedence, and
 * has no syntax for some forms. The statement is read by PostgreSQL's grammar, once from left to
 * right, and what would be misunderstood is changed on the way: see {@link RewriteRule}. The rules
 * keep the roles of columns; what a rule changes is only for the parser, people never see it.
 *
 * <p>Text that is no SQL comes out as some other text that is none.
 */
final class TokenRewriter {
  private static final Set<RewriteRule> ALL_RULES = EnumSet.allOf(RewriteRule.class);

  private TokenRewriter() {}

  /** The commands of a text that read or change tables, one by one. */
  static List<Rewritten> rewrite(String canonical) {
    return rewrite(canonical, ALL_RULES);
  }

  /** The same with some rules only. */
  static List<Rewritten> rewrite(String canonical, Set<RewriteRule> rules) {
    List<Rewritten> commands = new ArrayList<>();
    for (TokenList command : Commands.of(TokenList.of(canonical))) {
      commands.add(rewrite(command, rules));
    }
    return commands;
  }

  private static Rewritten rewrite(TokenList command, Set<RewriteRule> rules) {
    Rewriting rewriting = new Rewriting(command, rules);
    rewriting.clauses.inside(command.end());
    return new Rewritten(
        TokenWriter.write(command), rewriting.operators(), rewriting.identifiers());
  }
}
