package io.github.pgslowlog.samples;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What all modules of the library promise to the programs that use it. */
class LibraryTest {
  private static final String ROOT = "io.github.pgslowlog";
  private static final String GENERATED = ".grammar";

  private static final List<String> CORE = ModuleFile.of("analyzer-core").exported();
  private static final List<String> POSTGRES = ModuleFile.of("analyzer-postgres").exported();
  private static final List<String> REPORT = ModuleFile.of("analyzer-report").exported();

  private static final JavaClasses COMMAND = new ClassFileImporter().importPackages(ROOT + ".cli");
  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .importPackages(ROOT)
          .that(DescribedPredicate.not(resideInAnyPackage(ROOT + ".cli..", ROOT + ".samples..")));

  private static final ArchRule PRINTS_NOTHING = noClasses().should(ACCESS_STANDARD_STREAMS);
  private static final ArchRule DOES_NOT_EXIT =
      noClasses().should().callMethod(System.class, "exit", int.class);

  @Test
  void everyPackageSaysWhatMayBeNull() {
    List<String> unmarked =
        Stream.concat(LIBRARY.stream(), COMMAND.stream())
            .map(JavaClass::getPackage)
            .distinct()
            .filter(aPackage -> !aPackage.getName().endsWith(GENERATED))
            .filter(aPackage -> !aPackage.isAnnotatedWith(NullMarked.class))
            .map(aPackage -> aPackage.getName())
            .toList();

    assertThat(LIBRARY.stream().map(JavaClass::getPackageName)).contains(ROOT, ROOT + ".report");
    assertThat(unmarked).isEmpty();
  }

  @Test
  void libraryPrintsNothing() {
    PRINTS_NOTHING.check(LIBRARY);

    assertThat(PRINTS_NOTHING.evaluate(COMMAND).hasViolation()).isTrue();
  }

  @Test
  void libraryDoesNotEndTheProgram() {
    DOES_NOT_EXIT.check(LIBRARY);

    assertThat(DOES_NOT_EXIT.evaluate(COMMAND).hasViolation()).isTrue();
  }

  @Test
  void modulesExportWhatTheirSignaturesReachAndNothingElse() {
    Set<String> reached = new TreeSet<>();
    reachable().forEach(type -> reached.add(type.getPackageName()));

    Set<String> exported = new TreeSet<>(CORE);
    exported.addAll(POSTGRES);
    exported.addAll(REPORT);
    assertThat(reached).isEqualTo(exported);
  }

  @Test
  void everyTypeOfASignatureIsPublic() {
    assertThat(reachable())
        .hasSizeGreaterThan(100)
        .allMatch(LibraryTest::isVisible, "can be named by who uses it");
  }

  /** On the class path nobody would notice. */
  @Test
  void otherModulesUseOnlyWhatCoreExports() {
    String[] exported = CORE.toArray(String[]::new);
    DescribedPredicate<JavaClass> others =
        resideInAnyPackage(ROOT + ".postgres..", ROOT + ".report..", ROOT + ".cli..");
    DescribedPredicate<JavaClass> hidden =
        resideInAnyPackage(ROOT + "..")
            .and(DescribedPredicate.not(resideInAnyPackage(exported)))
            .and(DescribedPredicate.not(others));

    noClasses().that(others).should().dependOnClassesThat(hidden).check(LIBRARY);
    noClasses().should().dependOnClassesThat(hidden).check(COMMAND);
  }

  /** The types of the signatures of all public types of the packages one starts from. */
  private static Set<JavaClass> reachable() {
    Set<JavaClass> reached = new LinkedHashSet<>();
    Deque<JavaClass> next = new ArrayDeque<>();
    LIBRARY.stream()
        .filter(type -> isStart(type.getPackageName()) && isVisible(type))
        .filter(type -> !isTemplate(type))
        .forEach(next::add);
    while (!next.isEmpty()) {
      JavaClass type = next.remove();
      if (reached.add(type)) {
        signature(type)
            .filter(used -> used.getPackageName().startsWith(ROOT))
            .map(used -> LIBRARY.get(used.getFullName()))
            .forEach(next::add);
      }
    }
    return reached;
  }

  /** What is made of a template is public for the templates alone. */
  private static boolean isTemplate(JavaClass type) {
    return type.getSimpleName().matches("Jte\\w+Generated");
  }

  private static boolean isStart(String name) {
    return name.equals(ROOT) || POSTGRES.contains(name) || REPORT.contains(name);
  }

  private static Stream<JavaClass> signature(JavaClass type) {
    Stream<JavaClass> parents =
        Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
    Stream<JavaClass> fields =
        type.getFields().stream()
            .filter(field -> isPromise(field.getModifiers()))
            .flatMap(field -> field.getAllInvolvedRawTypes().stream());
    Stream<JavaClass> code =
        type.getCodeUnits().stream()
            .filter(unit -> isPromise(unit.getModifiers()))
            .flatMap(unit -> unit.getAllInvolvedRawTypes().stream());
    return Stream.of(parents, fields, code)
        .flatMap(types -> types)
        .map(JavaClass::getBaseComponentType);
  }

  private static boolean isPromise(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(LibraryTest::isVisible).orElse(true);
  }
}
