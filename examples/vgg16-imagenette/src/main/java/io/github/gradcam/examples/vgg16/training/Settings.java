package io.github.gradcam.examples.vgg16.training;

import ai.djl.Device;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the network is trained.
 *
 * @param fineTune how much of it
 * @param runs how many times from the same start, with other chances; their weights are averaged
 *     (Wortsman et al., Model soups, 2022)
 * @param epochs how many times all photos are seen at most, in each run
 * @param patience after how many epochs without a better validation accuracy a run ends
 * @param batch how many photos make a step
 * @param learningRate the highest, after warming up and before falling as a cosine
 * @param weightDecay AdamW's
 * @param labelSmoothing how much of a label is spread over all classes, from 0 to 1
 * @param augmented whether photos are cropped and mirrored by chance
 * @param mirrored whether, on a CPU, the frozen blocks also see each photo mirrored
 * @param seed of all chances
 * @param device where it is trained
 */
public record Settings(
    FineTune fineTune,
    int runs,
    int epochs,
    int patience,
    int batch,
    double learningRate,
    double weightDecay,
    double labelSmoothing,
    boolean augmented,
    boolean mirrored,
    long seed,
    Device device) {

  /**
   * Whether what the frozen blocks give is computed once and kept: on a CPU, where computing it
   * anew takes most of an epoch's time.
   */
  public boolean cached() {
    return !device.isGpu() && fineTune.frozenBlocks() > 0;
  }

  /** The settings for people, by name. */
  public Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("fine-tuned", fineTune.name().toLowerCase(Locale.ROOT));
    told.put("runs", String.valueOf(runs));
    told.put("epochs", String.valueOf(epochs));
    told.put("batch", String.valueOf(batch));
    told.put("learning rate", String.valueOf(learningRate));
    told.put("weight decay", String.valueOf(weightDecay));
    told.put("label smoothing", String.valueOf(labelSmoothing));
    told.put("augmented", String.valueOf(augmented));
    told.put("mirrored", String.valueOf(mirrored));
    told.put("seed", String.valueOf(seed));
    told.put("device", device.getDeviceType());
    return told;
  }

  /** All that a run depends on: how many runs there are is not among it. */
  Settings once() {
    return new Settings(
        fineTune,
        1,
        epochs,
        patience,
        batch,
        learningRate,
        weightDecay,
        labelSmoothing,
        augmented,
        mirrored,
        seed,
        device);
  }
}
