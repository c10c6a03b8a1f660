package io.github.gradcam.dl4j.hostile;

import io.github.gradcam.dl4j.Dl4jBackend;
import io.github.gradcam.dl4j.SmallNetworks;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.trials.Damage;
import io.github.gradcam.trials.Damaged;
import io.github.gradcam.trials.Fork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;

/** Networks of Deeplearning4j and Keras files, damaged. */
public final class DamagedNetworks implements Damage {

  private static final Path FOLDER = Path.of("src/test/resources/keras");
  private static final List<String> KERAS =
      List.of("lenet", "residual", "separable", "nested", "edges", "excite", "double");

  /** As they were saved; empty until one is asked for. */
  private final List<byte[]> saved = new ArrayList<>();

  /** Damages them. */
  public DamagedNetworks() {}

  @Override
  public BackendProvider backend() {
    return new Dl4jBackend();
  }

  @Override
  public List<String> ways() {
    return Stream.of(Mutation.values()).map(Mutation::name).toList();
  }

  @Override
  public Damaged write(int way, Random random, Path folder) throws IOException {
    Mutation mutation = Mutation.values()[way];
    Path file = folder.resolve("trial");
    byte[] whole = any(mutation.kind(), random);
    Files.write(file, mutation.of(whole, any(mutation.kind(), random), random));
    return new Damaged(
        file, Shape.of(SmallNetworks.CHANNELS, SmallNetworks.HEIGHT, SmallNetworks.WIDTH));
  }

  private byte[] any(Mutation.Kind kind, Random random) throws IOException {
    if (kind == Mutation.Kind.HDF5) {
      String name = KERAS.get(random.nextInt(KERAS.size()));
      return Files.readAllBytes(FOLDER.resolve(name + ".h5"));
    }
    if (saved.isEmpty()) {
      saved.add(SmallNetworks.saved(SmallNetworks.layers(CNN2DFormat.NCHW)));
      saved.add(SmallNetworks.saved(SmallNetworks.layers(CNN2DFormat.NHWC)));
      saved.add(SmallNetworks.saved(SmallNetworks.graph()));
      saved.add(saved.get(2));
    }
    return saved.get(random.nextInt(saved.size()));
  }

  @Override
  public Fork fork(Path folder) {
    return Forks.in(folder).limited("ulimit -v 8000000");
  }

  @Override
  public int mostAtOnce() {
    return 2000;
  }
}
