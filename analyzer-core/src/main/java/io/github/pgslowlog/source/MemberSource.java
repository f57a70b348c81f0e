package io.github.pgslowlog.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A log in an archive.
 *
 * @param name the archive, {@code !}, and the member's name as the archive has it; never a path to
 *     open
 * @param layers layers taken off to reach it
 * @param takenOff names of the layers that {@code opener} takes off itself, outermost first
 * @param reopenable whether it can be opened more than once
 * @param opener opens it
 */
record MemberSource(
    String name, int layers, List<String> takenOff, boolean reopenable, Opener opener)
    implements LogSource {
  MemberSource(String name, int layers, boolean reopenable, Opener opener) {
    this(name, layers, List.of(), reopenable, opener);
  }

  /** Opens a member. */
  interface Opener {
    /** Opens a member from its start. */
    InputStream open() throws IOException;
  }

  @Override
  public InputStream open() throws IOException {
    return opener.open();
  }
}
