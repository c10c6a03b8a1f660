package io.github.gradcam.tf.internal.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

@DisplayName("The way back through a product with many weights")
class LargeProductTest {

  private static final int ROWS = 1024;
  private static final int COLUMNS = 2048;

  private final Model model = new Model(DataType.DT_DOUBLE);

  @AfterEach
  void close() {
    model.close();
  }

  @ParameterizedTest(name = "{0} rows, {1} known, transposed {2}")
  @DisplayName("is a product with the transposed weights, for any number of rows")
  @CsvSource({
    "1, -1, false",
    "3, -1, false",
    "4, -1, false",
    "9, -1, true",
    "2, -1, true",
    "2, 2, false",
    "5, 5, false"
  })
  void product(int rows, int known, boolean turned) {
    Output<?> x = model.input(Shape.of(known, turned ? COLUMNS : ROWS));
    Output<?> y =
        model
            .node("MatMul")
            .with(x, weights())
            .attribute("transpose_a", false)
            .attribute("transpose_b", turned)
            .make();
    Value cotangent = Value.mixed(3, rows, turned ? ROWS : COLUMNS);

    Backward backward = Backward.of(model.graph, model.inputs(), y, "gradcam/gradient");
    double[] found;
    try (Trial trial = new Trial(model)) {
      Value input = Value.mixed(2, rows, turned ? COLUMNS : ROWS);
      found = trial.backward(List.of(input), backward, cotangent, List.of(x)).get(0).numbers();
    }

    int length = turned ? COLUMNS : ROWS;
    assertThat(found).hasSize(rows * length);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < length; i += 97) {
        double expected = 0;
        int summed = turned ? ROWS : COLUMNS;
        for (int j = 0; j < summed; j++) {
          int weight = turned ? j * COLUMNS + i : i * COLUMNS + j;
          expected += Math.sin(weight) * cotangent.numbers()[row * summed + j];
        }
        assertThat(found[row * length + i]).isCloseTo(expected, within(1e-9));
      }
    }
  }

  /** Sines of 0, 1, 2, row by row. */
  private Output<?> weights() {
    Output<?> counted =
        model.op("Range", model.integer(0), model.integer(ROWS * COLUMNS), model.integer(1));
    Output<?> numbers =
        model.node("Cast").with(counted).attribute("DstT", DataType.DT_DOUBLE).make();
    return model.op("Reshape", model.op("Sin", numbers), model.integers(ROWS, COLUMNS));
  }
}
