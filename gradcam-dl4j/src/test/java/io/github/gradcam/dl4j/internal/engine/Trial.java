package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.dl4j.internal.plan.Plan;
import io.github.gradcam.dl4j.internal.plan.Step;
import io.github.gradcam.dl4j.rule.LayerRule;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A plan that has been run on one input, and that is run again in parts. */
final class Trial {

  private final Plan plan;
  private final Workspaces workspaces = new Workspaces(new EngineThreads(OptionalInt.empty()));
  private final INDArray[] values;

  Trial(Plan plan, INDArray input) {
    this.plan = plan;
    this.values = new INDArray[plan.values()];
    BitSet all = new BitSet();
    all.set(0, plan.values());
    inMemory(
        () -> {
          Values run = new Values(plan);
          run.set(0, input);
          run.compute(all);
          for (int i = 0; i < values.length; i++) {
            values[i] = kept(run.get(i));
          }
          return input;
        });
  }

  /** The same, with something else in the place of each rule. */
  static Plan with(Plan plan, UnaryOperator<LayerRule> change) {
    List<Step> steps =
        plan.steps().stream()
            .map(
                step ->
                    new Step(
                        step.owner(), change.apply(step.rule()), step.inputs(), step.flowing()))
            .toList();
    return plan(plan, steps, plan.output());
  }

  Plan plan() {
    return plan;
  }

  INDArray value(int value) {
    return values[value];
  }

  /** What a value is if an earlier one is another. */
  INDArray changed(int from, INDArray other, int to) {
    Plan part = plan(plan, plan.steps(), to);
    return inMemory(
        () -> {
          Wiring wiring = wiring(part, from);
          Values run = new Values(part);
          for (int i = 0; i < values.length; i++) {
            if (!wiring.behind().get(i)) {
              run.set(i, values[i]);
            }
          }
          run.set(from, other);
          run.compute(wiring.above());
          return run.get(to);
        });
  }

  /** What flows back to a value from a later one. */
  INDArray back(int from, int to, INDArray cotangent) {
    return back(from, to, List.of(cotangent), 0);
  }

  /** What flows back on one of several ways that are gone side by side. */
  INDArray back(int from, int to, List<INDArray> cotangents, int way) {
    Plan part = plan(plan, plan.steps(), to);
    return inMemory(
        () -> {
          Values run = new Values(part);
          for (int i = 0; i < values.length; i++) {
            run.set(i, values[i]);
          }
          List<INDArray> back =
              new WaysBack(part, run, wiring(part, from)).of(cotangents).get(from);
          return back == null ? values[from].like() : back.get(way);
        });
  }

  private static Wiring wiring(Plan part, int from) {
    return Wiring.of(part, List.of(new Place("", "", from, false)));
  }

  private static Plan plan(Plan plan, List<Step> steps, int output) {
    return new Plan(
        steps, plan.layouts(), plan.places(), plan.hidden(), output, plan.kind(), plan.input());
  }

  private INDArray inMemory(Supplier<INDArray> work) {
    try (Scope scope = workspaces.open()) {
      return scope.within(() -> kept(work.get()));
    }
  }

  private static INDArray kept(INDArray array) {
    return array.dup('c').detach();
  }
}
