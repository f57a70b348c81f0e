package io.github.pgslowlog.cli;

import io.github.pgslowlog.Analysis;
import io.github.pgslowlog.LogAnalyzer;
import io.github.pgslowlog.source.StreamSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files that are saved reports or logs: their first bytes tell. Standard input and pipes pass by
 * once; they are opened here, and are read from their start all the same.
 */
final class PeekedFiles {
  private static final String STANDARD_INPUT = "-";

  private final List<String> names;
  private final Map<String, byte[]> heads = new HashMap<>();
  private final Map<String, InputStream> streams = new TreeMap<>();

  private PeekedFiles(List<String> names) {
    this.names = names;
  }

  /** Opens what passes by once. */
  static PeekedFiles of(List<String> names, InputStream standardInput) throws IOException {
    PeekedFiles files = new PeekedFiles(names);
    for (String name : new LinkedHashSet<>(names)) {
      if (name.equals(STANDARD_INPUT)) {
        files.peek(name, standardInput);
      } else if (LogArguments.isPipe(name)) {
        files.open(name);
      }
    }
    return files;
  }

  /** One that cannot be opened is told where it is read. */
  private void open(String pipe) throws IOException {
    if (Files.isReadable(Path.of(pipe))) {
      peek(pipe, Files.newInputStream(Path.of(pipe)));
    }
  }

  private void peek(String name, InputStream stream) throws IOException {
    byte[] head = stream.readNBytes(SavedFile.HEAD_BYTES);
    heads.put(name, head);
    streams.put(name, new SequenceInputStream(new ByteArrayInputStream(head), stream));
  }

  /** The names of those that are reports. */
  List<String> reports() {
    return names.stream().filter(this::isReport).toList();
  }

  private boolean isReport(String name) {
    byte[] head = heads.get(name);
    return head == null ? SavedFile.isReport(name) : SavedFile.isStoredReport(head);
  }

  /** Reads them, if all are reports, and adds them up. */
  Analysis read() {
    return SavedFile.read(names, streams);
  }

  /** Names them to an analyzer, as logs. */
  void addTo(LogAnalyzer.Builder analyzer) {
    List<String> others =
        names.stream()
            .filter(name -> name.equals(STANDARD_INPUT) || !streams.containsKey(name))
            .toList();
    InputStream standardInput = streams.get(STANDARD_INPUT);
    analyzer.arguments(
        others, standardInput == null ? InputStream.nullInputStream() : standardInput);
    streams.forEach(
        (name, stream) -> {
          if (!name.equals(STANDARD_INPUT)) {
            analyzer.source(new StreamSource(name, stream));
          }
        });
  }
}
