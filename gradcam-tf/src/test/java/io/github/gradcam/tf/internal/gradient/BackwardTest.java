package io.github.gradcam.tf.internal.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;

@DisplayName("The way back")
class BackwardTest {

  private final Model model = new Model(DataType.DT_DOUBLE);

  @AfterEach
  void close() {
    model.close();
  }

  private Backward back(Output<?> output) {
    return Backward.of(model.graph, model.inputs(), output, "gradcam/gradient");
  }

  private List<Value> run(Backward backward, Value input, Value cotangent, Output<?>... at) {
    try (Trial trial = new Trial(model)) {
      return trial.backward(List.of(input), backward, cotangent, List.of(at));
    }
  }

  private int nodes() {
    int count = 0;
    Iterator<GraphOperation> all = model.graph.operations();
    while (all.hasNext()) {
      all.next();
      count++;
    }
    return count;
  }

  @Nested
  @DisplayName("to a tensor")
  class ToTensors {

    @Test
    @DisplayName("sums over all its uses that lead to the output, and over no others")
    void uses() {
      Output<?> x = model.input(2);
      Output<?> hook = model.op("Neg", x);
      Output<?> product = model.op("Mul", hook, hook);
      Output<?> sum = model.op("AddV2", product, model.op("Exp", hook));
      model.op("Sin", hook);
      Output<?> y = model.op("AddV2", sum, hook);

      Value gradient = run(back(y), Value.of(0.5, -2), Value.of(1, 10), hook).get(0);

      double first = 2 * -0.5 + Math.exp(-0.5) + 1;
      double second = 10 * (2 * 2 + Math.exp(2) + 1);
      assertThat(gradient.numbers()).containsExactly(new double[] {first, second}, within(1e-12));
    }

    @Test
    @DisplayName("is built once, whoever asks first")
    void once() {
      Output<?> x = model.input(2);
      Output<?> near = model.op("Sigmoid", x);
      Output<?> far = model.op("Tanh", near);
      Backward backward = back(model.op("Exp", far));
      Output<?> first = backward.gradient(far).orElseThrow();
      int before = nodes();

      Output<?> second = backward.gradient(near).orElseThrow();

      // One node for the hyperbolic tangent, one for what it is fed with, one to be fetched by.
      assertThat(nodes()).isEqualTo(before + 3);
      assertThat(backward.gradient(far)).contains(first);
      assertThat(backward.gradient(near)).contains(second);
      assertThat(nodes()).isEqualTo(before + 3);
    }

    @Test
    @DisplayName("is the same whether hooks are asked for from the output on or towards it")
    void order() {
      Output<?> x = model.input(2);
      Output<?> near = model.op("Sigmoid", x);
      Output<?> far = model.op("Mul", near, model.op("Tanh", near));
      Output<?> y = model.op("AddV2", model.op("Exp", far), near);
      Value input = Value.of(0.3, -0.4);
      Value cotangent = Value.of(1, 2);

      List<Value> there = run(back(y), input, cotangent, x, near, far, y);
      List<Value> andBack = run(back(y), input, cotangent, y, far, near, x);

      for (int i = 0; i < there.size(); i++) {
        assertThat(there.get(i).numbers()).isEqualTo(andBack.get(3 - i).numbers());
      }
    }

    @Test
    @DisplayName("is the cotangent itself at the output, and can be fetched beside it")
    void output() {
      Output<?> x = model.input(2);
      Output<?> y = model.op("Identity", model.op("Identity", x));

      List<Value> found = run(back(y), Value.of(1, 2), Value.of(3, 4), y, x);

      assertThat(found.get(0).numbers()).containsExactly(3, 4);
      assertThat(found.get(1).numbers()).containsExactly(3, 4);
    }

    @Test
    @DisplayName("is as long as the model is deep")
    void deep() {
      Output<?> x = model.input(1);
      Output<?> y = x;
      for (int i = 0; i < 20_000; i++) {
        y = model.op(i % 2 == 0 ? "Neg" : "Identity", y);
      }

      try (Trial trial = Trial.plain(model)) {
        List<Value> input = List.of(Value.of(1));
        Value gradient = trial.backward(input, back(y), Value.of(7), List.of(x)).get(0);
        assertThat(gradient.numbers()).containsExactly(7);
      }
    }

