package io.github.pgslowlog.skeleton;

import io.github.pgslowlog.skeleton.grammar.SqlSkeleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Gives every parenthesis, bracket, CASE and BETWEEN its partner, so that text cut short can be
 * read, and finds the parentheses that hold queries.
 *
 * <p>What is missing is added where its surroundings end; a closing sign without an opening one
 * goes; a BETWEEN without AND is a word like others.
 */
final class BracketBalancer {
  /** Tokens that may stand between BETWEEN and its AND. */
  private static final BitSet PIECES =
      types(
          SqlSkeleton.NAME,
          SqlSkeleton.STAR,
          SqlSkeleton.VALUE,
          SqlSkeleton.LIST,
          SqlSkeleton.NUMBER,
          SqlSkeleton.CONSTANT,
          SqlSkeleton.KEYWORD,
          SqlSkeleton.OPERATOR,
          SqlSkeleton.EQUALS,
          SqlSkeleton.DOT,
          SqlSkeleton.TYPE_CAST,
          SqlSkeleton.PUNCTUATION,
          SqlSkeleton.NOT,
          SqlSkeleton.IN,
          SqlSkeleton.IS,
          SqlSkeleton.LIKE,
          SqlSkeleton.QUANTIFIER,
          SqlSkeleton.EXISTS,
          SqlSkeleton.ARRAY,
          SqlSkeleton.COLLATE,
          SqlSkeleton.OVER,
          SqlSkeleton.FILTER,
          SqlSkeleton.WITHIN_GROUP,
          SqlSkeleton.ONLY);

  /** Tokens that may stand between CASE and its END. */
  private static final BitSet CASE_PARTS =
      types(SqlSkeleton.AND, SqlSkeleton.OR, SqlSkeleton.WHEN, SqlSkeleton.THEN, SqlSkeleton.ELSE);

  private static final BitSet STARTS =
      types(
          SqlSkeleton.SELECT,
          SqlSkeleton.VALUES,
          SqlSkeleton.TABLE,
          SqlSkeleton.WITH,
          SqlSkeleton.INSERT,
          SqlSkeleton.UPDATE,
          SqlSkeleton.DELETE,
          SqlSkeleton.MERGE);

  /** What can follow a query in parentheses that is itself part of a query. */
  private static final BitSet FOLLOWERS =
      types(
          SqlSkeleton.CLOSE,
          SqlSkeleton.SET_OPERATOR,
          SqlSkeleton.ORDER_BY,
          SqlSkeleton.LIMIT,
          SqlSkeleton.OFFSET,
          SqlSkeleton.FETCH,
          SqlSkeleton.FOR);

  private final List<SkeletonToken> out = new ArrayList<>();

  /** Places in {@code out} of what is open. */
  private final List<Integer> open = new ArrayList<>();

  /** For opening parentheses and brackets the place of the closing one. */
  private final List<Integer> partner = new ArrayList<>();

  private int parentheses;
  private int brackets;

  private BracketBalancer() {}

  private static BitSet types(int... types) {
    BitSet set = new BitSet();
    for (int type : types) {
      set.set(type);
    }
    return set;
  }

