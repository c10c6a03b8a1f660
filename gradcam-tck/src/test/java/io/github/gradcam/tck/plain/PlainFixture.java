package io.github.gradcam.tck.plain;

import io.github.gradcam.model.Model;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.FixtureNetwork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the kit needs to know of the plain backend. */
public class PlainFixture implements ConformanceFixture {

  /** Of the build's own, so that nothing is left where temporary files go. */
  private static final Path FOLDER = Path.of("target", "plain-networks");

  @Override
  public BackendProvider provider() {
    return new PlainProvider();
  }

  @Override
  public Path file(FixtureNetwork network) {
    try {
      Files.createDirectories(FOLDER);
      return Files.writeString(FOLDER.resolve(network.id()), PlainProvider.line(network));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] snapshot(Model model) {
    // Its tensors are immutable: there is nothing that could change but what it is.
    return model.info().toString().getBytes(StandardCharsets.UTF_8);
  }
}
