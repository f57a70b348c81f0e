package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Whether a server logs waits for locks and temporary files: it did, or it said that it was told
 * to. In English.
 */
final class LoggedEvents {
  private static final byte[] PROCESS = ascii("process ");
  private static final byte[] LOCK = ascii("Lock on ");
  private static final byte[] FILE = ascii("temporary file: path");
  private static final byte[] LOCKS_CHANGED = ascii("parameter \"log_lock_waits\" changed to ");
  private static final byte[] LOCKS_ON = ascii("\"on\"");
  private static final byte[] FILES_CHANGED = ascii("parameter \"log_temp_files\" changed to ");
  private static final byte[] FILES_OFF = ascii("\"-1\"");

  private boolean lockWaits;
  private boolean temporaryFiles;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void read(Slice message) {
    if (message.startsWith(LOCKS_CHANGED)) {
      lockWaits = message.startsWithAt(LOCKS_CHANGED.length, LOCKS_ON);
    } else if (message.startsWith(FILES_CHANGED)) {
      temporaryFiles = !message.startsWithAt(FILES_CHANGED.length, FILES_OFF);
    } else {
      lockWaits |= !lockWaits && message.startsWith(PROCESS) && contains(message, LOCK);
      temporaryFiles |= !temporaryFiles && message.startsWith(FILE);
    }
  }

  boolean lockWaits() {
    return lockWaits;
  }

  boolean temporaryFiles() {
    return temporaryFiles;
  }

  static boolean contains(Slice text, byte[] word) {
    int last = text.length() - word.length;
    for (int i = 0; i <= last; i++) {
      if (text.startsWithAt(i, word)) {
        return true;
      }
    }
    return false;
  }
}
