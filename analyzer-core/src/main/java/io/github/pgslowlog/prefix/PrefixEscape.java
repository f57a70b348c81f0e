package io.github.pgslowlog.prefix;

import java.util.Optional;

/**
 * The escapes of log_line_prefix, as <a
 * href="https://www.postgresql.org/docs/current/runtime-config-logging.html#GUC-LOG-LINE-PREFIX">the
 * manual</a> lists them.
 */
public enum PrefixEscape {
  /** Application name. */
  APPLICATION('a', FieldSyntax.TEXT),
  /** User name. */
  USER('u', FieldSyntax.TEXT),
  /** Database name. */
  DATABASE('d', FieldSyntax.TEXT),
  /** Remote host and port. */
  REMOTE('r', FieldSyntax.REMOTE),
  /** Remote host. */
  HOST('h', FieldSyntax.WORD),
  /** Local address, since 18. */
  LOCAL_ADDRESS('L', FieldSyntax.WORD),
  /** Backend type, since 13. */
  BACKEND_TYPE('b', FieldSyntax.TEXT),
  /** Process id. */
  PROCESS('p', FieldSyntax.DIGITS),
  /** Process id of the parallel group leader, since 14. */
  LEADER('P', FieldSyntax.OPTIONAL_DIGITS),
  /** Time without fraction. */
  TIME('t', FieldSyntax.SECONDS),
  /** Time with milliseconds. */
  TIME_MILLISECONDS('m', FieldSyntax.MILLISECONDS),
  /** Time as Unix epoch. */
  TIME_EPOCH('n', FieldSyntax.EPOCH),
  /** Start of the session. */
  SESSION_START('s', FieldSyntax.SECONDS),
  /** Command tag. */
  COMMAND('i', FieldSyntax.TEXT),
  /** SQLSTATE. */
  SQLSTATE('e', FieldSyntax.SQLSTATE),
  /** Session id. */
  SESSION('c', FieldSyntax.SESSION),
  /** Line number within the session. */
  LINE('l', FieldSyntax.DIGITS),
  /** Virtual transaction id. */
  VIRTUAL_TRANSACTION('v', FieldSyntax.VIRTUAL_TRANSACTION),
  /** Transaction id. */
  TRANSACTION('x', FieldSyntax.DIGITS),
  /** Query id, since 14. */
  QUERY('Q', FieldSyntax.SIGNED),
  /** Background processes stop here; prints nothing itself. */
  STOP('q', FieldSyntax.TEXT);

  private final char letter;
  private final FieldSyntax syntax;

  PrefixEscape(char letter, FieldSyntax syntax) {
    this.letter = letter;
    this.syntax = syntax;
  }

  FieldSyntax syntax() {
    return syntax;
  }

  /**
   * The letter behind the percent sign.
   *
   * @return the letter
   */
  public char letter() {
    return letter;
  }

  static Optional<PrefixEscape> of(char letter) {
    for (PrefixEscape escape : values()) {
      if (escape.letter == letter) {
        return Optional.of(escape);
      }
    }
    return Optional.empty();
  }
}
