package io.github.gradcam.examples.vgg16;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The study")
class BoundariesTest {

  private static final String STUDY = "io.github.gradcam.examples.vgg16.";
  private static final String PYTORCH = "ai.djl..";
  private static final String TENSORFLOW = "org.tensorflow..";
  private static final String[] DEEPLEARNING4J = {"org.deeplearning4j..", "org.nd4j.."};

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.gradcam.examples.vgg16");

  @Test
  @DisplayName("reads, evaluates and draws without an engine")
  void knowsNoEngine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            STUDY + "console", STUDY + "data", STUDY + "evaluation", STUDY + "explanation")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(PYTORCH, TENSORFLOW, DEEPLEARNING4J[0], DEEPLEARNING4J[1])
        .check(classes);
  }

  @Test
  @DisplayName("trains with DJL alone, and knows the other engines where it saves for them")
  void trainsWithDjlAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage(STUDY + "export")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TENSORFLOW, DEEPLEARNING4J[0], DEEPLEARNING4J[1])
        .check(classes);
  }

  @Test
  @DisplayName("has rooms that do not go round in circles")
  void hasNoCycles() {
    slices().matching(STUDY + "(*)..").should().beFreeOfCycles().check(classes);
  }
}
