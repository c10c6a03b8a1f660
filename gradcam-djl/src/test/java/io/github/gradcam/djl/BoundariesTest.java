package io.github.gradcam.djl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The backend for TorchScript")
class BoundariesTest {

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
}
