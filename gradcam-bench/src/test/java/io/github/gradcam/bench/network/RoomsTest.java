package io.github.gradcam.bench.network;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rooms of the networks")
class RoomsTest {

  private static final String ROOT = "io.github.gradcam.bench.network";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  @DisplayName("know an engine only where its files are written, so that none is loaded in vain")
  void enginesStayApart() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".savedmodel")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.tensorflow..")
        .check(classes);
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".deeplearning")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..")
        .check(classes);
  }

  @Test
  @DisplayName("describe networks without knowing how they are written")
  void descriptionsKnowNoFormat() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".architecture")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(ROOT + ".architecture", "java..", "org.jspecify..")
        .check(classes);
  }
}
