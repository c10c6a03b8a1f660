package io.github.gradcam.dl4j.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The layers of a Keras network")
class KerasGraphTest {

  private static final String INPUT =
      layer("InputLayer", "in", "[]").replace("{}", "{'batch_input_shape': [null, 4, 4, 1]}");

  private static String layer(String type, String name, String nodes) {
    return "{'class_name': '%s', 'config': {'name': '%s', 'more': {}}, 'inbound_nodes': %s}"
        .formatted(type, name, nodes);
  }

  private static String functional(String name, String in, String out, String... layers) {
    return ("{'class_name': 'Functional', 'config': {'name': '%s', 'input_layers': %s,"
            + " 'output_layers': %s, 'layers': [%s]}, 'inbound_nodes': []}")
        .formatted(name, in, out, String.join(", ", layers));
  }

  private static KerasGraph graph(String json) {
    return KerasGraph.of(KerasModel.parse(json.replace('\'', '"')));
  }

  private static List<String> names(KerasGraph graph) {
    return graph.layers().stream().map(KerasLayer::name).toList();
  }

  @Test
  @DisplayName("stand each after those it takes from, in whatever order the file has them")
  void order() {
    KerasGraph graph =
        graph(
            functional(
                "net",
                "[['in', 0, 0]]",
                "[['c', 0, 0]]",
                layer("Add", "c", "[[['b', 0, 0, {}], ['a', 0, 0, {}]]]"),
                layer("ReLU", "b", "[[['a', 0, 0, {}]]]"),
                layer("ReLU", "a", "[[['in', 0, 0, {}]]]"),
                INPUT));

    assertThat(names(graph)).containsExactly("in", "a", "b", "c");
    assertThat(graph.layers().get(3).inputs()).containsExactly("b", "a");
    assertThat(graph.inputs()).containsExactly("in");
    assertThat(graph.outputs()).containsExactly("c");
  }

  @Test
  @DisplayName("of a sequence from before Keras 2.2.3 are a plain list")
  void oldSequence() {
    KerasGraph graph =
        graph(
            "{'class_name': 'Sequential', 'config': ["
                + layer("ReLU", "a", "[]").replace("{}", "1, 'batch_input_shape': [null, 3]")
                + ", "
                + layer("ReLU", "b", "[]")
                + "]}");

    assertThat(names(graph)).containsExactly("a_input", "a", "b");
    assertThat(graph.outputs()).containsExactly("b");
  }

  @Test
  @DisplayName("may be a network with several outputs, each of which leads on")
  void nested() {
    String inner =
        functional(
                "inner",
                "[['in', 0, 0]]",
                "[['a', 0, 0], ['b', 0, 0]]",
                INPUT,
                layer("ReLU", "a", "[[['in', 0, 0, {}]]]"),
                layer("ReLU", "b", "[[['in', 0, 0, {}]]]"))
            .replaceFirst("\\[\\]}$", "[[['in', 0, 0, {}]]]}");
    KerasGraph graph =
        graph(
            functional(
                "net",
                "[['in', 0, 0]]",
                "[['sum', 0, 0]]",
                INPUT,
                inner,
                layer("Add", "sum", "[[['inner', 1, 1, {}], ['in', 0, 0, {}]]]")));

    assertThat(names(graph)).containsExactly("in", "inner/a", "inner/b", "sum");
    assertThat(graph.layers().get(3).inputs()).containsExactly("inner/b", "in");
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("are refused if they are called in a way that is not understood")
  @CsvSource(
      delimiter = '|',
      value = {
        "[[['gone', 0, 0, {}]]]|\"a\"",
        "[[['a', 0, 0, {}]]]|takes from itself",
        "[[['in', 0, 3, {}]]]|output 3",
        "[[['in', 0, -1, {}]]]|output -1",
        "[[['in', 0, 0, {'training': true}]]]|training=true",
        "[[['in', 0, 0, {'mask': 'x'}]]]|mask=x",
        "[[['in', 0, 0, {}]], [['in', 0, 0, {}]]]|2 times",
        "[[['in']]]|not understood",
        "[[7]]|not understood",
        "[7]|not understood",
        "[]|takes from no other",
      })
  void odd(String nodes, String said) {
    String json =
        functional("net", "[['in', 0, 0]]", "[['a', 0, 0]]", INPUT, layer("ReLU", "a", nodes));

    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> graph(json))
        .withMessageContaining(said);
  }

  @Test
  @DisplayName("of a class that only Python knows are refused by its name")
  void subclassed() {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> graph("{'class_name': 'MyModel', 'config': {'name': 'x'}}"))
        .withMessageContainingAll("MyModel", "Python");
  }
}
