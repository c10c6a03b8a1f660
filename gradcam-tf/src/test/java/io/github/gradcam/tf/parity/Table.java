package io.github.gradcam.tf.parity;

import io.github.gradcam.tf.TfBackend;
import io.github.gradcam.tf.internal.gradient.Gradients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes docs/reference/savedmodel-support.md. */
final class Table {

  private static final Path VERSIONS = Path.of("tools/savedmodels/requirements.txt");

  private static final String INTRODUCTION =
      """
      # SavedModels and frozen graphs: what is supported

      Networks of keras.applications and a few others with random weights, saved in the ways that people save them. What
      `gradcam-tf` computes from the file alone is compared with TensorFlow's own GradientTape in Python, in eager mode, on
      the Keras model that the file was made of: at the last layer with space in it and at one in the middle. Batch of 2,
      every output seeded at random, logits before the softmax, `[N, C, H, W]`.

      - **way**: `keras3` is `model.export` of Keras 3, `saved3` is `tf.saved_model.save` of a Keras 3 model, `keras2` is
        `model.save` of Keras 2 (`tf_keras`), `frozen` is that with its variables turned into constants (`.pb`), `tf1` is a
        frozen graph of TensorFlow 1.
      - **layers**: how many `Model.layers()` lists, and how many Keras has, those that hold other layers not counted.
        Keras counts the input and the last softmax, too, which are no layers here; networks within the network are.
      - **default layer**: what `GradCam.of(model)` chooses by itself, with the map's rows × columns. Where it gives other
        activations than the layer written down by hand in [nets.py](../../tools/savedmodels/nets.py), the last column says
        so.
      - **logits, activations, gradients**: the largest difference at either layer, divided by the largest number expected.
        1e-05 is the aim.

      Made by

          python3 -m pip install -r tools/savedmodels/requirements.txt
          mvn -q -Pmeasure -pl gradcam-tf -am test-compile exec:java \\
            -Dexec.args="python3 parity docs/reference/savedmodel-support.md"

      on a processor, with %s here and %s in Python.
      **%d of %d rows agree to 1e-05 in every column**; the others say why not.

      | network | way | opens | layers | default layer | logits | activations | gradients | remark |
      |---|---|---|---|---|---|---|---|---|
      """;

  private static final String OPERATIONS =
      """

      ## Operations with gradients

      Through these the way back leads. A network may hold others as long as they do not lie between a hooked layer and the
      output: nothing is asked of them but to run.

      %s

      These give steps or depend on shapes alone, so that nothing comes back through them; so do those that give whole
      numbers or truth values:

      %s

      Grouped convolutions have a gradient here, which TensorFlow itself lacks on processors, and dilated ones are right.
      The gradient of any other operation is refused by its name and its layer's when it is asked for. So is
      `PreventGradient`.

      """;

  private Table() {}

  /** Writes the document. */
  static void write(List<Row> rows, Path file) throws IOException {
    String python = String.join(", ", Files.readAllLines(VERSIONS)).replace("==", " ");
    StringBuilder text = new StringBuilder();
    text.append(
        INTRODUCTION.formatted(
            new TfBackend().engine(),
            python,
            rows.stream().filter(Row::isFine).count(),
            rows.size()));
    rows.forEach(row -> text.append(row.markdown()).append('\n'));
    text.append(OPERATIONS.formatted(listed(Gradients.supported()), listed(Gradients.blocking())));
    text.append(Files.readString(Path.of("tools/savedmodels/refused.md")));
    Files.writeString(file, text);
  }

  private static String listed(Collection<String> operations) {
    return operations.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
