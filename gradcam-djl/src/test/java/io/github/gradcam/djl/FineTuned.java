package io.github.gradcam.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.file.Path;

/** What DJL's users train: a TorchScript body with a new head, under DJL's own trainer. */
final class FineTuned implements AutoCloseable {

  static final Path BODY = Path.of("src/test/resources/reference-traced.pt");
  private static final Shape IMAGES = new Shape(4, 3, 32, 32);

  private final Model model;
  private final Trainer trainer;
  private final NDArray images;
  private final NDArray labels;

  FineTuned() {
    model = Model.newInstance("fine-tuned", "PyTorch");
    model.getNDManager().getEngine().setRandomSeed(11);
    model.setBlock(
        new SequentialBlock()
            .add(
                new SequentialBlock()
                    .add(BlockConformanceTest.loaded(BODY, "true", model.getNDManager()))
                    .add(BatchNorm.builder().build()))
            .add(Activation.reluBlock())
            .add(Linear.builder().setUnits(3).build()));
    model.getBlock().setInitializer(new NormalInitializer(0.5f), Parameter.Type.WEIGHT);
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(
                    Optimizer.sgd().setLearningRateTracker(Tracker.fixed(0.01f)).build()));
    trainer.initialize(IMAGES);
    images = model.getNDManager().randomNormal(IMAGES);
    labels = model.getNDManager().create(new float[] {0, 1, 2, 1});
  }

  Block block() {
    return model.getBlock();
  }

  Model model() {
    return model;
  }

  /** One step of training. */
  void step() {
    try (GradientCollector collector = trainer.newGradientCollector()) {
      NDList found = trainer.forward(new NDList(images));
      NDArray loss = trainer.getLoss().evaluate(new NDList(labels), found);
      collector.backward(loss);
      found.close();
      loss.close();
    }
    trainer.step();
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}
