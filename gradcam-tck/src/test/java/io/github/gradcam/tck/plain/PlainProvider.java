package io.github.gradcam.tck.plain;

import io.github.gradcam.error.DeviceUnavailableException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import io.github.gradcam.tck.FixtureNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens files that hold one line, {@code plain network: } and a network's name. */
public final class PlainProvider implements BackendProvider {

  private static final String FORMAT = "plain network";
  private static final String ENGINE = "plain Java";

  static String line(FixtureNetwork network) {
    return FORMAT + ": " + network.id();
  }

  @Override
  public String name() {
    return "plain";
  }

  @Override
  public String description() {
    return "The conformance kit's own networks, in plain Java.";
  }

  @Override
  public Verdict inspect(Path source) {
    return network(source).isPresent() ? new Verdict.Opens(FORMAT) : new Verdict.Unknown();
  }

  @Override
  public String engine() {
    return ENGINE;
  }

  @Override
  public List<Device> devices() {
    return List.of(Device.cpu());
  }

  @Override
  public Model open(Path source, ModelOptions options) {
    if (!devices().contains(options.device())) {
      throw new DeviceUnavailableException(
          "There is no " + options.device() + ", only " + devices() + ".");
    }
    FixtureNetwork network =
        network(source).orElseThrow(() -> new ModelOpenException(source + " is not a " + FORMAT));
    return new PlainModel(
        network,
        options.inputShape().orElse(network.input()),
        new ModelInfo(network.id(), FORMAT, name(), ENGINE, options.device()));
  }

  private static Optional<FixtureNetwork> network(Path source) {
    if (!Files.isReadable(source)) {
      throw new ModelOpenException("The file " + source + " cannot be read.");
    }
    if (Files.isDirectory(source)) {
      return Optional.empty();
    }
    try {
      String content = Files.readString(source);
      return Arrays.stream(FixtureNetwork.values())
          .filter(network -> line(network).equals(content))
          .findFirst();
    } catch (IOException e) {
      throw new ModelOpenException("The file " + source + " cannot be read.", e);
    }
  }
}
