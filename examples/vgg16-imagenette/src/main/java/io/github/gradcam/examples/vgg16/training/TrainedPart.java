package io.github.gradcam.examples.vgg16.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import io.github.gradcam.examples.vgg16.network.DjlTensors;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Vgg16Block;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The part of the network that is trained, in DJL's trainer. Where nothing is cached it is the
 * whole network, of which the first blocks are frozen. For one thread.
 */
final class TrainedPart implements AutoCloseable {

  private static final String MEAN = "adamw.mean.";
  private static final String VARIANCE = "adamw.variance.";

  private final Model model;
  private final Vgg16Block block;
  private final Trainer trainer;
  private final ResumableAdamW optimizer;
  private final SmoothedLabels labels;

  /**
   * Begins, or goes on.
   *
   * @param state the part's weights and more; where training goes on, what {@link #state()} gave
   * @param settings how it is trained
   * @param steps how many there will be in all
   * @param done how many were made before
   */
  TrainedPart(Weights state, Settings settings, int steps, int done) {
    model = Model.newInstance("vgg16-imagenette", settings.device(), "PyTorch");
    NDManager manager = model.getNDManager();
    int frozen = settings.fineTune().frozenBlocks();
    block =
        Vgg16Block.part(
            state,
            settings.cached() ? frozen + 1 : 1,
            Vgg16.BLOCKS,
            Vgg16Block.Output.LOGITS,
            manager);
    Map<String, Parameter> trained = new LinkedHashMap<>();
    block
        .named()
        .forEach(
            (name, parameter) -> {
              boolean still = Vgg16.block(name.substring(0, name.indexOf('.'))) <= frozen;
              parameter.freeze(still);
              if (!still) {
                trained.put(name, parameter);
              }
            });
    optimizer =
        new ResumableAdamW(
            Schedule.of(settings.learningRate(), steps),
            (float) settings.weightDecay(),
            done,
            trained);
    trained
        .keySet()
        .forEach(
            name -> {
              give(state, MEAN + name, optimizer.means(), name, manager);
              give(state, VARIANCE + name, optimizer.variances(), name, manager);
            });
    labels =
        new SmoothedLabels(state.bias(Vgg16.HEAD).shape().length(0), settings.labelSmoothing());
    model.setBlock(block);
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true))
                .optOptimizer(optimizer)
                .optDevices(new Device[] {settings.device()}));
  }

  /**
   * One step: forward, backward, and the optimizer's update.
   *
   * @param inputs a batch
   * @param classes its labels
   * @return the mean loss over the batch
   */
  double step(Inputs inputs, int[] classes) {
    try (NDManager pass = trainer.getManager().newSubManager()) {
      float mean;
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDList logits = trainer.forward(new NDList(inputs.on(pass)));
        NDArray loss = trainer.getLoss().evaluate(new NDList(labels.of(classes, pass)), logits);
        gradients.backward(loss);
        mean = loss.getFloat();
      }
      trainer.step();
      return mean;
    }
  }

  /**
   * What the network says of a batch.
   *
   * @param inputs a batch
   * @return logits, {@code [N, classes]}
   */
  Tensor logits(Inputs inputs) {
    try (NDManager pass = trainer.getManager().newSubManager()) {
      return DjlTensors.out(trainer.evaluate(new NDList(inputs.on(pass))).singletonOrThrow());
    }
  }

  /** The part's weights now, the frozen ones among them. */
  Map<String, Tensor> weights() {
    return block.weights();
  }

  /** All that is needed to go on: weights, and the optimizer's moments. */
  Weights state() {
    Map<String, Tensor> state = new LinkedHashMap<>(weights());
    optimizer.means().forEach((name, array) -> state.put(MEAN + name, DjlTensors.out(array)));
    optimizer
        .variances()
        .forEach((name, array) -> state.put(VARIANCE + name, DjlTensors.out(array)));
    return new Weights(state);
  }

  /** The weights in what {@link #state()} gave. */
  static Weights withoutMoments(Weights state) {
    Map<String, Tensor> weights = new LinkedHashMap<>(state.tensors());
    weights.keySet().removeIf(name -> name.startsWith(MEAN) || name.startsWith(VARIANCE));
    return new Weights(weights);
  }

  private static void give(
      Weights state, String from, Map<String, NDArray> moments, String to, NDManager manager) {
    Tensor moment = state.tensors().get(from);
    if (moment != null) {
      moments.put(to, DjlTensors.in(moment, manager));
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
