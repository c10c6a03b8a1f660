package io.github.gradcam.bench.side;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

final class CrowdTest {

  private static final List<Tensor> EXPECTED = List.of(map(0, 1), map(1, 0.5f), map(0.25f, 1));

  @Test
  void mapsOfOneThreadAreRight() {
    assertThat(asked(EXPECTED::get)).isEqualTo(new Outcome(4, 24, 0, 0, 1));
  }

  @Test
  void anotherPhotosMapIsWrong() {
    assertThat(asked(photo -> EXPECTED.get(photo == 1 ? 2 : photo)).wrong()).isEqualTo(8);
  }

  @Test
  void mapsThatAreNotNumbersOrOfAnotherSizeAreWrong() {
    assertThat(asked(photo -> map(Float.NaN, 1)).wrong()).isEqualTo(24);
    assertThat(asked(photo -> Tensor.zeros(Shape.of(3))).wrong()).isEqualTo(24);
  }

  @Test
  void errorsAreCountedAndTheOthersGoOn() {
    Outcome outcome =
        asked(
            photo -> {
              if (photo == 0) {
                throw new IllegalStateException("as if the engine had failed");
              }
              return EXPECTED.get(photo);
            });

    assertThat(outcome).isEqualTo(new Outcome(4, 24, 0, 8, 1));
  }

  @Test
  void whatDidNotComeIsNotFast() {
    assertThat(new Outcome(4, 24, 0, 8, 4_000_000_000L).perSecond()).isEqualTo(4.0);
  }

  private static Outcome asked(IntFunction<Tensor> map) {
    AtomicInteger now = new AtomicInteger();
    return new Crowd(4, 6, EXPECTED, now::getAndIncrement).ask(map);
  }

  private static Tensor map(float... values) {
    return Tensor.of(Shape.of(values.length), values);
  }
}