    @Test
    @DisplayName("needs no number of elements that half precision has no place for")
    void half() {
      try (Model half = new Model(DataType.DT_HALF)) {
        Output<?> x = half.input(300, 300);
        Output<?> y = half.op("Mean", x, half.integers(0, 1));
        Backward backward = Backward.of(half.graph, half.inputs(), y, "back");
        try (Trial trial = new Trial(half)) {
          Value gradient =
              trial
                  .backward(
                      List.of(Value.zeros(300, 300)),
                      backward,
                      new Value(new long[0], new double[] {1}),
                      List.of(x))
                  .get(0);
          assertThat(gradient.numbers()[0]).isEqualTo(1 / 90_000.0, within(1e-7));
        }
      }
    }
  }

  @Test
  @DisplayName("leads through a normalisation whose parameters are more precise than its numbers")
  void mixedPrecision() {
    try (Model half = new Model(DataType.DT_HALF);
        Trial trial = new Trial(half)) {
      Output<?> x = half.input(1, 1, 1, 2);
      NodeDraft norm = half.node("FusedBatchNormV3").with(x);
      for (Value value :
          List.of(Value.of(2, 3), Value.of(0, 0), Value.of(0, 0), Value.of(0.25, 4))) {
        norm.with(half.single(value));
      }
      Output<?> y =
          norm.attribute("is_training", false)
              .attribute("epsilon", AttrValue.newBuilder().setF(0).build())
              .make();
      Backward backward = Backward.of(half.graph, half.inputs(), y, "back");
      Value cotangent = new Value(new long[] {1, 1, 1, 2}, new double[] {1, 2});

      Value gradient =
          trial.backward(List.of(Value.zeros(1, 1, 1, 2)), backward, cotangent, List.of(x)).get(0);

      assertThat(gradient.numbers())
          .containsExactly(new double[] {2 / 0.5, 2 * 3 / 2.0}, within(1e-2));
    }
  }

  @Nested
  @DisplayName("does not exist")
  class None {

    @Test
    @DisplayName("where every use is blocked")
    void blocked() {
      Output<?> x = model.input(2);
      Output<?> steps = model.op("Floor", model.op("StopGradient", x));
      Output<?> counted =
          model
              .node("Cast")
              .with(model.op("ArgMax", x, model.integer(0)))
              .attribute("DstT", DataType.DT_DOUBLE)
              .make();
      Backward backward = back(model.op("AddV2", steps, model.op("AddV2", steps, counted)));

      assertThat(backward.gradient(x)).isEmpty();
      assertThat(backward.gradient(steps)).isPresent();
    }

    @Test
    @DisplayName("from what comes after the output, or beside it")
    void elsewhere() {
      Output<?> x = model.input(2);
      Output<?> y = model.op("Exp", x);
      Output<?> after = model.op("Sin", y);
      Output<?> beside = model.op("Cos", x);
      Backward backward = back(y);

      assertThat(backward.gradient(after)).isEmpty();
      assertThat(backward.gradient(beside)).isEmpty();
    }

    @Test
    @DisplayName("at whole numbers, nor at what was not there")
    void wrong() {
      Output<?> x = model.input(2);
      Backward backward = back(model.op("Exp", x));
      Output<?> whole = model.integers(1);
      Output<?> late = model.op("Sin", x);

      assertThatIllegalArgumentException().isThrownBy(() -> backward.gradient(whole));
      assertThatIllegalArgumentException().isThrownBy(() -> backward.gradient(late));
    }

    @Test
    @DisplayName("from an output of whole numbers")
    void integers() {
      Output<?> y = model.op("ArgMax", model.input(2), model.integer(0));

      assertThatExceptionOfType(UnsupportedGradientException.class)
          .isThrownBy(() -> back(y))
          .withMessageContaining("DT_INT64")
          .satisfies(refused -> assertThat(refused.operation()).isEqualTo("ArgMax"));
    }
  }

