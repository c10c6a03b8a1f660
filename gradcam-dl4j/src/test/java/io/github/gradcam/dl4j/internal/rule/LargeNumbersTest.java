package io.github.gradcam.dl4j.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

@DisplayName("The derivative of an activation function, of large numbers")
class LargeNumbersTest {

  /** Where exponentials overflow in single precision is 88; in these there are squares of them. */
  private static final double[] NUMBERS = {-300, -100, -45, -30, -23, 23, 30, 45, 100, 300};

  private static final double STEP = 1e-3;

  static Stream<IActivation> functions() {
    return Stream.concat(
        Arrays.stream(Activation.values())
            .filter(one -> one != Activation.CUBE && one != Activation.SOFTMAX)
            .map(Activation::getActivationFunction),
        Stream.of(new ActivationGELU(true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("functions")
  @DisplayName("is a number, and that of central differences in double precision")
  void isANumber(IActivation function) {
    LayerRule rule = Activations.rule(function);
    INDArray x = Nd4j.createFromArray(NUMBERS).castTo(DataType.FLOAT);
    INDArray slopes = rule.backward(List.of(x), rule.forward(List.of(x)), Nd4j.onesLike(x)).get(0);

    INDArray wide = Nd4j.createFromArray(NUMBERS);
    INDArray above = rule.forward(List.of(wide.add(STEP)));
    INDArray below = rule.forward(List.of(wide.sub(STEP)));
    INDArray expected = above.sub(below).div(2 * STEP);
    for (int i = 0; i < NUMBERS.length; i++) {
      assertThat(slopes.getDouble(i))
          .as("at %s", NUMBERS[i])
          .isCloseTo(expected.getDouble(i), within(1e-5));
    }
  }
}
