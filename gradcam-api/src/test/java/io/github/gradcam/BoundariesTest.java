package io.github.gradcam;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rooms of gradcam-api")
class BoundariesTest {

  private static final String[] ENGINES = {
    "ai.djl..", "org.tensorflow..", "org.nd4j..", "org.deeplearning4j..", "org.bytedeco.."
  };

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.gradcam");

  @Test
  @DisplayName("know no engine")
  void knowNoEngine() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage(ENGINES).check(classes);
  }

  @Test
  @DisplayName("form no cycle, the root package included")
  void formNoCycle() {
    slices().assignedFrom(new EachPackage()).should().beFreeOfCycles().check(classes);
  }

  @Test
  @DisplayName("for methods and targets do not know the one for pictures")
  void arithmeticKnowsNoPictures() {
    noClasses()
        .that()
        .resideInAnyPackage("io.github.gradcam.method..", "io.github.gradcam.target..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.gradcam.image..")
        .check(classes);
  }

  @Test
  @DisplayName("reach into nobody else's internal package")
  void reachIntoNoInternalPackage() {
    noClasses()
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("..internal..")
                .and(JavaClass.Predicates.resideOutsideOfPackage("io.github.gradcam..")))
        .check(classes);
  }

  @Test
  @DisplayName("are all seen by these rules")
  void areSeen() {
    assertThat(classes.stream().map(JavaClass::getPackageName))
        .contains("io.github.gradcam.spi", "io.github.gradcam.model", "io.github.gradcam.tensor");
  }

  private static final class EachPackage implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
