package io.github.pgslowlog.source;

import io.github.pgslowlog.diagnostics.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apache.commons.io.FilenameUtils;

/**
 * The log arguments of a user as sources: files, folders, globs and {@code -}.
 *
 * <p>A folder stands for the regular files in it, sub-folders included; a glob for what it matches;
 * the same file named twice is read once. What cannot be found or read becomes a {@link Problem},
 * and the rest is still read.
 */
public final class SourceResolver {
  private final InputStream standardInput;
  private final Map<String, LogSource> sources = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private SourceResolver(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /**
   * What the arguments stand for.
   *
   * @param sources what can be read, in the order of the arguments, names sorted within a folder or
   *     glob
   * @param problems what cannot, with the reason
   */
  public record Resolved(List<LogSource> sources, List<Problem> problems) {
    /** Copies the lists. */
    public Resolved {
      sources = List.copyOf(sources);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Finds the logs that arguments stand for.
   *
   * @param arguments paths, globs with {@code *}, {@code ?}, {@code [...]} or {@code {...}}, and
   *     {@code -} for standard input
   * @param standardInput what {@code -} reads
   * @return sources and problems
   */
  public static Resolved resolve(List<String> arguments, InputStream standardInput) {
    SourceResolver resolver = new SourceResolver(standardInput);
    arguments.forEach(resolver::add);
    return new Resolved(List.copyOf(resolver.sources.values()), resolver.problems);
  }

  private void add(String argument) {
    if (argument.isBlank()) {
      problems.add(Problem.damage("'" + argument + "': a log needs a name; give a file or -"));
      return;
    }
    if (argument.equals("-")) {
      sources.putIfAbsent("-", new StreamSource("-", standardInput));
      return;
    }
    try {
      addPath(argument);
    } catch (InvalidPathException invalid) {
      problems.add(Problem.damage(argument + ": not a path: " + invalid.getReason()));
    } catch (PatternSyntaxException invalid) {
      problems.add(Problem.damage(argument + ": not a glob: " + invalid.getDescription()));
    } catch (IOException | UncheckedIOException failure) {
      problems.add(Problem.damage(argument + ": cannot be listed: " + reason(failure)));
    }
  }

  private void addPath(String argument) throws IOException {
    Path path = Path.of(argument);
    if (Files.isDirectory(path)) {
      addFolder(argument, path);
    } else if (Files.exists(path)) {
      addFile(path);
    } else if (isGlob(argument)) {
      addGlob(argument);
    } else {
      problems.add(Problem.damage(argument + ": no such file or folder"));
    }
  }

  private void addFolder(String argument, Path folder) throws IOException {
    List<Path> files = filesBelow(folder, Integer.MAX_VALUE);
    if (files.isEmpty()) {
      problems.add(Problem.damage(argument + ": the folder holds no files"));
    }
    files.forEach(this::addFile);
  }

  private void addGlob(String argument) throws IOException {
    String folder = argument.substring(0, FilenameUtils.indexOfLastSeparator(argument) + 1);
    if (isGlob(folder)) {
      problems.add(Problem.damage(argument + ": only the last part of a path may be a glob"));
      return;
    }
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + argument.substring(folder.length()));
    List<Path> files =
        filesBelow(Path.of(folder), 1).stream()
            .filter(file -> matcher.matches(file.getFileName()))
            .toList();
    if (files.isEmpty()) {
      problems.add(Problem.damage(argument + ": the glob matches no file"));
    }
    files.forEach(this::addFile);
  }

  private static List<Path> filesBelow(Path folder, int depth) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, depth)) {
      return paths
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  private void addFile(Path file) {
    if (!Files.isReadable(file)) {
      problems.add(Problem.damage(file + ": permission denied; read it as its owner or root"));
      return;
    }
    sources.putIfAbsent(identity(file), new PathSource(file));
  }

  /**
   * Where the file really is: a link such as {@code current.log} must not be read beside its goal.
   */
  private static String identity(Path file) {
    try {
      return file.toRealPath().toString();
    } catch (IOException unknown) {
      return file.toAbsolutePath().normalize().toString();
    }
  }

  private static boolean isGlob(String argument) {
    return argument.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static String reason(Exception failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