  @Nested
  @DisplayName("is refused")
  class Refused {

    private void refused(Output<?> y, Output<?> x, String type, String reason) {
      Backward backward = back(y);
      int before = nodes();
      assertThatExceptionOfType(UnsupportedGradientException.class)
          .isThrownBy(() -> backward.gradient(x))
          .withMessageContaining(reason)
          .satisfies(
              refused -> {
                assertThat(refused.operation()).isEqualTo(type);
                assertThat(refused.name()).startsWith("model/" + type);
                assertThat(refused.reason()).contains(reason);
              });
      assertThat(nodes()).as("nodes left behind").isEqualTo(before);
    }

    @Test
    @DisplayName("where an operation on any way to the output is not known")
    void unknown() {
      Output<?> x = model.input(2);
      Output<?> y = model.op("AddV2", x, model.op("Exp", model.op("Lgamma", x)));
      refused(y, x, "Lgamma", "is not known here");
    }

    @Test
    @DisplayName("where numbers take a way through types that carry no cotangent here")
    void hidden() {
      Output<?> x = model.input(2);
      Output<?> imaginary = model.op("Complex", x, x);
      Output<?> real =
          model.node("Real").with(imaginary).attribute("Tout", DataType.DT_DOUBLE).make();
      refused(model.op("Exp", real), x, "Real", "is not known here");
    }

    @Test
    @DisplayName("where the model forbids it")
    void forbidden() {
      Output<?> x = model.input(2);
      refused(model.op("PreventGradient", x), x, "PreventGradient", "forbade");
    }

    @Test
    @DisplayName("where a convolution by channels is dilated, which TensorFlow cannot run either")
    void depthwise() {
      Output<?> x = model.input(1, 5, 5, 1);
      Output<?> filter = model.constant(Value.mixed(1, 3, 3, 1, 1));
      Output<?> y =
          model
              .node("DepthwiseConv2dNative")
              .with(x, filter)
              .attribute("strides", List.of(1L, 1L, 1L, 1L))
              .attribute("dilations", List.of(1L, 2L, 2L, 1L))
              .attribute("padding", "SAME")
              .make();
      refused(y, x, "DepthwiseConv2dNative", "dilated");
    }

    @Test
    @DisplayName("where a batch is normalised as in training")
    void training() {
      try (Model single = new Model(DataType.DT_FLOAT)) {
        Output<?> x = single.input(2, 2, 2, 1);
        Output<?> one = single.constant(Value.of(1));
        Output<?> y =
            single
                .node("FusedBatchNormV3")
                .with(x, one, one, one, one)
                .attribute("is_training", true)
                .make();
        Backward backward = Backward.of(single.graph, single.inputs(), y, "back");
        assertThatExceptionOfType(UnsupportedGradientException.class)
            .isThrownBy(() -> backward.gradient(x))
            .withMessageContaining("as in training");
      }
    }

    @Test
    @DisplayName("where TensorFlow knows no way back for the type of the numbers")
    void precision() {
      try (Model half = new Model(DataType.DT_HALF)) {
        Output<?> x = half.input(1, 2, 2, 1);
        Output<?> y = half.op("ResizeBicubic", x, half.integers(4, 4));
        Backward backward = Backward.of(half.graph, half.inputs(), y, "back");
        assertThatExceptionOfType(UnsupportedGradientException.class)
            .isThrownBy(() -> backward.gradient(x))
            .withMessageContaining("half")
            .withCauseInstanceOf(TFInvalidArgumentException.class);
      }
    }

    @Test
    @DisplayName("where a branch is chosen inside the graph")
    void branch() {
      Output<?> x = model.input(2);
      NodeDraft branches =
          model.node("Switch").with(x, model.op("Any", model.flags(true), model.integer(0)));
      Output<?> y =
          model
              .node("Merge")
              .withList(List.of(branches.make(0), model.op("Neg", branches.make(1))))
              .make();
      refused(y, x, "Merge", "which branch");
    }

