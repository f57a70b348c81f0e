package io.github.pgslowlog.prefix;

/** What the value of an escape looks like in a log. */
enum FieldSyntax {
  /** {@code 2026-11-20 09:00:03 UTC}. */
  SECONDS,
  /** {@code 2026-11-20 09:00:03.941 UTC}. */
  MILLISECONDS,
  /** {@code 1795219600.968}. */
  EPOCH,
  /** {@code 4001}. */
  DIGITS,
  /** Digits, or nothing. */
  OPTIONAL_DIGITS,
  /** {@code -4611686018427387904}. */
  SIGNED,
  /** {@code 00000}. */
  SQLSTATE,
  /** {@code 6b00e090.43ff}. */
  SESSION,
  /** {@code 3/0}, or nothing. */
  VIRTUAL_TRANSACTION,
  /** {@code [local]}, {@code ::1(49152)} or {@code host.example.com(5000)}, or nothing. */
  REMOTE,
  /** Text without white space, or nothing: hosts. */
  WORD,
  /** Any text, or nothing: names that clients choose. */
  TEXT;

  /** Whether a value has no end of its own, so that what follows decides. */
  boolean isOpen() {
    return this == REMOTE || this == WORD || this == TEXT;
  }
}
