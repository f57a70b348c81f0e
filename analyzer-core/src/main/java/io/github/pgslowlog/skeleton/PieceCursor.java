package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.GroupContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.StatementContext;
import io.github.pgslowlog.skeleton.grammar.SqlSkeleton.SubqueryContext;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.Token;

/** A place in a list of pieces. Mutable. */
final class PieceCursor {
  private final List<Piece> pieces;
  private int position;

  PieceCursor(List<Piece> pieces) {
    this.pieces = pieces;
  }

  boolean atEnd() {
    return position >= pieces.size();
  }

  int size() {
    return pieces.size();
  }

  /** The type of the piece that many places on, or back; EOF outside. */
  int type(int offset) {
    int index = position + offset;
    return index >= 0 && index < pieces.size() ? pieces.get(index).type() : Token.EOF;
  }

  boolean is(int type) {
    return type(0) == type;
  }

  boolean is(int offset, int type, String word) {
    return type(offset) == type && pieces.get(position + offset).token().is(word);
  }

  /** The token of the next piece; only if there is one. */
  SkeletonToken token() {
    return pieces.get(position).token();
  }

  Piece next() {
    return pieces.get(position++);
  }

  void skip() {
    position++;
  }

  /** The parentheses at hand, passed over. */
  GroupContext group() {
    return (GroupContext) next().context();
  }

  /** The parentheses at hand. */
  GroupContext peekGroup() {
    return (GroupContext) pieces.get(position).context();
  }

  /** The statement in the parentheses at hand, passed over. */
  StatementContext statement() {
    return ((SubqueryContext) next().context()).statement();
  }

  boolean isSubquery() {
    return is(SqlSkeleton.QUERY_OPEN) || is(SqlSkeleton.CTE_OPEN);
  }

  /** Whether an unquoted name without dots stands there. */
  boolean isSimpleName(int offset) {
    return type(offset) == SqlSkeleton.NAME
        && pieces.get(position + offset).token().names().size() == 1
        && !pieces.get(position + offset).token().getText().startsWith("\"");
  }

  /**
   * Reads a type.
   *
   * @return the type, without its modifiers
   */
  String type() {
    StringBuilder type = new StringBuilder();
    if (is(SqlSkeleton.NAME)) {
      type.append(String.join(".", next().token().names()));
    } else if (is(SqlSkeleton.KEYWORD) || is(SqlSkeleton.CONSTANT)) {
      type.append(next().token().getText().toLowerCase(Locale.ROOT));
    }
    if (is(0, SqlSkeleton.NAME, "precision") || is(0, SqlSkeleton.NAME, "varying")) {
      type.append(' ').append(next().token().getText());
    }
    if (is(SqlSkeleton.OPEN)) {
      skip();
    }
    zone(type);
    while (is(SqlSkeleton.LEFT_BRACKET) || is(0, SqlSkeleton.KEYWORD, "ARRAY")) {
      skip();
      type.append("[]");
    }
    return type.toString();
  }

  private void zone(StringBuilder type) {
    boolean with = is(0, SqlSkeleton.KEYWORD, "WITH") || is(0, SqlSkeleton.NAME, "without");
    if (with && is(1, SqlSkeleton.NAME, "time") && is(2, SqlSkeleton.NAME, "zone")) {
      type.append(is(SqlSkeleton.KEYWORD) ? " with time zone" : " without time zone");
      position += 3;
    }
  }
}
