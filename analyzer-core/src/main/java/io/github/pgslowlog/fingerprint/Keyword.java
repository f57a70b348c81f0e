package io.github.pgslowlog.fingerprint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Key words that canonical text writes in capitals: PostgreSQL's reserved words and those that
 * start statements and clauses.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key
 * Words</a>.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Keyword {
  ALL(Role.BEFORE_VALUE),
  ANALYZE,
  AND(Role.BEFORE_VALUE),
  ANY,
  ARRAY,
  AS,
  ASC,
  BEGIN,
  BETWEEN(Role.BEFORE_VALUE),
  BY(Role.BEFORE_VALUE),
  CASE(Role.BEFORE_VALUE),
  CAST,
  CHECK,
  COLLATE,
  COMMIT,
  CONFLICT,
  CONSTRAINT,
  CREATE,
  CROSS,
  DEFAULT,
  DELETE,
  DESC,
  DISTINCT(Role.BEFORE_VALUE),
  DO,
  ELSE(Role.BEFORE_VALUE),
  END,
  EXCEPT(Role.CLAUSE),
  EXISTS,
  FALSE,
  FETCH(Role.CLAUSE),
  FOR(Role.CLAUSE),
  FOREIGN,
  FROM(Role.BEFORE_VALUE),
  FULL,
  GRANT,
  GROUP,
  HAVING(Role.CLAUSE),
  ILIKE(Role.BEFORE_VALUE),
  IN,
  INNER,
  INSERT,
  INTERSECT(Role.CLAUSE),
  INTO,
  IS,
  JOIN,
  LATERAL,
  LEFT,
  LIKE(Role.BEFORE_VALUE),
  LIMIT(Role.CLAUSE),
  MERGE,
  NATURAL,
  NOT,
  NULL,
  NULLS,
  OFFSET(Role.CLAUSE),
  ON(Role.BEFORE_VALUE),
  ONLY,
  OR(Role.BEFORE_VALUE),
  ORDER,
  OUTER,
  OVER,
  PARTITION,
  PRIMARY,
  REFERENCES,
  RETURNING(Role.CLAUSE),
  RIGHT,
  ROLLBACK,
  SELECT(Role.BEFORE_VALUE),
  SET,
  SIMILAR,
  SOME,
  TABLE,
  THEN(Role.BEFORE_VALUE),
  TO(Role.BEFORE_VALUE),
  TRUE,
  UNION(Role.CLAUSE),
  UNIQUE,
  UPDATE,
  USING(Role.BEFORE_VALUE),
  VALUES,
  WHEN(Role.BEFORE_VALUE),
  WHERE(Role.BEFORE_VALUE),
  WINDOW(Role.CLAUSE),
  WITH;

  private enum Role {
    NONE,
    /** A value may follow: a minus sign is then its sign, NULL is then a value. */
    BEFORE_VALUE,
    /** A value may follow, and a list behind ORDER BY or GROUP BY ends here. */
    CLAUSE
  }

  private static final int TABLE_SIZE = 512;
  private static final int LONGEST = longest();
  private static final @Nullable Keyword[] BY_HASH = byHash();

  private final byte[] upper = name().getBytes(StandardCharsets.US_ASCII);
  private final byte[] lower = name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
  private final Role role;

  Keyword() {
    this(Role.NONE);
  }

  Keyword(Role role) {
    this.role = role;
  }

  byte[] upper() {
    return upper;
  }

  boolean isBeforeValue() {
    return role != Role.NONE;
  }

  boolean endsSortList() {
    return role == Role.CLAUSE;
  }

  /** The key word that lower-case bytes spell, or null. */
  static @Nullable Keyword of(byte[] bytes, int from, int to) {
    if (to - from > LONGEST || to - from < 2) {
      return null;
    }
    int place = hash(bytes, from, to);
    Keyword keyword = BY_HASH[place];
    while (keyword != null) {
      if (Arrays.equals(keyword.lower, 0, keyword.lower.length, bytes, from, to)) {
        return keyword;
      }
      place = (place + 1) & (TABLE_SIZE - 1);
      keyword = BY_HASH[place];
    }
    return null;
  }

  private static int hash(byte[] bytes, int from, int to) {
    int mixed = bytes[from] * 31 + bytes[from + 1] * 17 + bytes[to - 1] * 7 + (to - from) * 101;
    return (mixed ^ (mixed >>> 9)) & (TABLE_SIZE - 1);
  }

  private static int longest() {
    return Arrays.stream(values()).mapToInt(keyword -> keyword.name().length()).max().orElse(0);
  }

  private static @Nullable Keyword[] byHash() {
    @Nullable Keyword[] table = new Keyword[TABLE_SIZE];
    for (Keyword keyword : values()) {
      int place = hash(keyword.lower, 0, keyword.lower.length);
      while (table[place] != null) {
        place = (place + 1) & (TABLE_SIZE - 1);
      }
      table[place] = keyword;
    }
    return table;
  }
}
