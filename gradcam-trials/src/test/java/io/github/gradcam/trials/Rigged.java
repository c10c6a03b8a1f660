package io.github.gradcam.trials;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import io.github.gradcam.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Files that say what their backend does with them. */
public final class Rigged implements Damage, BackendProvider {

  /** What it may do. */
  private enum Way {
    REFUSES,
    MUMBLES,
    THROWS,
    EXITS
  }

  /** Damages them. */
  public Rigged() {}

  @Override
  public BackendProvider backend() {
    return this;
  }

  @Override
  public List<String> ways() {
    return List.of(Way.values()).stream().map(Way::name).toList();
  }

  @Override
  public Damaged write(int way, Random random, Path folder) throws IOException {
    Path file = folder.resolve("network");
    Files.writeString(file, ways().get(way));
    return new Damaged(file, Shape.of(1, 2, 2));
  }

  @Override
  public Fork fork(Path folder) {
    return Fork.in(folder);
  }

  @Override
  public int mostAtOnce() {
    return 100;
  }

  @Override
  public String name() {
    return "rigged";
  }

  @Override
  public String description() {
    return "texts";
  }

  @Override
  public Verdict inspect(Path source) {
    return new Verdict.Opens("text");
  }

  @Override
  public String engine() {
    return "none";
  }

  @Override
  public List<Device> devices() {
    return List.of(Device.cpu());
  }

  @Override
  public Model open(Path source, ModelOptions options) {
    Way way;
    try {
      way = Way.valueOf(Files.readString(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    switch (way) {
      case REFUSES -> throw new ModelOpenException("It is a text.");
      case MUMBLES -> throw new ModelOpenException("text\n\tat line 1");
      case THROWS -> throw new IndexOutOfBoundsException("7");
      default -> Runtime.getRuntime().halt(7);
    }
    throw new IllegalStateException("still there");
  }
}
