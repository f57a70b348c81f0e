package io.github.pgslowlog;

import io.github.pgslowlog.decode.LogEntry;
import io.github.pgslowlog.language.Languages;

/** Receives the messages of a log. */
interface EntryListener {
  /** A message, and the languages its wording may be in. */
  void entry(LogEntry entry, Languages languages);
}
