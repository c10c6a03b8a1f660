package io.github.gradcam.dl4j.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.dl4j.internal.plan.Plan;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

@DisplayName("The rule of a layer")
class RulesTest {

  private static final double SAME = 1e-12;
  private static final double SINGLE = 5e-5;

  static Stream<NetworkCase> cases() {
    return Cases.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("gives what Deeplearning4j gives in evaluation mode")
  void forward(NetworkCase network) {
    Library library = Library.of(network.network().get());
    INDArray input = network.input().get();
    Trial trial = new Trial(library.plan(), input);

    for (Span layer : Span.of(trial.plan())) {
      UnaryOperator<INDArray> instead = network.instead().get(layer.path());
      INDArray expected =
          instead == null
              ? library.activations(layer.path(), input)
              : instead.apply(trial.value(layer.inputs().get(0)));
      INDArray found = trial.value(layer.output());
      assertThat(found.shape()).as(layer.toString()).isEqualTo(expected.shape());
      assertThat(Numbers.distance(found, expected)).as(layer.toString()).isLessThan(SAME);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("has a way back that agrees with central differences")
  void backward(NetworkCase network) {
    Trial trial = new Trial(Library.of(network.network().get()).plan(), network.input().get());

    for (Proof proof : Proof.of(trial)) {
      assertThat(proof.error()).as(proof.toString()).isLessThan(Proof.BOUND);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("has several ways back at once that are those one after the other")
  void severalWays(NetworkCase network) {
    Plan plan = Library.of(network.network().get()).plan();
    Trial trial = new Trial(plan, network.input().get());
    int output = plan.output();
    List<INDArray> cotangents =
        IntStream.range(1, 4)
            .mapToObj(seed -> Numbers.normal(seed, trial.value(output).shape()))
            .toList();

    for (int way = 0; way < cotangents.size(); way++) {
      INDArray alone = trial.back(0, output, cotangents.get(way));
      assertThat(Numbers.distance(trial.back(0, output, cotangents, way), alone)).isLessThan(SAME);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("writes to nothing that it is given, and not to the parameters")
  void untouched(NetworkCase network) {
    Library library = Library.of(network.network().get());
    double[] parameters = Numbers.of(library.parameters());
    Plan plan = Trial.with(library.plan(), Watched::new);

    Trial trial = new Trial(plan, network.input().get());
    trial.back(0, plan.output(), Numbers.normal(1, trial.value(plan.output()).shape()));

    assertThat(Numbers.of(library.parameters())).isEqualTo(parameters);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("gives the same wherever the numbers lie in memory")
  void strides(NetworkCase network) {
    Plan plan = Library.of(network.network().get()).plan();
    Trial trial = new Trial(plan, network.input().get());
    INDArray cotangent = Numbers.normal(1, trial.value(plan.output()).shape());
    INDArray back = trial.back(0, plan.output(), cotangent);

    Stream.<UnaryOperator<INDArray>>of(Restrided::turned, Restrided::rolled, Restrided::gapped)
        .forEach(
            placed -> {
              Trial other =
                  new Trial(
                      Trial.with(plan, rule -> new Restrided(rule, placed)), network.input().get());
              for (int i = 0; i < plan.values(); i++) {
                assertThat(other.value(i).shape()).isEqualTo(trial.value(i).shape());
                assertThat(Numbers.distance(other.value(i), trial.value(i))).isLessThan(SAME);
              }
              assertThat(Numbers.distance(other.back(0, plan.output(), cotangent), back))
                  .isLessThan(SAME);
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  @DisplayName("gives the same in single precision, as far as that goes")
  void single(NetworkCase network) {
    Library library = Library.of(network.network().get());
    INDArray input = network.input().get();
    Trial exact = new Trial(library.plan(), input);
    Trial trial = new Trial(library.single().plan(), input.castTo(DataType.FLOAT));
    int output = exact.plan().output();
    INDArray cotangent = Numbers.normal(1, exact.value(output).shape());

    assertThat(trial.value(output).dataType()).isEqualTo(DataType.FLOAT);
    assertThat(Numbers.distance(trial.value(output), exact.value(output))).isLessThan(SINGLE);
    INDArray back = trial.back(0, output, cotangent.castTo(DataType.FLOAT));
    assertThat(back.dataType()).isEqualTo(DataType.FLOAT);
    assertThat(Numbers.distance(back, exact.back(0, output, cotangent))).isLessThan(SINGLE);
  }
}
