package io.github.gradcam.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command line")
class BoundariesTest {

  private static final String ROOT = "io.github.gradcam.cli";

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  @DisplayName("knows no engine and no backend")
  void knowsNoEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ai.djl..", "org.tensorflow..", "org.nd4j..", "io.github.gradcam.djl..")
        .check(classes);
  }

  @Test
  @DisplayName("keeps what is typed apart from what is done")
  void oneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("commands")
        .definedBy(ROOT)
        .layer("output")
        .definedBy(ROOT + ".output")
        .layer("photos")
        .definedBy(ROOT + ".photos")
        .layer("report")
        .definedBy(ROOT + ".report")
        .layer("setup")
        .definedBy(ROOT + ".setup")
        .layer("result")
        .definedBy(ROOT + ".result")
        .whereLayer("commands")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("output")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("setup")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("photos")
        .mayOnlyBeAccessedByLayers("commands", "output")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("commands", "output")
        .check(classes);
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  @DisplayName("knows picocli only where commands are")
  void picocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(classes);
  }
}
