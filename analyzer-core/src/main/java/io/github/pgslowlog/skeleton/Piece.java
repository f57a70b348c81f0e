package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.AssignedContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.PieceContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.PlainContext;
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
record Piece(int type, SkeletonToken token, ParserRuleContext context) {
  static List<Piece> of(List<PieceContext> pieces) {
    return pieces.stream().map(Piece::of).toList();
  }

  static Piece of(PieceContext piece) {
    return piece.subquery() == null ? of(piece.plain()) : of(piece.subquery());
  }

  static List<Piece> ofPlain(List<PlainContext> pieces) {
    return pieces.stream().map(Piece::of).toList();
  }

  static Piece of(PlainContext plain) {
    return tokenOrChild(plain);
  }

  static Piece of(AssignedContext assigned) {
    return tokenOrChild(assigned);
  }

  private static Piece tokenOrChild(ParserRuleContext choice) {
    return of(choice.getChild(0) instanceof ParserRuleContext several ? several : choice);
  }

  private static Piece of(ParserRuleContext context) {
    SkeletonToken token = (SkeletonToken) context.getStart();
    return new Piece(token.getType(), token, context);
  }

  boolean is(int wanted) {
    return type == wanted;
  }

  boolean is(int wanted, String word) {
    return type == wanted && token.is(word);
  }
}
