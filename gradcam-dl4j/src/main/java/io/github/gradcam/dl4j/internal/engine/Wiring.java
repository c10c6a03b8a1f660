package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.dl4j.internal.plan.Plan;
import java.util.BitSet;
import java.util.List;

/**
 * What a pass must compute so that some layers can be handed out, and the way back to them.
 *
 * @param layers the layers
 * @param needed the values to compute: those from which the output and the layers come
 * @param behind the values that depend on one of the layers, the layers' own among them
 * @param above the values on which the output depends, itself among them
 */
record Wiring(List<Place> layers, BitSet needed, BitSet behind, BitSet above) {

  static Wiring of(Plan plan, List<Place> layers) {
    BitSet above = new BitSet();
    above.set(plan.output());
    spread(plan, above);
    BitSet needed = (BitSet) above.clone();
    layers.forEach(layer -> needed.set(layer.value()));
    spread(plan, needed);
    BitSet behind = new BitSet();
    layers.forEach(layer -> behind.set(layer.value()));
    for (int step = 0; step < plan.steps().size(); step++) {
      if (plan.steps().get(step).inputs().stream().anyMatch(behind::get)) {
        behind.set(step + 1);
      }
    }
    return new Wiring(List.copyOf(layers), needed, behind, above);
  }

  /** Adds whatever the values of a set come from. */
  private static void spread(Plan plan, BitSet values) {
    for (int step = plan.steps().size() - 1; step >= 0; step--) {
      if (values.get(step + 1)) {
        plan.steps().get(step).inputs().forEach(values::set);
      }
    }
  }

  /** Whether a gradient leads from the output to a layer. */
  boolean leadsTo(Place layer) {
    return above.get(layer.value());
  }
}
