package io.github.gradcam.dl4j;

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

@DisplayName("The backend for Deeplearning4j")
class BoundariesTest {

  private static final String ROOMS = "io.github.gradcam.dl4j.internal.";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.gradcam.dl4j");

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
  @DisplayName("reaches into no other module's internal package")
  void reachesIntoNoInternalPackage() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("io.github.gradcam..internal..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("io.github.gradcam.dl4j..")))
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
        .resideOutsideOfPackage("io.github.gradcam.dl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.gradcam.dl4j.internal..")
        .check(all);
  }

  @Test
  @DisplayName("has rooms that form no cycle, its own package included")
  void formsNoCycle() {
    slices().matching("io.github.gradcam.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  @DisplayName("runs nothing of Deeplearning4j's own passes")
  void runsNoLayerOfTheEngines() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j.nn.layers..", "org.deeplearning4j.nn.workspace..")
        .check(classes);
  }

  @Test
  @DisplayName("computes without knowing where networks come from")
  void computesWithoutFiles() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOMS + "engine..", ROOMS + "rule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.deeplearning4j.nn.multilayer..",
            "org.deeplearning4j.util..",
            "io.jhdf..",
            "java.nio.file..")
        .check(classes);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("has rooms that know no more than the rooms named beside them")
  @CsvSource({"source, ''", "rule, ''", "plan, rule", "engine, plan"})
  void goesOneWay(String room, String others) {
    Set<String> known = Set.of((room + " " + others).strip().split(" "));
    assertThat(classes.stream().filter(type -> type.getPackageName().equals(ROOMS + room)))
        .isNotEmpty()
        .flatMap(JavaClass::getDirectDependenciesFromSelf)
        .extracting(dependency -> dependency.getTargetClass().getPackageName())
        .filteredOn(name -> name.startsWith("io.github.gradcam.dl4j"))
        .filteredOn(name -> !name.equals("io.github.gradcam.dl4j.rule"))
        .allMatch(name -> name.startsWith(ROOMS) && known.contains(name.substring(ROOMS.length())));
  }
}
