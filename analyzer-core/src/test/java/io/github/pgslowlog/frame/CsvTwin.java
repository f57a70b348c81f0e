package io.github.pgslowlog.frame;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads undamaged csv in the slow and obvious way: character by character. */
final class CsvTwin {
  private CsvTwin() {}

  /** Records as their columns, null for NULL. */
  static List<List<@Nullable String>> read(String log) {
    List<List<@Nullable String>> records = new ArrayList<>();
    List<@Nullable String> record = new ArrayList<>();
    StringBuilder column = new StringBuilder();
    boolean quoted = false;
    boolean open = false;
    for (int i = 0; i < log.length(); i++) {
      char c = log.charAt(i);
      if (open && c == '"' && i + 1 < log.length() && log.charAt(i + 1) == '"') {
        column.append('"');
        i++;
      } else if (c == '"') {
        open = !open;
        quoted = true;
      } else if (!open && (c == ',' || c == '\n')) {
        record.add(quoted || column.length() > 0 ? column.toString() : null);
        column.setLength(0);
        quoted = false;
        if (c == '\n') {
          records.add(record);
          record = new ArrayList<>();
        }
      } else {
        column.append(c);
      }
    }
    return records;
  }
}
