package io.github.gradcam.bench.page.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A spread")
class SpreadTest {

  @Test
  @DisplayName("has the value in the middle, whatever the order")
  void odd() {
    assertThat(Spread.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 9, 3));
  }

  @Test
  @DisplayName("has the mean of the two in the middle")
  void even() {
    assertThat(Spread.of(List.of(4.0, 1.0, 9.0, 2.0))).isEqualTo(new Spread(3, 1, 9, 4));
  }

  @Test
  @DisplayName("keeps the smaller end the smaller one when it is turned over")
  void turned() {
    assertThat(Spread.of(List.of(2.0, 4.0, 8.0)).in(value -> 8 / value))
        .isEqualTo(new Spread(2, 1, 4, 3));
  }

  @Test
  @DisplayName("is not one of nothing")
  void nothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }
}
