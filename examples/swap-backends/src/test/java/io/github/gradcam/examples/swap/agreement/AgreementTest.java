package io.github.gradcam.examples.swap.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.method.CamMethods;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Three engines in one process")
class AgreementTest {

  private static final float APART = 1e-4f;

  static Stream<Setting> settings() {
    return Stream.of(Settings.embedded(), Settings.small());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("settings")
  @DisplayName("choose the same layer and have the same scores and the same maps, by every method")
  void agree(Setting setting) {
    Agreement agreement = Agreement.of(setting, Settings.photos());
    assertThat(agreement.answers()).extracting(Answers::layer).containsOnly(setting.layer());
    assertThat(agreement.pairs()).hasSize(3);
    for (Agreement.Pair pair : agreement.pairs()) {
      String names = pair.one().backend() + " and " + pair.other().backend();
      assertThat(pair.logits()).as("logits of %s", names).isLessThanOrEqualTo(APART);
      assertThat(CamMethods.all())
          .allSatisfy(
              method ->
                  assertThat(pair.maps(method))
                      .as("%s of %s", method.name(), names)
                      .isLessThanOrEqualTo(APART));
    }
  }
}
