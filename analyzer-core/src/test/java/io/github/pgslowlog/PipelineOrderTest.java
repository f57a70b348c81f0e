package io.github.pgslowlog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Data flows one way: a package may depend only on the packages before it. */
class PipelineOrderTest {
  static final List<String> ORDER =
      List.of(
          "diagnostics",
          "bytes",
          "json",
          "source",
          "language",
          "wrap",
          "prefix",
          "frame",
          "decode",
          "statement",
          "fingerprint",
          "block",
          "sample",
          "filter",
          "syntax",
          "rewrite",
          "skeleton",
          "parse",
          "catalog",
          "resolve",
          "workload",
          "candidate",
          "select",
          "advice");

  private static final String ROOT = "io.github.pgslowlog";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @ParameterizedTest(name = "{0}")
  @FieldSource("ORDER")
  void packageDependsOnlyOnPackagesBeforeIt(String stage) {
    dependsOnNothingBehind(stage, ORDER).check(CLASSES);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    List<String> places = new ArrayList<>(ORDER.stream().map(PipelineOrderTest::subtree).toList());
    places.add(ROOT);

    classes().should().resideInAnyPackage(places.toArray(String[]::new)).check(CLASSES);
  }

  @Test
  void onlyParseKnowsTheSqlParser() {
    onlyFrom("net.sf.jsqlparser..", "parse").check(CLASSES);
  }

  @Test
  void onlyGrammarsAndTheirUsersKnowTheParserGenerator() {
    onlyFrom("org.antlr..", "prefix", "fingerprint.grammar", "rewrite", "skeleton").check(CLASSES);
  }

  @Test
  void dependencyAgainstTheOrderIsFound() {
    List<String> reversed = new ArrayList<>(ORDER);
    Collections.reverse(reversed);

    ArchRule broken = dependsOnNothingBehind("statement", reversed);

    assertThat(broken.evaluate(CLASSES).hasViolation()).isTrue();
    assertThat(broken.evaluate(CLASSES).getFailureReport().getDetails())
        .anyMatch(violation -> violation.contains(ROOT + ".decode.LogEntry"));
  }

  @Test
  void foreignUseOfALibraryIsFound() {
    ArchRule broken = onlyFrom("org.antlr..", "skeleton");

    assertThat(broken.evaluate(CLASSES).getFailureReport().getDetails())
        .anyMatch(violation -> violation.contains(ROOT + ".prefix.LogLinePrefix"));
  }

  private static ArchRule dependsOnNothingBehind(String stage, List<String> order) {
    List<String> behind =
        new ArrayList<>(
            order.subList(order.indexOf(stage) + 1, order.size()).stream()
                .map(PipelineOrderTest::subtree)
                .toList());
    behind.add(ROOT);
    return noClasses()
        .that()
        .resideInAPackage(subtree(stage))
        .should()
        .dependOnClassesThat(resideInAnyPackage(behind.toArray(String[]::new)))
        .allowEmptyShould(true);
  }

  private static ArchRule onlyFrom(String library, String... stages) {
    String[] allowed = Stream.of(stages).map(PipelineOrderTest::subtree).toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static String subtree(String stage) {
    return ROOT + "." + stage + "..";
  }
}
