package io.github.pgslowlog.rewrite;

/** Text that no program writes: nested too deep, or no SQL and read again and again. */
final class TooDeepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooDeepException() {
    super("no statement of a program");
  }
}
