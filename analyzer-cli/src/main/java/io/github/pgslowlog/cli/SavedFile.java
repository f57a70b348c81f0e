package io.github.pgslowlog.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.diagnostics.AnalyzerException;
import io.github.pgslowlog.report.saved.SavedReport;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A JSON report in a file or at standard input. */
final class SavedFile {
  /** Its first field stands in the first few; logs of servers that write JSON begin otherwise. */
  private static final int HEAD_BYTES = 4096;

  /** In UTF-8, byte by byte; editors of Windows write it before the text. */
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private SavedFile() {}

  /** Reads reports and adds them up; {@code -} is standard input. */
  static Analysis read(List<String> names, InputStream standardInput) {
    List<Analysis> parts = names.stream().map(name -> read(name, standardInput)).toList();
    return parts.size() == 1 ? parts.get(0) : Analysis.merge(parts);
  }

  private static Analysis read(String name, InputStream standardInput) {
    try {
      if (name.equals("-")) {
        return SavedReport.read(reader(standardInput), "standard input");
      }
      try (Reader json = reader(Files.newInputStream(Path.of(name)))) {
        return SavedReport.read(json, name);
      }
    } catch (InvalidPathException | IOException failure) {
      throw new AnalyzerException(name + ": " + reason(failure), failure);
    }
  }

  private static Reader reader(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, UTF_8));
  }

  private static String reason(Exception failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file; give a report that 'pgslowlog analyze -o report.json' has written";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied; read it as its owner or root";
    }
    return "the report cannot be read: " + failure.getMessage();
  }

  /** Whether a file holds a report, by its first bytes; a folder, a glob and a log do not. */
  static boolean isReport(String name) {
    try {
      Path file = Path.of(name);
      if (!Files.isRegularFile(file)) {
        return false;
      }
      try (InputStream in = Files.newInputStream(file)) {
        return isReport(in.readNBytes(HEAD_BYTES));
      }
    } catch (InvalidPathException | IOException unreadable) {
      return false;
    }
  }

  /** The same for a stream, which is as before then. */
  static boolean isReport(BufferedInputStream in) throws IOException {
    in.mark(HEAD_BYTES);
    byte[] head = in.readNBytes(HEAD_BYTES);
    in.reset();
    return isReport(head);
  }

  private static boolean isReport(byte[] head) {
    String text = new String(head, ISO_8859_1);
    int start = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    return text.substring(start).strip().startsWith("{") && text.contains("\"schemaVersion\"");
  }
}
