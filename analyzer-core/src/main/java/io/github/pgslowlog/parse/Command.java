package io.github.pgslowlog.parse;

/**
 * A command that reads or changes tables, cut out of a text.
 *
 * @param tokens its tokens, which the rewriter changes
 * @param text its canonical text
 * @param position characters of the whole text before it
 * @param lists number of folded lists of the whole text before it
 */
record Command(TokenList tokens, String text, int position, int lists) {}
