package io.github.pgslowlog.cli;

import io.github.pgslowlog.source.PathSource;
import io.github.pgslowlog.source.SourceResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that a run reads. No report may replace one of them, by whatever name: another spelling, a
 * symbolic or a hard link.
 *
 * @param names as they were given; those that name no file here are no matter
 */
record ReadFiles(Collection<String> names) {
  /** What a shell has put in the place of standard input; on systems that tell. */
  private static final String STANDARD_INPUT = "/dev/stdin";

  /** Finds out what logs stand for, folders and globs included, where it matters. */
  static ReadFiles ofLogs(List<String> logs, List<String> outputs) {
    if (outputs.stream().noneMatch(ReadFiles::isThere)) {
      return new ReadFiles(List.of());
    }
    Stream<String> files =
        SourceResolver.resolve(logs, InputStream.nullInputStream()).sources().stream()
            .map(log -> log instanceof PathSource file ? file.path().toString() : log.name());
    return new ReadFiles(files.toList());
  }

  /** The configuration file, if there is one; a device, as /dev/null is, cannot be replaced. */
  static ReadFiles of(Configuration configuration) {
    return new ReadFiles(configuration.file().filter(ReadFiles::isThere).stream().toList());
  }

  ReadFiles and(ReadFiles others) {
    return new ReadFiles(Stream.concat(names.stream(), others.names.stream()).toList());
  }

  /** What is wrong with the names of reports, and what to do; empty if nothing is. */
  Optional<String> mistake(List<String> outputs) {
    return replaced(outputs)
        .map(
            output ->
                "--output "
                    + output
                    + " would replace a file that is read; give a name outside of what is read");
  }

  /** The first of some names of reports that is that of one of the files. */
  Optional<String> replaced(List<String> outputs) {
    return outputs.stream()
        .filter(output -> !output.equals("-"))
        .filter(output -> names.contains(output) || isThere(output) && isAny(output))
        .findFirst();
  }

  private boolean isAny(String output) {
    return names.stream().anyMatch(name -> isSame(name, output));
  }

  private static boolean isThere(String output) {
    try {
      return Files.isRegularFile(Path.of(output));
    } catch (InvalidPathException none) {
      return false;
    }
  }

  private static boolean isSame(String name, String output) {
    try {
      Path read = Path.of(name.equals("-") ? STANDARD_INPUT : name);
      return Files.exists(read) && Files.isSameFile(read, Path.of(output));
    } catch (IOException | InvalidPathException elsewhere) {
      return false;
    }
  }
}
