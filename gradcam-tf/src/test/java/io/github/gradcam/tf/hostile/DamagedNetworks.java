package io.github.gradcam.tf.hostile;

import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tf.TfBackend;
import io.github.gradcam.trials.Damage;
import io.github.gradcam.trials.Damaged;
import io.github.gradcam.trials.Fork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.tensorflow.TensorFlow;
import org.tensorflow.proto.OpDef;

/** SavedModels and frozen graphs of all kinds, damaged. */
public final class DamagedNetworks implements Damage {

  /** All that TensorFlow has; empty until TensorFlow is asked. */
  private final List<OpDef> operations = new ArrayList<>();

  /** Damages them. */
  public DamagedNetworks() {}

  @Override
  public BackendProvider backend() {
    return new TfBackend();
  }

  @Override
  public List<String> ways() {
    return Stream.of(Mutation.values()).map(Mutation::name).toList();
  }

  @Override
  public Damaged write(int way, Random random, Path folder) throws IOException {
    if (operations.isEmpty()) {
      operations.addAll(TensorFlow.registeredOpList().getOpList());
      // TensorFlow lists them in any order, and a trial's number shall say it all.
      operations.sort(Comparator.comparing(OpDef::getName));
    }
    Network network = Mutation.values()[way].of(any(random), any(random), operations, random);
    return new Damaged(network.write(folder), network.image());
  }

  private static Network any(Random random) throws IOException {
    return Network.of(Network.names().get(random.nextInt(Network.names().size())));
  }

  @Override
  public Fork fork(Path folder) {
    // Else TensorFlow tells how it starts, and each error that it gives.
    return Fork.in(folder, "-Xmx512m")
        .where("TF_CPP_MIN_LOG_LEVEL", "3")
        .limited("ulimit -v 16000000");
  }

  @Override
  public int mostAtOnce() {
    return 500;
  }
}
