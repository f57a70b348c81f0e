package io.github.pgslowlog.rewrite;

/** An expression nests deeper than any program writes it. */
final class TooDeepException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooDeepException() {
    super("nested too deep");
  }
}
