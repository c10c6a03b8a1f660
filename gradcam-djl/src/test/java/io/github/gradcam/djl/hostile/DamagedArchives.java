package io.github.gradcam.djl.hostile;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.trials.Damage;
import io.github.gradcam.trials.Damaged;
import io.github.gradcam.trials.Fork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** TorchScript archives of all kinds, damaged. */
public final class DamagedArchives implements Damage {

  private static final Path FOLDER = Path.of("src/test/resources/structures");
  private static final List<String> NETWORKS =
      List.of(
          "nested-traced",
          "nested-scripted",
          "residual-traced",
          "residual-scripted",
          "frozen-traced",
          "frozen-scripted",
          "branches-scripted",
          "loop-scripted",
          "training-traced",
          "attention-scripted",
          "dict-scripted",
          "named-tuple-scripted");

  private static final Shape IMAGE = Shape.of(2, 6, 6);

  /** Damages them. */
  public DamagedArchives() {}

  @Override
  public BackendProvider backend() {
    return new DjlBackend();
  }

  @Override
  public List<String> ways() {
    return Stream.of(Mutation.values()).map(Mutation::name).toList();
  }

  @Override
  public Damaged write(int way, Random random, Path folder) throws IOException {
    Path file = folder.resolve("trial.pt");
    Files.write(file, Mutation.values()[way].of(network(random), network(random), random));
    return new Damaged(file, IMAGE);
  }

  private static byte[] network(Random random) throws IOException {
    String name = NETWORKS.get(random.nextInt(NETWORKS.size()));
    return Files.readAllBytes(FOLDER.resolve(name + ".pt"));
  }

  @Override
  public Fork fork(Path folder) {
    return Forks.in(folder, "-Xmx256m").limited("ulimit -v 8000000");
  }

  @Override
  public int mostAtOnce() {
    return 2000;
  }
}
