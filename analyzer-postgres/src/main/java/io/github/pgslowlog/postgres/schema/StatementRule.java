package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.postgres.schema.DumpStatement.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which statements of a dump are run; the first rule that fits counts.
 *
 * <p>The head of a statement is its words in lower case, one blank between them; quotes stand for
 * names and strings in quotes.
 */
enum StatementRule {
  /** A view that pg_dump up to 9.6 makes a table first, because it needs a key of another one. */
  VIEW_RULE(Kind.VIEW_RULE, "create rule \" as on select to .* do instead .*"),
  /** Rights, owners and what else belongs to roles. */
  ROLES(
      Kind.PASS_OVER,
      "grant |revoke |alter default |comment |security |reassign |reindex |analyze |vacuum |cluster "
          + "|(create|alter|drop) (role|user|group|policy|trigger|constraint trigger|event|rule"
          + "|publication|subscription|server|foreign data|tablespace|transform|language"
          + "|trusted language|procedural language|or replace procedural|or replace trigger"
          + "|or replace rule|or replace language|or replace trusted|access|conversion"
          + "|default conversion|system|large) "),
  /** {@code alter table ... owner to}; triggers and row security of a table. */
  TABLE_ROLES(
      Kind.PASS_OVER,
      "alter .*(owner to|cluster on|set without cluster|set tablespace|depends on extension"
          + "|(enable|disable|force|no force) (row level|trigger|rule|always|replica)"
          + "|set compression) .*"),
  /** {@code pg_dump --clean}. */
  DROPS(Kind.PASS_OVER, "drop .*|alter table .*drop (constraint|default|expression|identity) .*"),
  /** Numbers that sequences are at, and the like. */
  CALLS(Kind.PASS_OVER, "select pg_catalog . (setval|lo_create|lo_open|lowrite|lo_close) .*"),
  STATISTICS(
      Kind.STATISTICS,
      "select (\\* from )?(pg_catalog \\. )?pg_restore_(relation|attribute|extended)_stats .*"),
  SEARCH_PATH(
      Kind.SEARCH_PATH,
      "select pg_catalog . set_config \\( ' .*|set (session |local )?search_path .*"),
  STRINGS(Kind.STRINGS, "set standard_conforming_strings .*"),
  SETTINGS(Kind.PASS_OVER, "set .*|reset .*"),
  TRANSACTIONS(Kind.PASS_OVER, "begin |commit |rollback |start transaction |end |begin .*"),
  DATABASES(Kind.PASS_OVER, "(create|alter) database .*|alter extension .*"),
  EXTENSION(Kind.EXTENSION, "create extension .*"),
  FOREIGN_TABLE(Kind.FOREIGN_TABLE, "create foreign table .*"),
  FOREIGN_TABLE_CHANGE(Kind.PASS_OVER, "alter foreign table .*"),
  MATERIALIZED_VIEW(Kind.MATERIALIZED_VIEW, "create materialized view .*"),
  TABLE(Kind.TABLE, "create (unlogged )?table .*"),
  OBJECTS(
      Kind.RUN,
      "create (or replace )?(schema|type|domain|function|procedure|aggregate|operator|cast"
          + "|collation|sequence|unlogged sequence|view|recursive view|index|unique index|statistics"
          + "|text search) .*"),
  CHANGES(
      Kind.RUN,
      "alter (table|index|sequence|type|domain|view|materialized view|operator|text search"
          + "|statistics|collation) .*"),
  ROWS(
      Kind.DATA, "copy .*|insert .*|update .*|delete .*|truncate .*|refresh .*|merge .*|values .*"),
  OTHER(Kind.UNKNOWN, ".*");

  private static final Set<String> TITLE_WORDS =
      Set.of(
          ("create alter table index unique view materialized type domain function procedure"
                  + " aggregate operator class family cast collation sequence schema statistics text"
                  + " search configuration dictionary parser template foreign unlogged extension add"
                  + " constraint primary key check exclude attach partition column set default"
                  + " recursive do select")
              .split(" ", -1));

  private static final int TITLE_TOKENS = 20;

  private final Kind kind;
  private final Pattern pattern;

  StatementRule(Kind kind, String pattern) {
    this.kind = kind;
    this.pattern = Pattern.compile(pattern);
  }

  static Kind kind(String head) {
    for (StatementRule rule : values()) {
      if (rule.matches(head)) {
        return rule.kind;
      }
    }
    return Kind.UNKNOWN;
  }

  private boolean matches(String head) {
    return this == ROLES ? pattern.matcher(head).lookingAt() : pattern.matcher(head).matches();
  }

  static String title(List<DumpToken> tokens) {
    String title =
        tokens.stream()
            .limit(TITLE_TOKENS)
            .takeWhile(t -> !t.isWord("as") || t.depth() > 0)
            .filter(t -> t.depth() == 0 && t.kind() == DumpToken.Kind.WORD)
            .map(DumpToken::text)
            .filter(TITLE_WORDS::contains)
            .collect(Collectors.joining(" "));
    return title.isEmpty() ? "a statement" : title.toUpperCase(Locale.ROOT);
  }
}
