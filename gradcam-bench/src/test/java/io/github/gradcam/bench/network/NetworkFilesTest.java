package io.github.gradcam.bench.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.Models;
import io.github.gradcam.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The networks' files")
class NetworkFilesTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"djl", "tf", "dl4j"})
  @DisplayName("have the bundled network for each backend")
  void embedded(String backend) {
    Path file = files().file("embedded", backend);
    try (Model model = Models.load(file)) {
      assertThat(model.info().backend()).isEqualTo(backend);
      assertThat(model.layers()).isNotEmpty();
    }
  }

  @Test
  @DisplayName("are made once, and leave nothing else in the folder")
  void once() throws IOException {
    Path file = files().file("embedded", "tf");
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file.resolve("saved_model.pb"), longAgo);
    assertThat(files().file("embedded", "tf")).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file.resolve("saved_model.pb"))).isEqualTo(longAgo);
    try (Stream<Path> all = Files.list(file.getParent())) {
      assertThat(all.toList()).isEqualTo(List.of(file));
    }
  }

  @Test
  @DisplayName("are another process's where that was faster")
  void anotherWasFaster() throws IOException {
    Path target = folder.resolve("network");
    WholeFolder.write(
        target,
        part -> {
          Files.writeString(part.resolve("sign"), "mine");
          Files.createDirectory(target);
          Files.writeString(target.resolve("sign"), "theirs");
        });
    assertThat(target.resolve("sign")).hasContent("theirs");
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all.toList()).isEqualTo(List.of(target));
    }
  }

  @Test
  @DisplayName("do not exist for unknown names, which are answered with the known ones")
  void unknown() {
    assertThatThrownBy(() -> files().file("alexnet", "djl"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alexnet")
        .hasMessageContaining("resnet50");
    assertThatThrownBy(() -> files().file("resnet50", "mxnet"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mxnet")
        .hasMessageContaining("dl4j");
  }

  private NetworkFiles files() {
    return new NetworkFiles(folder.resolve("networks"));
  }
}
