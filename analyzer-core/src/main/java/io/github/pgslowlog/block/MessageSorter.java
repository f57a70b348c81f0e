package io.github.pgslowlog.block;

import io.github.pgslowlog.fingerprint.KnownStatement;
import io.github.pgslowlog.fingerprint.KnownStatements;
import io.github.pgslowlog.language.Label;
import io.github.pgslowlog.language.Languages;
import io.github.pgslowlog.statement.PlainDuration;
import io.github.pgslowlog.statement.RelevantMessages;
import java.util.Map;

/**
 * Makes records of messages: of durations that tell all by themselves numbers, of what a session
 * needs to know a copy, of all others nothing. For one thread.
 */
final class MessageSorter {
  /** What the mark of a pattern says: its statements name no query and run none by name. */
  private static final byte PLAIN = 1;

  private static final byte NAMES_A_QUERY = 2;

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
    if (!duration.read(message.message, message.messageFrom, message.messageTo)) {
      return false;
    }
    int from = duration.sqlStart();
    KnownStatement statement = statements.read(message.message, from, message.messageTo);
    if (statement.mark == 0) {
      boolean names = PlainDuration.namesAQuery(message.message, from, message.messageTo);
      statement.mark = names ? NAMES_A_QUERY : PLAIN;
    }
    if (statement.mark != PLAIN && duration.kind().isExecution()) {
      return false;
    }
    Map<String, String> tags =
        duration.kind().isCall()
            ? statements.tags(statement, message.message, from, message.messageTo)
            : Map.of();
    out.add(statement, tags, duration.kind(), message, duration.micros(), from);
    return true;
  }

  private void addRare(RawMessage message, BlockRecords out) {
    boolean failure = message.severity.compareTo(Label.WARNING) > 0;
    if (failure
        || RelevantMessages.mayMatter(
            message.message, message.messageFrom, message.messageTo, isPlain(message), languages)) {
      out.add(message.toEntry(file));
    }
  }
}
