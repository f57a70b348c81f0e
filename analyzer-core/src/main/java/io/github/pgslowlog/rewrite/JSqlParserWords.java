package io.github.pgslowlog.rewrite;

import io.github.pgslowlog.fingerprint.grammar.PostgresLexer;
import java.util.Set;

/** Words that JSqlParser 5.4 does not take as the name of a type. */
final class JSqlParserWords {
  private static final Set<String> NO_TYPES =
      Set.of(
          ("csv force import prior returns statement absent connect_by_root distinctrow errors"
                  + " excludes extend fbv final includes minus nocycle output pivot preferring"
                  + " prewhere sample script semi settings sql_cache sql_calc_found_rows"
                  + " sql_no_cache unpivot use verify xor enum map number blob")
              .split(" "));

  private JSqlParserWords() {}

  static void quoteType(SqlToken token, Rewriting rewriting) {
    if (NO_TYPES.contains(token.text) && rewriting.on(RewriteRule.NAMES)) {
      TokenList.replace(token, PostgresLexer.QUOTED_IDENTIFIER, '"' + token.text + '"');
    }
  }
}
