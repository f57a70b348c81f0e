package io.github.pgslowlog.parse;

import io.github.pgslowlog.parse.grammar.SqlSkeleton.AssignedContext;
import io.github.pgslowlog.parse.grammar.SqlSkeleton.PieceContext;
import io.github.pgslowlog.parse.grammar.SqlSkeleton.PlainContext;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * A piece of a predicate: a token, or what stands in parentheses.
 *
 * @param type the type of its first token: OPEN, LEFT_BRACKET, QUERY_OPEN, CASE or BETWEEN if it
 *     has several
 * @param token its first token
 * @param context what the grammar made of it
 */
record SkeletonPiece(int type, SkeletonToken token, ParserRuleContext context) {
  static List<SkeletonPiece> of(List<PieceContext> pieces) {
    return pieces.stream().map(SkeletonPiece::of).toList();
  }

  static SkeletonPiece of(PieceContext piece) {
    return piece.subquery() == null ? of(piece.plain()) : of(piece.subquery());
  }

  static List<SkeletonPiece> ofPlain(List<PlainContext> pieces) {
    return pieces.stream().map(SkeletonPiece::of).toList();
  }

  static SkeletonPiece of(PlainContext plain) {
    return tokenOrChild(plain);
  }

  static SkeletonPiece of(AssignedContext assigned) {
    return tokenOrChild(assigned);
  }

  private static SkeletonPiece tokenOrChild(ParserRuleContext choice) {
    return of(choice.getChild(0) instanceof ParserRuleContext several ? several : choice);
  }

  private static SkeletonPiece of(ParserRuleContext context) {
    SkeletonToken token = (SkeletonToken) context.getStart();
    return new SkeletonPiece(token.getType(), token, context);
  }

  boolean is(int wanted) {
    return type == wanted;
  }

  boolean is(int wanted, String word) {
    return type == wanted && token.is(word);
  }
}
