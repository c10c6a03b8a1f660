package io.github.gradcam.tf.internal.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

@DisplayName("The gradient of an operation")
class GradientsTest {

  private static Stream<Case> cases() {
    return Stream.of(
            PassingCases.all(),
            ElementwiseCases.all(),
            ArithmeticCases.all(),
            ReductionCases.all(),
            ConvolutionCases.all(),
            PoolingCases.all(),
            ProductCases.all(),
            NormCases.all(),
            ShapeCases.all(),
            MovingCases.all(),
            JoiningCases.all(),
            GatheringCases.all(),
            SelectionCases.all(),
            ResizingCases.all())
        .flatMap(family -> family);
  }

  private static Stream<Case> casesOfUnknownShape() {
    return cases().filter(one -> !one.traits().contains(Case.Trait.SHAPED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("is what small changes of its inputs show")
  void known(Case one) {
    check(one, one.inputs().stream().map(value -> Shape.of(value.shape())).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesOfUnknownShape")
  @DisplayName("needs no shapes that are known before it runs")
  void unknown(Case one) {
    check(one, one.inputs().stream().map(value -> Shape.unknown()).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("needs no size of the first dimension, as in a batch of any size")
  void partlyKnown(Case one) {
    check(one, one.inputs().stream().map(GradientsTest::batched).toList());
  }

  private static Shape batched(Value value) {
    long[] sizes = value.shape().clone();
    if (sizes.length > 0) {
      sizes[0] = Dimensions.UNKNOWN;
    }
    return Shape.of(sizes);
  }

  private static Stream<Case> casesOfChannelsFirst() {
    return ChannelsFirstCases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesOfChannelsFirst")
  @DisplayName("knows channels that come first, where the processor does")
  void channelsFirst(Case one) {
    List<Shape> shapes = one.inputs().stream().map(value -> Shape.of(value.shape())).toList();
    assumeThatCode(() -> forward(one, shapes)).doesNotThrowAnyException();
    check(one, shapes);
  }

  private static void forward(Case one, List<Shape> shapes) {
    try (Model model = new Model(one.precision())) {
      shapes.forEach(model::input);
      Output<?> y = one.build().of(model, List.copyOf(model.inputs()));
      try (Trial trial = new Trial(model)) {
        trial.forward(one.inputs(), y);
      }
    }
  }

  @Test
  @DisplayName("is looked at for every type that is said to be supported")
  void complete() {
    Set<String> looked = cases().map(Case::type).collect(Collectors.toSet());
    assertThat(looked).isEqualTo(Gradients.supported());
  }

  private static Stream<Case> casesInHalf() {
    // TensorFlow multiplies batches of half precision by the older operation only.
    return cases()
        .filter(one -> !one.traits().contains(Case.Trait.SINGLE))
        .filter(one -> !one.type().equals("BatchMatMulV3"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("casesInHalf")
  @DisplayName("is nearly the same in half precision")
  void half(Case one) {
    List<Shape> shapes = one.inputs().stream().map(value -> Shape.of(value.shape())).toList();
    List<Value> exact = gradients(one, DataType.DT_DOUBLE, shapes);
    List<Value> rough = gradients(one, DataType.DT_HALF, shapes);
    for (int i = 0; i < exact.size(); i++) {
      assertThat(rough.get(i).numbers())
          .containsExactly(
              exact.get(i).numbers(), Offset.offset(0.02 * exact.get(i).largest() + 0.02));
    }
  }

  private static List<Value> gradients(Case one, DataType type, List<Shape> shapes) {
    try (Model model = new Model(type)) {
      shapes.forEach(model::input);
      Output<?> y = one.build().of(model, List.copyOf(model.inputs()));
      Backward backward = Backward.of(model.graph, model.inputs(), y, "back");
      try (Trial trial = new Trial(model)) {
        Value cotangent = Value.mixed(99, trial.forward(one.inputs(), y).shape());
        return trial.backward(one.inputs(), backward, cotangent, model.inputs());
      }
    }
  }

  private static void check(Case one, List<Shape> shapes) {
    try (Model model = new Model(one.precision())) {
      List<Output<?>> x = new ArrayList<>();
      shapes.forEach(shape -> x.add(model.input(shape)));
      Output<?> y = one.build().of(model, List.copyOf(x));
      assertThat(model.graph.operations())
          .toIterable()
          .anyMatch(operation -> operation.type().equals(one.type()));
      Backward backward = Backward.of(model.graph, x, y, "back");
      try (Trial trial = new Trial(model)) {
        Value output = trial.forward(one.inputs(), y);
        Value cotangent = Value.mixed(99, output.shape());
        List<Value> gradients = trial.backward(one.inputs(), backward, cotangent, x);
        for (int i = 0; i < x.size(); i++) {
          assertThat(gradients.get(i).shape()).isEqualTo(one.inputs().get(i).shape());
          assertThat(gradients.get(i).largest()).as("something to compare").isGreaterThan(0.01);
          compare(one, trial, y, cotangent, i, gradients.get(i));
        }
      }
    }
  }

  private static void compare(
      Case one, Trial trial, Output<?> y, Value cotangent, int input, Value gradient) {
    boolean single = one.precision() == DataType.DT_FLOAT;
    double change = single ? 5e-3 : 1e-6;
    double tolerance = single ? 2e-3 : 1e-7;
    double[] differences = new double[gradient.numbers().length];
    for (int i = 0; i < differences.length; i++) {
      double above = trial.forward(changed(one, input, i, change), y).dot(cotangent);
      double below = trial.forward(changed(one, input, i, -change), y).dot(cotangent);
      differences[i] = (above - below) / (2 * change);
    }
    assertThat(gradient.numbers())
        .as("gradient at input %d", input)
        .containsExactly(differences, Offset.offset(tolerance));
  }

  private static List<Value> changed(Case one, int input, int index, double change) {
    List<Value> inputs = new ArrayList<>(one.inputs());
    inputs.set(input, inputs.get(input).changed(index, change));
    return inputs;
  }
}
