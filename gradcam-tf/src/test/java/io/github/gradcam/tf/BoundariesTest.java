package io.github.gradcam.tf;

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

@DisplayName("The backend for TensorFlow")
class BoundariesTest {

  private static final String ROOMS = "io.github.gradcam.tf.internal.";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.gradcam.tf");

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
  @DisplayName(
      "reaches into no other module's internal package, but for the engine's list of devices")
  void reachesIntoNoInternalPackage() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOMS + "engine.Devices")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("..internal..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("io.github.gradcam.tf..")))
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
        .resideOutsideOfPackage("io.github.gradcam.tf..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.gradcam.tf.internal..")
        .check(all);
  }

  @Test
  @DisplayName("has rooms that form no cycle, its own package included")
  void formsNoCycle() {
    slices().matching("io.github.gradcam.(**)").should().beFreeOfCycles().check(classes);
  }

  @Test
  @DisplayName(
      "knows its engine in two rooms and where users hand it networks; else only what files are of")
  void knowsTheEngineWhereItMust() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOMS + "engine..", ROOMS + "gradient..")
        .and()
        .doNotHaveFullyQualifiedName("io.github.gradcam.tf.TfModels")
        .and()
        .doNotHaveFullyQualifiedName("io.github.gradcam.tf.InMemory")
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAnyPackage("org.tensorflow..", "org.bytedeco..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("org.tensorflow.proto..")))
        .check(classes);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("has rooms that know no more than the rooms named beside them")
  @CsvSource({
    "graph, ''",
    "gradient, ''",
    "source, graph",
    "layer, graph",
    "engine, graph layer gradient"
  })
  void goesOneWay(String room, String others) {
    Set<String> known = Set.of((room + " " + others).strip().split(" "));
    assertThat(classes.stream().filter(type -> type.getPackageName().equals(ROOMS + room)))
        .isNotEmpty()
        .flatMap(JavaClass::getDirectDependenciesFromSelf)
        .extracting(dependency -> dependency.getTargetClass().getPackageName())
        .filteredOn(name -> name.startsWith("io.github.gradcam.tf"))
        .allMatch(name -> name.startsWith(ROOMS) && known.contains(name.substring(ROOMS.length())));
  }
}
