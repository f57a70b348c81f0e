package io.github.pgslowlog;

import io.github.pgslowlog.bytes.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether a server logs waits for locks and temporary files: it did, or it said that it was told
 * to. In English.
 */
final class LoggedEvents {
  private static final byte[] PROCESS = ascii("process ");
  private static final byte[] LOCK = ascii("Lock on ");
  private static final byte[] FILE = ascii("temporary file: path");
  private static final byte[] LOCKS_CHANGED = ascii("parameter \"log_lock_waits\" changed to ");

  /** What is not one of these is on: the message has the value as it was written. */
  private static final List<byte[]> OFF =
      List.of(ascii("\"of"), ascii("\"f"), ascii("\"n"), ascii("\"0"));

  private static final byte[] FILES_CHANGED = ascii("parameter \"log_temp_files\" changed to ");
  private static final byte[] FILES_OFF = ascii("\"-1\"");

  private boolean waited;
  private boolean wroteFile;
  private boolean lockWaitsOn;
  private boolean temporaryFilesOn;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  void read(Slice message) {
    if (message.startsWith(LOCKS_CHANGED)) {
      lockWaitsOn = OFF.stream().noneMatch(off -> message.startsWithAt(LOCKS_CHANGED.length, off));
    } else if (message.startsWith(FILES_CHANGED)) {
      temporaryFilesOn = !message.startsWithAt(FILES_CHANGED.length, FILES_OFF);
    } else {
      waited |= !waited && message.startsWith(PROCESS) && contains(message, LOCK);
      wroteFile |= !wroteFile && message.startsWith(FILE);
    }
  }

  boolean lockWaits() {
    return waited || lockWaitsOn;
  }

  boolean temporaryFiles() {
    return wroteFile || temporaryFilesOn;
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
