package io.github.pgslowlog.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents link to exists, and the code they show is that of the samples. */
class DocumentsTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/pgslowlog/samples");

  /** {@code <!-- TopPatterns.java: patterns -->}, on the line before a block of code. */
  private static final Pattern MARK = Pattern.compile("<!-- (\\w+\\.java): ([\\w-]+) -->");

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> dead = new ArrayList<>();
    int links = 0;

    for (Document document : Document.all()) {
      for (Document.Link link : document.links()) {
        links++;
        if (!leadsSomewhere(document, link.target())) {
          dead.add(document.path() + ":" + link.line() + ": " + link.target());
        }
      }
    }

    assertThat(links).isGreaterThan(30);
    assertThat(dead).isEmpty();
  }

  private static boolean leadsSomewhere(Document from, String target) {
    if (target.matches("(https?|mailto):.*")) {
      return true;
    }
    int hash = target.indexOf('#');
    String file = hash < 0 ? target : target.substring(0, hash);
    Path path = file.isEmpty() ? from.path() : from.path().resolveSibling(file);
    if (!Files.exists(path)) {
      return false;
    }
    return hash < 0 || Document.read(path).anchors().contains(target.substring(hash + 1));
  }

  @Test
  void linksInCodeAreNone() {
    Document document =
        new Document(
            Path.of("a.md"),
            List.of("[a](b.md) and `[c](d.md)`", "```", "[e](f.md)", "```", "![g](h.png)"));

    assertThat(document.links())
        .containsExactly(new Document.Link(1, "b.md"), new Document.Link(5, "h.png"));
  }

  @Test
  void anchorsAreThoseOfGitHub() {
    Document document =
        new Document(
            Path.of("a.md"),
            List.of("# What `--last 24h` does, and [why](b.md)?", "## Limits", "## Limits"));

    assertThat(document.anchors())
        .containsExactlyInAnyOrder("what---last-24h-does-and-why", "limits", "limits-1");
  }

  @Test
  void codeOfTheGuideIsThatOfTheSamples() throws IOException {
    Document guide = Document.read(Path.of("../docs/LIBRARY.md"));
    TreeSet<String> shown = new TreeSet<>();

    for (Document.CodeBlock block : guide.codeBlocks()) {
      if (!block.language().equals("java")) {
        continue;
      }
      Matcher mark = MARK.matcher(block.before());
      assertThat(mark.matches()).as("a mark before %s", block.lines()).isTrue();
      shown.add(mark.group(1) + ": " + mark.group(2));

      assertThat(block.lines())
          .as(mark.group())
          .isEqualTo(region(SOURCES.resolve(mark.group(1)), mark.group(2)));
    }

    assertThat(shown).isEqualTo(allRegions());
  }

  private static SortedSet<String> allRegions() throws IOException {
    SortedSet<String> regions = new TreeSet<>();
    try (Stream<Path> sources = Files.list(SOURCES)) {
      for (Path source : sources.toList()) {
        for (String line : Files.readAllLines(source)) {
          if (line.strip().startsWith("// region ")) {
            regions.add(source.getFileName() + ": " + line.strip().substring(10));
          }
        }
      }
    }
    return regions;
  }

  /** The lines between the marks of a region, moved to the left. */
  private static List<String> region(Path source, String name) throws IOException {
    List<String> lines = Files.readAllLines(source);
    List<String> stripped = lines.stream().map(String::strip).toList();
    int start = stripped.indexOf("// region " + name);
    assertThat(start).as("region %s of %s", name, source).isNotNegative();
    int end = start + stripped.subList(start, stripped.size()).indexOf("// endregion");
    int indent = lines.get(start).indexOf('/');
    return lines.subList(start + 1, end).stream()
        .map(line -> line.isEmpty() ? line : line.substring(indent))
        .toList();
  }
}