  /**
   * Balances tokens.
   *
   * @param tokens the tokens, which may change their type
   * @param maxDepth how many may be open at once
   * @return the tokens; empty if more are open
   */
  static List<SkeletonToken> balanced(List<SkeletonToken> tokens, int maxDepth) {
    BracketBalancer balance = new BracketBalancer();
    for (SkeletonToken token : tokens) {
      balance.read(token);
      if (balance.open.size() > maxDepth) {
        return List.of();
      }
    }
    balance.endAll(tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).getStartIndex());
    balance.markQueries();
    return balance.out;
  }

  private void read(SkeletonToken token) {
    int type = token.getType();
    int place = token.getStartIndex();
    switch (type) {
      case SqlSkeleton.OPEN, SqlSkeleton.LEFT_BRACKET, SqlSkeleton.CASE, SqlSkeleton.BETWEEN ->
          open(token);
      case SqlSkeleton.CLOSE -> close(token, parentheses, SqlSkeleton.OPEN);
      case SqlSkeleton.RIGHT_BRACKET -> close(token, brackets, SqlSkeleton.LEFT_BRACKET);
      case SqlSkeleton.AND -> and(token);
      case SqlSkeleton.END -> end(token);
      default -> {
        if (!PIECES.get(type)) {
          endBetween(place);
          if (!CASE_PARTS.get(type)) {
            endCases(place);
          }
        }
        add(token);
      }
    }
  }

  private void add(SkeletonToken token) {
    out.add(token);
    partner.add(-1);
  }

  private int top() {
    return open.isEmpty() ? -1 : out.get(open.get(open.size() - 1)).getType();
  }

  private void open(SkeletonToken token) {
    count(token.getType(), 1);
    open.add(out.size());
    add(token);
  }

  private void count(int type, int change) {
    if (type == SqlSkeleton.OPEN) {
      parentheses += change;
    } else if (type == SqlSkeleton.LEFT_BRACKET) {
      brackets += change;
    }
  }

  private void close(SkeletonToken token, int count, int opening) {
    if (count == 0) {
      return;
    }
    while (top() != opening) {
      endTop(token.getStartIndex());
    }
    pop(token);
  }

  private void pop(SkeletonToken closing) {
    int place = open.remove(open.size() - 1);
    count(out.get(place).getType(), -1);
    partner.set(place, out.size());
    add(closing);
  }

  private void and(SkeletonToken token) {
    if (top() == SqlSkeleton.BETWEEN) {
      token.setType(SqlSkeleton.BETWEEN_AND);
      pop(token);
    } else {
      add(token);
    }
  }

  private void end(SkeletonToken token) {
    endBetween(token.getStartIndex());
    if (top() == SqlSkeleton.CASE) {
      pop(token);
    } else {
      token.setType(SqlSkeleton.KEYWORD);
      add(token);
    }
  }

  private void endBetween(int start) {
    while (top() == SqlSkeleton.BETWEEN) {
      endTop(start);
    }
  }

  private void endCases(int start) {
    while (top() == SqlSkeleton.BETWEEN || top() == SqlSkeleton.CASE) {
      endTop(start);
    }
  }

  private void endAll(int start) {
    while (!open.isEmpty()) {
      endTop(start);
    }
  }

  private void endTop(int start) {
    switch (top()) {
      case SqlSkeleton.BETWEEN ->
          out.get(open.remove(open.size() - 1)).setType(SqlSkeleton.KEYWORD);
      case SqlSkeleton.CASE -> pop(SkeletonToken.missing(SqlSkeleton.END, start));
      case SqlSkeleton.OPEN -> pop(SkeletonToken.missing(SqlSkeleton.CLOSE, start));
      default -> pop(SkeletonToken.missing(SqlSkeleton.RIGHT_BRACKET, start));
    }
  }

  // --- queries

  /** From the last to the first, so that inner parentheses are known before outer ones. */
  private void markQueries() {
    for (int i = out.size() - 2; i >= 0; i--) {
      if (out.get(i).getType() == SqlSkeleton.OPEN && holdsQuery(i)) {
        out.get(i).setType(isCommonTable(i) ? SqlSkeleton.CTE_OPEN : SqlSkeleton.QUERY_OPEN);
      }
    }
  }

  private boolean holdsQuery(int place) {
    int next = out.get(place + 1).getType();
    if (next != SqlSkeleton.QUERY_OPEN) {
      return STARTS.get(next);
    }
    int behind = partner.get(place + 1) + 1;
    return behind < out.size() && FOLLOWERS.get(out.get(behind).getType());
  }

  private boolean isCommonTable(int place) {
    return place > 0
        && (out.get(place - 1).getType() == SqlSkeleton.AS
            || out.get(place - 1).is("materialized"));
  }
}
