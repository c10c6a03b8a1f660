package io.github.gradcam.djl.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Writes docs/reference/torchscript-support.md. */
final class Table {

  private static final String INTRODUCTION =
      """
      # TorchScript files: what is supported

      Networks of torchvision and timm with random weights, each traced, scripted, and frozen (`torch.jit.freeze` of either).
      What `gradcam-djl` computes from the file alone is compared with PyTorch's own autograd, in eager mode, on the network
      the file was made of: at the network's input, at the layer that a practitioner would choose, at an early layer and at
      one deep inside of a block. Batch of 2, every output seeded at random.

      - **default layer**: what `GradCam.of(model)` chooses by itself, with the map's rows × columns; in a frozen file the
        operator that computes the same. Where it is another layer than the one written down by hand in
        [networks.py](../../tools/parity/networks.py), the last column says so.
      - **logits, activations, gradients**: the largest difference at any of the four places, divided by the largest number
        expected. 1e-05 is the aim.
      - **resume**: whether the network goes on with other activations as PyTorch does, output and gradients, to 1e-05.
      - **by default**: ⚡ where `GradCam.of(model)` runs what lies before the default layer as
        [a simpler program](../explanation/simplified.md), with the largest difference that it makes to the map, divided by
        its maximum. All other columns are of the file's own operations (`Execution.AS_WRITTEN`).
      - A frozen file has no modules; the operator that computes what a module computed is found by its numbers. Freezing
        multiplies batch norms into convolutions, so the reference has the same batch norms multiplied in.

      Made by

          python3 -m pip install torch==2.7.1 torchvision==0.22.1 timm==1.0.31
          mvn -q -Pmeasure -pl gradcam-djl -am test-compile exec:java \\
            -Dexec.args="python3 parity docs/reference/torchscript-support.md"

      on a processor with two threads on either side, with %s.
      **%d of %d rows agree to 1e-05 in every column**; the others say why not.

      | network | form | opens | layers | default layer | logits | activations | gradients | resume | by default | remark |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private Table() {}

  /** Writes the table from lines of rows, and of versions. */
  static void write(List<String> lines, Path file) throws IOException {
    TreeSet<String> versions = new TreeSet<>();
    lines.stream()
        .filter(line -> line.startsWith("#"))
        .forEach(line -> versions.add(line.substring(2).replace('\t', ' ')));
    versions.add("DJL " + ai.djl.engine.Engine.getDjlVersion());
    List<Row> rows = lines.stream().filter(line -> !line.startsWith("#")).map(Row::parse).toList();
    StringBuilder text = new StringBuilder();
    text.append(
        INTRODUCTION.formatted(
            String.join(", ", versions), rows.stream().filter(Row::isFine).count(), rows.size()));
    rows.forEach(row -> text.append(row.markdown()).append('\n'));
    Files.writeString(file, text);
  }
}
