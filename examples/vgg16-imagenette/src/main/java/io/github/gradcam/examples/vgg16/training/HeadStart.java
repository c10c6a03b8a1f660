package io.github.gradcam.examples.vgg16.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.SoftmaxCrossEntropyLoss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.github.gradcam.examples.vgg16.network.DjlTensors;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The linear layer before anything else is trained: multinomial logistic regression on the
 * directions that ImageNet's VGG16 gives. A layer that starts from chance would first spoil what
 * lies before it.
 */
final class HeadStart {

  /** How many steps it takes, each over all photos. */
  static final int STEPS = 600;

  private static final float LEARNING_RATE = 0.5f;
  private static final double PENALTY = 1e-5;

  private HeadStart() {}

  /**
   * Fits the layer.
   *
   * @param directions of all training photos, {@code [N, channels]}
   * @param classes their labels
   * @param labels how labels are smoothed, as in the training that follows
   * @param step is told of each step
   * @return the head's weights, by name
   */
  static Map<String, Tensor> fit(
      Tensor directions, int[] classes, SmoothedLabels labels, IntConsumer step) {
    try (Model model = Model.newInstance("head", Device.cpu(), "PyTorch")) {
      model.setBlock(Linear.builder().setUnits(labels.classes()).build());
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(new SoftmaxCrossEntropyLoss("loss", 1, -1, false, true))
              .optInitializer(Initializer.ZEROS, parameter -> true)
              .optDevices(new Device[] {Device.cpu()})
              .optOptimizer(
                  Optimizer.adam()
                      .optLearningRateTracker(
                          Tracker.cosine()
                              .setBaseValue(LEARNING_RATE)
                              .optFinalValue(0)
                              .setMaxUpdates(STEPS)
                              .build())
                      .build());
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(1, directions.shape().length(1)));
        NDArray weight = model.getBlock().getParameters().get(0).getValue().getArray();
        NDManager manager = trainer.getManager();
        NDList inputs = new NDList(DjlTensors.in(directions, manager));
        NDList wanted = new NDList(labels.of(classes, manager));
        for (int done = 0; done < STEPS; done++) {
          step(trainer, inputs, wanted, weight);
          step.accept(1);
        }
        Map<String, Tensor> head = new LinkedHashMap<>();
        model
            .getBlock()
            .getParameters()
            .forEach(
                parameter ->
                    head.put(
                        Vgg16.HEAD + "." + parameter.getValue().getName(),
                        DjlTensors.out(parameter.getValue().getArray())));
        return head;
      }
    }
  }

  private static void step(Trainer trainer, NDList inputs, NDList wanted, NDArray weight) {
    try (NDManager pass = trainer.getManager().newSubManager();
        GradientCollector gradients = trainer.newGradientCollector()) {
      NDList batch = new NDList(inputs.singletonOrThrow().duplicate());
      batch.attach(pass);
      NDArray fit = trainer.getLoss().evaluate(wanted, trainer.forward(batch));
      NDArray penalty = weight.square().sum().mul(PENALTY);
      penalty.attach(pass);
      gradients.backward(fit.add(penalty));
    }
    trainer.step();
  }
}
