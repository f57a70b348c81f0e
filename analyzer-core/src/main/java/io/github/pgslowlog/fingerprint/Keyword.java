package io.github.pgslowlog.fingerprint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Key words that canonical text writes in capitals: PostgreSQL's reserved words and those that
 * start statements and clauses. Hot path: a word of a statement is looked up as two numbers.
 *
 * <p>Source: <a href="https://www.postgresql.org/docs/current/sql-keywords-appendix.html">SQL Key
 * Words</a>.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Keyword {
  ABORT(Role.FIRST),
  AGGREGATE(Role.OBJECT),
  ALL(Role.BEFORE_VALUE),
  ALTER(Role.FIRST),
  ANALYSE(Role.RESERVED),
  ANALYZE,
  AND(Role.BEFORE_VALUE),
  ANY,
  ARRAY,
  AS,
  ASC,
  ASYMMETRIC(Role.RESERVED),
  AUTHORIZATION(Role.RESERVED),
  BEGIN,
  BETWEEN(Role.BEFORE_VALUE),
  BINARY(Role.RESERVED),
  BOTH(Role.RESERVED),
  BY(Role.BEFORE_VALUE),
  CALL(Role.FIRST),
  CASE(Role.BEFORE_VALUE),
  CAST,
  CHECK,
  CHECKPOINT(Role.FIRST),
  CLASS(Role.OBJECT),
  CLOSE(Role.FIRST),
  CLUSTER(Role.FIRST),
  COLLATE,
  COLLATION(Role.OBJECT),
  COLUMN(Role.RESERVED),
  COMMENT(Role.FIRST),
  COMMIT,
  CONCURRENTLY(Role.OBJECT),
  CONFLICT,
  CONSTRAINT,
  COPY(Role.FIRST),
  CREATE,
  CROSS,
  CURRENT_CATALOG(Role.RESERVED),
  CURRENT_DATE(Role.RESERVED),
  CURRENT_ROLE(Role.RESERVED),
  CURRENT_SCHEMA(Role.RESERVED),
  CURRENT_TIME(Role.RESERVED),
  CURRENT_TIMESTAMP(Role.RESERVED),
  CURRENT_USER(Role.RESERVED),
  DATABASE(Role.OBJECT),
  DEALLOCATE(Role.FIRST),
  DECLARE(Role.FIRST),
  DEFAULT,
  DEFERRABLE(Role.RESERVED),
  DELETE,
  DESC,
  DISCARD(Role.FIRST),
  DISTINCT(Role.BEFORE_VALUE),
  DO,
  DOMAIN(Role.OBJECT),
  DROP(Role.FIRST),
  ELSE(Role.BEFORE_VALUE),
  END,
  EVENT(Role.OBJECT),
  EXCEPT(Role.CLAUSE),
  EXECUTE(Role.FIRST),
  EXISTS,
  EXPLAIN(Role.FIRST),
  EXTENSION(Role.OBJECT),
  FALSE,
  FAMILY(Role.OBJECT),
  FETCH(Role.CLAUSE),
  FOR(Role.CLAUSE),
  FOREIGN,
  FREEZE(Role.RESERVED),
  FROM(Role.BEFORE_VALUE),
  FULL,
  FUNCTION(Role.OBJECT),
  GRANT,
  GROUP,
  HAVING(Role.CLAUSE),
  IF(Role.OBJECT),
  ILIKE(Role.BEFORE_VALUE),
  IMPORT(Role.FIRST),
  IN,
  INDEX(Role.OBJECT),
  INITIALLY(Role.RESERVED),
  INNER,
  INSERT,
  INTERSECT(Role.CLAUSE),
  INTO,
  IS,
  ISNULL(Role.RESERVED),
  JOIN,
  LANGUAGE(Role.OBJECT),
  LATERAL,
  LEADING(Role.RESERVED),
  LEFT,
  LIKE(Role.BEFORE_VALUE),
  LIMIT(Role.CLAUSE),
  LISTEN(Role.FIRST),
  LOAD(Role.FIRST),
  LOCALTIME(Role.RESERVED),
  LOCALTIMESTAMP(Role.RESERVED),
  LOCK(Role.FIRST),
  MATERIALIZED(Role.OBJECT),
  MERGE,
  MOVE(Role.FIRST),
  NATURAL,
  NOT,
  NOTIFY(Role.FIRST),
  NOTNULL(Role.RESERVED),
  NULL,
  NULLS,
  OFFSET(Role.CLAUSE),
  ON(Role.BEFORE_VALUE),
  ONLY,
  OPERATOR(Role.OBJECT),
  OR(Role.BEFORE_VALUE),
  ORDER,
  OUTER,
  OVER,
  OVERLAPS(Role.RESERVED),
  PARTITION,
  PLACING(Role.RESERVED),
  POLICY(Role.OBJECT),
  PREPARE(Role.FIRST),
  PRIMARY,
  PROCEDURE(Role.OBJECT),
  PUBLICATION(Role.OBJECT),
  REASSIGN(Role.FIRST),
  RECURSIVE(Role.OBJECT),
  REFERENCES,
  REFRESH(Role.FIRST),
  REINDEX(Role.FIRST),
  RELEASE(Role.FIRST),
  REPLACE(Role.OBJECT),
  RESET(Role.FIRST),
  RETURNING(Role.CLAUSE),
  REVOKE(Role.FIRST),
  RIGHT,
  ROLE(Role.OBJECT),
  ROLLBACK,
  RULE(Role.OBJECT),
  SAVEPOINT(Role.FIRST),
  SCHEMA(Role.OBJECT),
  SECURITY(Role.FIRST),
  SELECT(Role.BEFORE_VALUE),
  SEQUENCE(Role.OBJECT),
  SERVER(Role.OBJECT),
  SESSION_USER(Role.RESERVED),
  SET,
  SHOW(Role.FIRST),
  SIMILAR,
  SOME,
  START(Role.FIRST),
  STATISTICS(Role.OBJECT),
  SUBSCRIPTION(Role.OBJECT),
  SYMMETRIC(Role.RESERVED),
  SYSTEM(Role.OBJECT),
  SYSTEM_USER(Role.RESERVED),
  TABLE,
  TABLESAMPLE(Role.RESERVED),
  TABLESPACE(Role.OBJECT),
  TEMP(Role.OBJECT),
  TEMPORARY(Role.OBJECT),
  THEN(Role.BEFORE_VALUE),
  TO(Role.BEFORE_VALUE),
  TRAILING(Role.RESERVED),
  TRIGGER(Role.OBJECT),
  TRUE,
  TRUNCATE(Role.FIRST),
  TYPE(Role.OBJECT),
  UNION(Role.CLAUSE),
  UNIQUE,
  UNLISTEN(Role.FIRST),
  UNLOGGED(Role.OBJECT),
  UPDATE,
  USER(Role.OBJECT),
  USING(Role.BEFORE_VALUE),
  VACUUM(Role.FIRST),
  VALUES,
  VARIADIC(Role.RESERVED),
  VERBOSE(Role.RESERVED),
  VIEW(Role.OBJECT),
  WHEN(Role.BEFORE_VALUE),
  WHERE(Role.BEFORE_VALUE),
  WINDOW(Role.CLAUSE),
  WITH;

  private enum Role {
    NONE,
    /** A value may follow: a minus sign is then its sign, NULL is then a value. */
    BEFORE_VALUE,
    /** A value may follow, and a list behind ORDER BY or GROUP BY ends here. */
    CLAUSE,
    /** A key word only where a statement starts, as in {@code COPY t}. */
    FIRST,
    /** Never written in capitals, but no name without quotes, as in {@code current_user}. */
    RESERVED,
    /** A key word only between CREATE, ALTER or DROP and the name of the object. */
    OBJECT
  }

  /** With few words on the same place: most words of a statement are no key words. */
  private static final int PLACES = 1024;

  private static final long[] HEADS = new long[PLACES];
  private static final long[] RESTS = new long[PLACES];
  private static final @Nullable Keyword[] KEYWORDS = new Keyword[PLACES];

  static {
    for (Keyword keyword : values()) {
      long head = EightBytes.lowerCase(keyword.upperHead);
      int place = place(head);
      while (HEADS[place] != 0) {
        place = next(place);
      }
      HEADS[place] = head;
      RESTS[place] = EightBytes.lowerCase(keyword.upperRest);
      KEYWORDS[place] = keyword;
    }
  }

  private final long upperHead = EightBytes.of(name());
  private final long upperRest = EightBytes.of(name().substring(Math.min(8, name().length())));
  private final boolean beforeValue;
  private final boolean clause;
  private final boolean first;
  private final boolean placeBound;
  private final boolean object;
  private final boolean reserved;
  private final boolean session;
  private final boolean rule;

  Keyword() {
    this(Role.NONE);
  }

  Keyword(Role role) {
    beforeValue = role == Role.BEFORE_VALUE || role == Role.CLAUSE;
    clause = role == Role.CLAUSE;
    first = role == Role.FIRST;
    placeBound = role == Role.OBJECT || role == Role.RESERVED || first;
    object = role == Role.OBJECT;
    reserved =
        role == Role.RESERVED || List.of("COLLATION", "CONCURRENTLY", "USER").contains(name());
    session =
        switch (name()) {
          case "CLOSE",
              "DEALLOCATE",
              "DECLARE",
              "FETCH",
              "MOVE",
              "PREPARE",
              "RELEASE",
              "ROLLBACK",
              "SAVEPOINT" ->
              true;
          default -> false;
        };
    rule =
        switch (name()) {
          case "ALTER", "BY", "CREATE", "DROP", "ON", "SELECT", "VALUES" -> true;
          default -> clause;
        };
  }

  /** Its first eight capitals. */
  long upperHead() {
    return upperHead;
  }

  /** The capitals behind the first eight. */
  long upperRest() {
    return upperRest;
  }

  boolean isBeforeValue() {
    return beforeValue;
  }

  boolean endsSortList() {
    return clause;
  }

  /** Whether it can be a key word only behind CREATE, ALTER or DROP. */
  boolean isObjectWord() {
    return object;
  }

  /** Whether it changes how what follows is read. */
  boolean hasRule() {
    return rule;
  }

  /** Whether it is a key word in some places only. */
  boolean isPlaceBound() {
    return placeBound;
  }

  /** Whether a statement that it starts names a savepoint, a cursor or a prepared statement. */
  boolean isSessionCommand() {
    return session;
  }

  /** Whether an identifier of the spelling needs its quotes everywhere. */
  boolean isReserved() {
    return reserved;
  }

  /** Whether it is a key word where a statement starts. */
  boolean isFirstWord() {
    return first;
  }

  /**
   * The key word that a word spells, or null. Only sixteen letters are looked at: a quoted name
   * that begins like CURRENT_TIMESTAMP, the only longer one, keeps its quotes though it needs none.
   *
   * @param head its first eight bytes in lower case, 0 behind its end
   * @param rest the next eight bytes in the same way; no key word has more than 15
   */
  static @Nullable Keyword of(long head, long rest) {
    int place = place(head);
    while (HEADS[place] != 0) {
      if (HEADS[place] == head && RESTS[place] == rest) {
        return KEYWORDS[place];
      }
      place = next(place);
    }
    return null;
  }

  private static int place(long head) {
    return (int) (head * 0x9e3779b97f4a7c15L >>> 54);
  }

  private static int next(int place) {
    return (place + 1) & (PLACES - 1);
  }
}
