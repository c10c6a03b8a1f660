package io.github.gradcam.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The benchmarks")
class BoundariesTest {

  private static final String ROOT = "io.github.gradcam.bench";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  @DisplayName("know engines only where networks are written")
  void knowNoEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".network..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ai.djl..", "org.tensorflow..", "org.nd4j..", "org.deeplearning4j..", "org.bytedeco..")
        .check(classes);
  }

  @Test
  @DisplayName("see of the library what every user sees, and no backend's own classes")
  void publicOnly() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.gradcam..internal..",
            "io.github.gradcam.djl..",
            "io.github.gradcam.tf..",
            "io.github.gradcam.dl4j..")
        .check(classes);
  }

  @Test
  @DisplayName("know JMH only where they are, and the page only its results")
  void jmh() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".network..", ROOT + ".page..", ROOT + ".side..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..", ROOT)
        .check(classes);
  }

  @Test
  @DisplayName("keep their rooms apart")
  void rooms() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".network..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".page..", ROOT + ".side..")
        .check(classes);
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".network.*..", ROOT + ".side..")
        .check(classes);
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }
}
