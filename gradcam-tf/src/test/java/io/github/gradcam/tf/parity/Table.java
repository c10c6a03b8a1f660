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
        Keras counts the input and the last softmax, too, which are no layers here. Networks within the network are, and
        what Keras 3 computes without a layer (`x + y`); what does nothing, such as Keras 3's dropout, is in no file.
      - **default layer**: what `GradCam.of(model)` chooses by itself, with the map's rows × columns. Where it gives other
        activations than the layer written down by hand in [nets.py](../../tools/savedmodels/nets.py), the last column says
        so.
      - **logits, activations, gradients**: the largest difference at either layer, divided by the largest number expected.
        1e-05 is the aim. Networks run as they are written, which is what `ModelOptions` asks for by default. With
        `Execution.SIMPLIFIED` TensorFlow rewrites them, fuses convolutions with what follows and rounds otherwise: the
        gradients in the middle of MobileNetV2 then differ by up to 1e-02, where numbers have crossed the kinks of its
        rectifiers.

      Made by

          python3 -m pip install -r tools/savedmodels/requirements.txt
          mvn -q -Pmeasure -pl gradcam-tf -am test-compile exec:java \\
            -Dexec.args="python3 parity docs/reference/savedmodel-support.md"

      on a processor, with %s here and %s in Python.
      **%d of %d rows agree to 1e-05 in every column.**

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
      The gradient of any other operation, and that of `PreventGradient`, is refused by its name and its layer's when it is
      asked for (`UnsupportedOperationInModelException`).

      ## What is refused

      A SavedModel is a stranger's program. All that the output depends on is looked through before TensorFlow sees it. What
      cannot be explained or reaches outside of the network is refused with a `ModelOpenException` that names the operation
      and the layer and says what to do. Whatever the output does not depend on may be anything: training, saving, a
      signature for texts.

      | what | such as | why |
      |---|---|---|
      | control flow | `If`, `While`, `Case`, `Switch`, `Merge`, `Enter` | what is computed is chosen at run time; exported for inference, most networks have none |
      | tables | `LookupTableFindV2`, `HashTableV2` | they look up labels or words: choose an output before them |
      | texts | `DecodeJpeg`, `StringSplit` | images come as numbers: choose a signature that takes them |
      | random numbers | `RandomUniform`, dropout in training | other numbers at each pass, so that nothing could be explained twice alike |
      | what has effects | `WriteFile`, `ReadFile`, `AssignVariableOp`, queues, data sets | it changes something outside of the network, or depends on it |
      | Python | `PyFunc`, `EagerPyFunc` | it runs only in the process where it was made |
      | unknown operations | those of extensions and newer versions | this TensorFlow does not have them |
      | functions as arguments | `MapDefun`, `RemoteCall`, functions that call themselves | they cannot be looked into |
      | several inputs | images and a second tensor | a network is explained that takes images alone |

      Batch norms have a gradient with the statistics that they have learned. Through one that takes the statistics of the
      batch, as in training, no gradient is given: export the network for inference. Layer norms as Keras 2 writes them are
      such batch norms over a single item, and have one.
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
    Files.writeString(file, text);
  }

  private static String listed(Collection<String> operations) {
    return operations.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
