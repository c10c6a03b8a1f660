package io.github.gradcam.djl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The backend for TorchScript")
class BoundariesTest {

  private static final String ROOMS = "io.github.gradcam.djl.internal.";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.gradcam.djl");

  @Test
  @DisplayName("knows no CAM method, target, picture or facade")
  void knowsNoCamMethod() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.gradcam",
            "io.github.gradcam.image..",
            "io.github.gradcam.method..",
            "io.github.gradcam.target..")
        .check(classes);
  }

  @Test
  @DisplayName("reaches into nobody else's internal package")
  void reachesIntoNoInternalPackage() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("..internal..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("io.github.gradcam.djl..")))
        .check(classes);
  }

  @Test
  @DisplayName("keeps its internal rooms to itself")
  void keepsItsRoomsToItself() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.gradcam");
    noClasses()
        .that()
        .resideOutsideOfPackage("io.github.gradcam.djl..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.gradcam.djl.internal..")
        .check(all);
  }

  @Test
  @DisplayName("has rooms that form no cycle, its own package included")
  void formsNoCycle() {
    slices().matching("io.github.gradcam.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  @DisplayName("knows its engine in two rooms, and where users hand it blocks of the engine")
  void knowsTheEngineWhereItMust() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOMS + "engine..", ROOMS + "block..")
        .and()
        .doNotHaveFullyQualifiedName("io.github.gradcam.djl.DjlModels")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.djl..")
        .check(classes);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("has rooms that know no more than the rooms named beside them")
  @CsvSource({
    "syntax, ''",
    "pickle, ''",
    "archive, pickle",
    "layout, syntax",
    "rewrite, syntax layout",
    "graph, syntax layout",
    "head, graph archive",
    "engine, rewrite graph head",
    "block, engine rewrite archive"
  })
  void goesOneWay(String room, String others) {
    Set<String> known = Set.of((room + " " + others).split(" "));
    assertThat(classes.stream().filter(type -> type.getPackageName().equals(ROOMS + room)))
        .isNotEmpty()
        .flatMap(JavaClass::getDirectDependenciesFromSelf)
        .extracting(dependency -> dependency.getTargetClass().getPackageName())
        .filteredOn(name -> name.startsWith("io.github.gradcam.djl"))
        .allMatch(name -> name.startsWith(ROOMS) && known.contains(name.substring(ROOMS.length())));
  }
}
