package io.github.gradcam.tf.internal.gradient;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.tensorflow.GraphOperation;
import org.tensorflow.Output;

/**
 * What is not the same in every run: what depends on the model's inputs, by data or because it
 * waits for something that does, and what is drawn at random.
 */
final class Dependence {

  private static final Set<String> RANDOM =
      Set.of(
          "Multinomial",
          "NonDeterministicInts",
          "ParameterizedTruncatedNormal",
          "RandomGamma",
          "RandomPoisson",
          "RandomPoissonV2",
          "RandomShuffle",
          "RandomStandardNormal",
          "RandomUniform",
          "RandomUniformInt",
          "RngReadAndSkip",
          "StatefulRandomBinomial",
          "StatefulStandardNormalV2",
          "StatefulTruncatedNormal",
          "StatefulUniform",
          "StatefulUniformFullInt",
          "StatefulUniformInt",
          "TruncatedNormal");

  private final Set<GraphOperation> dependent = new HashSet<>();

  Dependence(Forward forward, Collection<Output<?>> inputs) {
    inputs.forEach(input -> dependent.add(Forward.source(input)));
    for (GraphOperation operation : forward.operations()) {
      if (RANDOM.contains(operation.type())
          || forward.inputs(operation).stream().anyMatch(this::isDependent)
          || waits(operation)) {
        dependent.add(operation);
      }
    }
  }

  private boolean waits(GraphOperation operation) {
    return operation.numControlInputs() > 0
        && operation.controlInputs().stream().anyMatch(dependent::contains);
  }

  /** Whether a tensor of the forward graph may be another in the next run. */
  boolean isDependent(Output<?> tensor) {
    return dependent.contains(Forward.source(tensor));
  }
}
