package io.github.gradcam.tck;

import static io.github.gradcam.tck.FixtureNetwork.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.DeviceUnavailableException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backend is found, says what it is, and looks before it opens. */
interface ProviderPromises extends Promises {

  @Test
  @DisplayName("is found by the service loader")
  default void found() {
    assertThat(ServiceLoader.load(BackendProvider.class).stream())
        .extracting(ServiceLoader.Provider::type)
        .extracting(Class::getName)
        .contains(fixture().provider().getClass().getName());
  }

  @Test
  @DisplayName("has a short name in lower case, and tells in one line what it opens")
  default void nameAndDescription() {
    assertThat(fixture().provider().name()).matches("[a-z][a-z0-9-]*");
    assertThat(fixture().provider().description()).isNotBlank().doesNotContain("\n");
  }

  @Test
  @DisplayName("sees at least the processor, and that first")
  default void devices() {
    assertThat(fixture().provider().devices())
        .doesNotHaveDuplicates()
        .first()
        .isEqualTo(Device.cpu());
  }

  @Test
  @DisplayName("knows its own files by their content")
  default void ownFiles(@TempDir Path folder) throws IOException {
    for (FixtureNetwork network : FixtureNetwork.values()) {
      Path file = fixture().file(network);
      assertThat(fixture().provider().inspect(file))
          .as(network.id())
          .isInstanceOfSatisfying(
              Verdict.Opens.class, opens -> assertThat(opens.format()).isNotBlank());
      if (Files.isRegularFile(file)) {
        Path renamed = Files.copy(file, folder.resolve(network.id() + ".txt"));
        assertThat(fixture().provider().inspect(renamed)).isInstanceOf(Verdict.Opens.class);
      }
    }
  }

  @Test
  @DisplayName("does not know a text, nothing at all, or an empty folder, whatever their names")
  default void strangeFiles(@TempDir Path folder) throws IOException {
    String name = String.valueOf(fixture().file(REFERENCE).getFileName());
    Path text =
        Files.writeString(Files.createDirectory(folder.resolve("a")).resolve(name), "Hello");
    Path nothing = Files.createFile(Files.createDirectory(folder.resolve("b")).resolve(name));
    for (Path strange : new Path[] {text, nothing, Files.createDirectory(folder.resolve("c"))}) {
      assertThat(fixture().provider().inspect(strange))
          .as("verdict on %s", folder.relativize(strange))
          .isInstanceOf(Verdict.Unknown.class);
      assertThatExceptionOfType(ModelOpenException.class)
          .isThrownBy(() -> fixture().provider().open(strange, ModelOptions.defaults()).close());
    }
  }

  @Test
  @DisplayName("says so when there is no file")
  default void missingFile(@TempDir Path folder) {
    Path missing = folder.resolve("missing.model");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> fixture().provider().inspect(missing))
        .withMessageContaining("missing.model");
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> fixture().provider().open(missing, ModelOptions.defaults()).close())
        .withMessageContaining("missing.model");
  }

  @Test
  @DisplayName("lists the devices present when one is missing")
  default void missingDevice() {
    BackendProvider provider = fixture().provider();
    Device missing = fixture().missingDevice();
    assertThat(provider.devices()).doesNotContain(missing);
    assertThatExceptionOfType(DeviceUnavailableException.class)
        .isThrownBy(
            () ->
                provider
                    .open(fixture().file(REFERENCE), ModelOptions.builder().device(missing).build())
                    .close())
        .withMessageContaining(missing.toString())
        .satisfies(
            error ->
                assertThat(error.getMessage())
                    .contains(provider.devices().stream().map(Device::toString).toList()));
  }

  @Test
  @DisplayName("opens models that tell where they come from and what runs them")
  default void info() {
    try (Model model = open(REFERENCE)) {
      ModelInfo info = model.info();
      assertThat(info.name()).isNotBlank();
      assertThat(info.format()).isNotBlank();
      assertThat(info.engine()).isNotBlank().isEqualTo(fixture().provider().engine());
      assertThat(info.backend()).isEqualTo(fixture().provider().name());
      assertThat(info.device()).isEqualTo(fixture().device());
    }
  }

  @Test
  @DisplayName("opens a network without softmax as one that gives logits")
  default void outputKind() {
    for (FixtureNetwork network : FixtureNetwork.values()) {
      try (Model model = open(network)) {
        assertThat(model.outputKind()).as(network.id()).isEqualTo(OutputKind.LOGITS);
      }
    }
  }
}
