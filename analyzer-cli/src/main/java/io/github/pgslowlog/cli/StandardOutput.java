package io.github.pgslowlog.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output whose failures say so, and which knows a reader that has gone. */
final class StandardOutput extends FilterOutputStream {
  private boolean failed;

  StandardOutput(OutputStream out) {
    super(out);
  }

  /** The reader at the other end of a pipe has seen enough, as {@code head} does. */
  static final class ReaderGoneException extends IOException {
    private static final long serialVersionUID = 1L;

    ReaderGoneException(IOException cause) {
      super("the reader of standard output has gone", cause);
    }
  }

  /** Whether something was lost for another reason than a reader that has gone. */
  boolean failed() {
    return failed;
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException failure) {
      throw explained(failure);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException failure) {
      throw explained(failure);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException failure) {
      throw explained(failure);
    }
  }

  private IOException explained(IOException failure) {
    // The text of EPIPE is all that Java tells; in another language it is shown as a failure.
    if ("Broken pipe".equals(failure.getMessage())) {
      return new ReaderGoneException(failure);
    }
    failed = true;
    return new IOException("standard output cannot be written: " + failure.getMessage(), failure);
  }
}
