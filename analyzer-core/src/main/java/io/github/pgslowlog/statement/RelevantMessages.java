package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Languages;

/** Tells messages that a {@link SessionTracker} learns something from, errors aside. */
public final class RelevantMessages {
  private RelevantMessages() {}

  /**
   * Whether a message may tell of a duration, a statement or a session.
   *
   * @param b holds the message
   * @param from index of its first byte
   * @param to index behind its last byte
   * @param servers whether its severity is LOG and it has neither CONTEXT nor STATEMENT
   * @param languages those its wording may be in
   * @return false if it surely does not
   */
  public static boolean mayMatter(
      byte[] b, int from, int to, boolean servers, Languages languages) {
    Slice message = Slice.of(b, from, to);
    return languages.startsDuration(message)
        || servers
            && (languages.event(message) != null
                || StatementMessage.read(message, languages) != null);
  }
}
