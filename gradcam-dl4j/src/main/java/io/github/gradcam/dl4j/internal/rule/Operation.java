package io.github.gradcam.dl4j.internal.rule;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An operation of the engine's.
 *
 * @param name the engine's name for it
 * @param integers its whole numbers, in the engine's order
 */
record Operation(String name, List<Integer> integers) {

  /** Runs, and gives an array of its own. */
  INDArray run(List<INDArray> inputs, long... shape) {
    INDArray output = Nd4j.createUninitialized(inputs.get(0).dataType(), shape, 'c');
    run(inputs, List.of(output));
    return output;
  }

  void run(List<INDArray> inputs, List<INDArray> outputs, double... numbers) {
    Nd4j.getExecutioner()
        .exec(
            DynamicCustomOp.builder(name)
                .addInputs(inputs.toArray(INDArray[]::new))
                .addOutputs(outputs.toArray(INDArray[]::new))
                .addIntegerArguments(integers.stream().mapToInt(Integer::intValue).toArray())
                .addFloatingPointArguments(box(numbers))
                .build());
  }

  private static Double[] box(double... numbers) {
    return Arrays.stream(numbers).boxed().toArray(Double[]::new);
  }
}
