package io.github.gradcam.dl4j.internal.plan;

import io.github.gradcam.dl4j.rule.Layout;
import io.github.gradcam.model.OutputKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A network as one list of computations, each of which uses only what comes before it.
 *
 * @param steps the computations; step {@code i} gives value {@code i + 1}, value 0 is the input
 * @param layouts where each value has its channels
 * @param places what can be addressed, by path, in the order of execution
 * @param hidden paths of layers that end in the softmax or sigmoid that was cut off
 * @param output the value that holds the scores
 * @param kind what they are
 * @param input what the network takes
 */
public record Plan(
    List<Step> steps,
    List<Layout> layouts,
    Map<String, Place> places,
    Set<String> hidden,
    int output,
    OutputKind kind,
    ImageInput input) {

  /** How many values there are. */
  public int values() {
    return steps.size() + 1;
  }

  /** The place under a path, unless it is hidden. */
  public Optional<Place> find(String path) {
    return Optional.ofNullable(places.get(path));
  }
}
