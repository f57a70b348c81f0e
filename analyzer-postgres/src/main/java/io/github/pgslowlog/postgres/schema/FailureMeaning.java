package io.github.pgslowlog.postgres.schema;

import io.github.pgslowlog.diagnostics.Problem.Severity;

/** What it means for advice that a statement of a dump is not loaded. */
enum FailureMeaning {
  TABLE("CREATE TABLE", Severity.DAMAGE, "its statements get no advice"),
  PARTITION("ATTACH PARTITION", Severity.DAMAGE, "the partition is planned as a table of its own"),
  INDEX(" INDEX", Severity.DAMAGE, "advice does not know that this index exists"),
  KEY(" KEY", Severity.DAMAGE, "advice does not know that this key exists"),
  CONSTRAINT("CONSTRAINT", Severity.NOTICE, "advice does without it"),
  VIEW("VIEW", Severity.NOTICE, "statements that use it get no advice"),
  OTHER("", Severity.NOTICE, "what needs it may be missing, too");

  private final String words;
  private final Severity severity;
  private final String text;

  FailureMeaning(String words, Severity severity, String text) {
    this.words = words;
    this.severity = severity;
    this.text = text;
  }

  static FailureMeaning of(DumpStatement statement) {
    String title =
        statement.kind() == DumpStatement.Kind.TABLE ? "CREATE TABLE" : statement.title();
    for (FailureMeaning meaning : values()) {
      if (title.contains(meaning.words)) {
        return meaning;
      }
    }
    return OTHER;
  }

  Severity severity() {
    return severity;
  }

  String text() {
    return text;
  }
}