    @Test
    @DisplayName("only for tensors behind the operation, not for those after it")
    void after() {
      Output<?> x = model.input(2);
      Output<?> middle = model.op("Lgamma", x);
      Backward backward = back(model.op("Exp", middle));

      assertThat(backward.gradient(middle)).isPresent();
      assertThatExceptionOfType(UnsupportedGradientException.class)
          .isThrownBy(() -> backward.gradient(x));
      assertThat(backward.gradient(middle)).isPresent();
    }
  }

  @Nested
  @DisplayName("is fed with")
  class Kept {

    private List<Output<?>> kept(Output<?> output, Output<?>... at) {
      Backward backward = back(output);
      List<Output<?>> gradients = new ArrayList<>();
      for (Output<?> tensor : at) {
        gradients.add(backward.gradient(tensor).orElseThrow());
      }
      return List.copyOf(backward.way(gradients).kept().keySet());
    }

    @Test
    @DisplayName("what depends on the input, not with weights nor what is made of them")
    void weights() {
      Output<?> x = model.input(2);
      Output<?> weight = model.op("Exp", model.scalar(2));
      Output<?> weighted = model.op("Mul", x, weight);
      Output<?> y = model.op("Tanh", weighted);

      assertThat(kept(y, x)).containsExactly(y);
    }

    @Test
    @DisplayName("a shape instead of the tensor that only its shape is needed of")
    void shapes() {
      Output<?> x = model.input(Shape.unknown());
      Output<?> hook = model.op("Neg", x);
      Output<?> y = model.op("Reshape", hook, model.integers(-1));

      assertThat(kept(y, hook))
          .singleElement()
          .satisfies(tensor -> assertThat(tensor.dataType()).isEqualTo(DataType.DT_INT32));
    }

    @Test
    @DisplayName("no shape that is known before a run")
    void knownShapes() {
      Output<?> x = model.input(2, 3);

      assertThat(kept(model.op("Reshape", x, model.integers(-1)), x)).isEmpty();
    }

    @Test
    @DisplayName("what is drawn at random, as the next run draws something else")
    void random() {
      Output<?> x = model.input(2);
      Output<?> noise =
          model
              .node("RandomUniform")
              .with(model.integers(2))
              .attribute("dtype", DataType.DT_DOUBLE)
              .make();
      Output<?> y = model.op("Mul", x, noise);

      assertThat(kept(y, x)).containsExactly(noise);
    }

    @Test
    @DisplayName("a weight that waits for the input, as it cannot be computed without")
    void waiting() {
      Output<?> x = model.input(2);
      Output<?> weight =
          model
              .graph
              .opBuilder("Identity", "weight", model.graph.baseScope())
              .addInput(model.scalar(3))
              .addControlInput(model.op("Exp", x).op())
              .build()
              .output(0);
      Output<?> y = model.op("Mul", x, weight);

      assertThat(kept(y, x)).containsExactly(weight);
      assertThat(run(back(y), Value.of(1, 2), Value.of(1, 1), x).get(0).numbers())
          .containsExactly(3, 3);
    }

    @Test
    @DisplayName("the input itself, where its numbers are needed")
    void input() {
      Output<?> x = model.input(2);

      assertThat(kept(model.op("Square", x), x)).containsExactly(x);
    }
  }

  @Test
  @DisplayName("takes a scope of its own when the name is taken")
  void scope() {
    Output<?> x = model.input(2);
    Output<?> y = model.op("Exp", x);

    Output<?> first = back(y).gradient(x).orElseThrow();
    Output<?> second = back(y).gradient(x).orElseThrow();

    assertThat(first.op().name()).startsWith("gradcam/gradient/");
    assertThat(second.op().name()).startsWith("gradcam/gradient_1/");
  }

  @Test
  @DisplayName("begins with a placeholder of the output's type and shape")
  void cotangent() {
    Output<?> cotangent = back(model.op("Exp", model.input(2, 3))).cotangent();

    assertThat(cotangent.dataType()).isEqualTo(DataType.DT_DOUBLE);
    assertThat(cotangent.shape()).isEqualTo(Shape.of(2, 3));
  }
}
