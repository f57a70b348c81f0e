package io.github.pgslowlog.postgres.whatif;

import java.util.regex.Pattern;

/** The type that a value looks like, for parameters whose type the server cannot tell. */
enum LiteralType {
  BIGINT("-?[0-9]{1,18}"),
  NUMERIC("-?[0-9]{0,30}\\.[0-9]{1,30}"),
  BOOLEAN("true|false"),
  UUID("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
  DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
  TIMESTAMP("[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9.]{2,12})?"),
  TIMESTAMPTZ(
      "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(?::[0-9.]{2,12})?(?:Z|[+-][0-9:]{2,8})");

  private final Pattern pattern;

  LiteralType(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  /** A cast to write behind the literal; empty if it looks like text. */
  static String cast(String value) {
    for (LiteralType type : values()) {
      if (type.pattern.matcher(value).matches()) {
        return "::" + type.name();
      }
    }
    return "";
  }
}
