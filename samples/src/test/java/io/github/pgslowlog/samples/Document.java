package io.github.pgslowlog.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document of this project, in Markdown. */
record Document(Path path, List<String> lines) {
  private static final Path ROOT = Path.of("..");
  private static final Pattern LINK = Pattern.compile("(?:\\]\\(|(?:src|href)=\")([^)\"\\s]+)");
  private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");

  /** A link, with the number of its line. */
  record Link(int line, String target) {}

  /** A block of code, with the line of text before it. */
  record CodeBlock(String before, String language, List<String> lines) {}

  static Document read(Path path) {
    try {
      return new Document(path, Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All there are: those of the root and those below docs. */
  static List<Document> all() throws IOException {
    try (Stream<Path> root = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(root, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .map(Document::read)
          .toList();
    }
  }

  /** What it links to, outside of code. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    boolean code = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      code ^= isFence(line);
      Matcher link = LINK.matcher(line.replaceAll("`[^`]*`", "`"));
      while (!code && link.find()) {
        links.add(new Link(i + 1, link.group(1)));
      }
    }
    return links;
  }

  /** Names of its headings in links, as GitHub makes them. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    boolean code = false;
    for (String line : lines) {
      code ^= isFence(line);
      Matcher heading = HEADING.matcher(line);
      if (!code && heading.matches()) {
        String anchor = anchor(heading.group(1));
        int before = times.merge(anchor, 1, Integer::sum) - 1;
        anchors.add(before == 0 ? anchor : anchor + "-" + before);
      }
    }
    return anchors;
  }

  private static String anchor(String heading) {
    return heading
        .replaceAll("\\[([^]]*)\\]\\([^)]*\\)", "$1")
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  List<CodeBlock> codeBlocks() {
    List<CodeBlock> blocks = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (!isFence(lines.get(i))) {
        continue;
      }
      if (start < 0) {
        start = i;
        continue;
      }
      String before = start == 0 ? "" : lines.get(start - 1);
      String language = lines.get(start).strip().substring(3);
      blocks.add(new CodeBlock(before, language, lines.subList(start + 1, i)));
      start = -1;
    }
    return blocks;
  }

  private static boolean isFence(String line) {
    return line.stripLeading().startsWith("```");
  }
}
