package io.github.gradcam.examples.vgg16.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AdamW (Loshchilov and Hutter, Decoupled Weight Decay Regularization, 2019) whose moments can be
 * saved and given back: DJL's own keeps them to itself, and training that was interrupted would go
 * on differently. The arithmetic is the engine's, as DJL's own calls it.
 */
final class ResumableAdamW extends Optimizer {

  private static final float MEAN_DECAY = 0.9f;
  private static final float VARIANCE_DECAY = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final Tracker learningRate;
  private final Map<String, NDArray> means = new LinkedHashMap<>();
  private final Map<String, NDArray> variances = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  /**
   * An optimizer.
   *
   * @param learningRate by the number of the update
   * @param weightDecay what a weight loses at an update, times the learning rate
   * @param updates how many were made before
   * @param parameters what it will update, by name
   */
  ResumableAdamW(
      Tracker learningRate, float weightDecay, int updates, Map<String, Parameter> parameters) {
    super(new Settings().optWeightDecays(weightDecay).optBeginNumUpdate(updates));
    this.learningRate = learningRate;
    parameters.forEach((name, parameter) -> names.put(parameter.getId(), name));
  }

  @Override
  public void update(String parameterId, NDArray weight, NDArray gradient) {
    int updates = updateCount(parameterId);
    String name = names.get(parameterId);
    if (name == null) {
      throw new IllegalStateException("A parameter without a name was trained: " + parameterId);
    }
    float rate = learningRate.getNewValue(updates);
    double corrected =
        rate
            * Math.sqrt(1 - Math.pow(VARIANCE_DECAY, updates))
            / (1 - Math.pow(MEAN_DECAY, updates));
    weight
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(
                weight,
                gradient,
                means.computeIfAbsent(name, key -> weight.zerosLike()),
                variances.computeIfAbsent(name, key -> weight.zerosLike())),
            new NDList(weight),
            rate,
            (float) corrected,
            getWeightDecay(),
            rescaleGrad,
            clipGrad,
            MEAN_DECAY,
            VARIANCE_DECAY,
            EPSILON,
            true,
            true);
  }

  /** Gradients' decaying means, by the parameter's name. */
  Map<String, NDArray> means() {
    return means;
  }

  /** Their squares' decaying means, by the parameter's name. */
  Map<String, NDArray> variances() {
    return variances;
  }

  private static final class Settings extends OptimizerBuilder<Settings> {
    @Override
    protected Settings self() {
      return this;
    }
  }
}
