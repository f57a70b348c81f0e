package io.github.pgslowlog.block;

import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.fingerprint.Tags;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.statement.PlainDuration;
import io.github.pgslowlog.statement.RelevantMessages;
import io.github.pgslowlog.statement.TextKey;

/**
 * Makes records of messages: of durations that tell all by themselves numbers, of what a session
 * needs to know a copy, of all others nothing. For one thread.
 */
final class MessageSorter {
  /** In the mark of a pattern: the others are set. */
  private static final byte MARKED = 1;

  /** Its statements name a query, or run one by its name. */
  private static final byte NAMES_A_QUERY = 2;

  /** Its text cannot be taken for the end of a name. */
  private static final byte NO_SEPARATOR = 4;

  /** The key of its text is noted. */
  private static final byte KEYED = 8;

  private final String file;
  private final Languages languages;
  private final KnownStatements statements;
  private final PlainDuration duration = new PlainDuration();

  /**
   * Sorts the messages of a log.
   *
   * @param file its name
   * @param languages those its wording may be in
   * @param statements those read so far
   */
  MessageSorter(String file, Languages languages, KnownStatements statements) {
    this.file = file;
    this.languages = languages;
    this.statements = statements;
  }

  /** Takes a message; its bytes must stay as they are until the records are read. */
  void accept(RawMessage message, BlockRecords out) {
    out.message(message);
    if (!isPlain(message) || !addPlain(message, out)) {
      addRare(message, out);
    }
  }

  private static boolean isPlain(RawMessage message) {
    return message.severity == Label.LOG && !message.hasContext() && !message.hasStatement();
  }

  private boolean addPlain(RawMessage message, BlockRecords out) {
    byte[] b = message.message;
    int to = message.messageTo;
    if (!duration.read(b, message.messageFrom, to)) {
      return false;
    }
    int from = duration.sqlStart();
    KnownStatement statement = statements.read(b, from, to);
    byte mark = statement.mark;
    if ((mark & MARKED) == 0) {
      mark |= PlainDuration.namesAQuery(b, from, to) ? MARKED | NAMES_A_QUERY : MARKED;
      statement.mark = mark;
    }
    if ((mark & NAMES_A_QUERY) != 0 && duration.kind().isExecution()
        || duration.isNamed() && hasSeparator(statement, b, from, to)) {
      return false;
    }
    Tags tags =
        statement.hasComment() && duration.kind().isCall()
            ? statements.tags(statement, b, from, to)
            : Tags.NONE;
    long textKey = duration.kind().isExecution() ? textKey(statement, b, from, to) : 0;
    out.add(statement, tags, duration.kind(), message, duration.micros(), from, textKey);
    return true;
  }

  private static long textKey(KnownStatement statement, byte[] b, int from, int to) {
    if ((statement.mark & KEYED) != 0) {
      return statement.textKey;
    }
    long key = TextKey.of(b, from, to);
    if (statement.isConstant()) {
      statement.textKey = key;
      statement.mark |= KEYED;
    }
    return key;
  }

  /** Most statements with a name come again byte by byte, and are looked at once. */
  private static boolean hasSeparator(KnownStatement statement, byte[] b, int from, int to) {
    if ((statement.mark & NO_SEPARATOR) != 0) {
      return false;
    }
    boolean has = PlainDuration.hasSeparator(b, from, to);
    if (!has && statement.isConstant()) {
      statement.mark |= NO_SEPARATOR;
    }
    return has;
  }

  private void addRare(RawMessage message, BlockRecords out) {
    boolean failure = message.severity.compareTo(Label.WARNING) > 0;
    if (failure
        || RelevantMessages.mayMatter(
            message.message,
            message.messageFrom,
            message.messageTo,
            message.severity,
            isPlain(message),
            languages)) {
      out.add(message.toEntry(file));
    }
  }
}
