package io.github.gradcam.examples.vgg16;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which photos and which weights. */
final class DataArguments {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Imagenette, as its archive unpacks: train/<wnid>/* and val/<wnid>/*. Without it,"
              + " imagenette2-320.tgz is downloaded (342 MB).")
  @Nullable Path data;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5 of Keras Applications. Without it, it"
              + " is downloaded (59 MB).")
  @Nullable Path weights;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most N photos a class for training and validation, and N for the test.")
  @Nullable Integer limit;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of all chances: the same gives the same. Default: ${DEFAULT-VALUE}.")
  long seed;
}
