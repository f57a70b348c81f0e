package io.github.pgslowlog.statement;

import io.github.pgslowlog.bytes.Slice;
import io.github.pgslowlog.language.Label;
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
   * @param severity its severity
   * @param alone whether it has neither CONTEXT nor STATEMENT
   * @param languages those its wording may be in
   * @return false if it surely does not
   */
  public static boolean mayMatter(
      byte[] b, int from, int to, Label severity, boolean alone, Languages languages) {
    Slice message = Slice.of(b, from, to);
    if (languages.startsDuration(message)) {
      return true;
    }
    return severity == Label.LOG
        && (ServerReport.mayBe(message, languages)
            || alone
                && (languages.event(message) != null
                    || StatementMessage.read(message, languages) != null));
  }
}
