package io.github.gradcam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.BackendUnavailableException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.BackendProvider;
import io.github.gradcam.spi.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Choosing a backend for a file")
class BackendsTest {

  private static final Path FILE = Path.of("model.bin");

  private record Fixed(String name, Verdict verdict) implements BackendProvider {

    @Override
    public String description() {
      return "opens " + name;
    }

    @Override
    public Verdict inspect(Path source) {
      return verdict;
    }

    @Override
    public String engine() {
      return name + " 1.0";
    }

    @Override
    public List<Device> devices() {
      return List.of(Device.cpu());
    }

    @Override
    public Model open(Path source, ModelOptions options) {
      return new PaperModel();
    }
  }

  private static final BackendProvider OPENS = new Fixed("alpha", new Verdict.Opens("A"));
  private static final BackendProvider ALSO = new Fixed("beta", new Verdict.Opens("B"));
  private static final BackendProvider UNKNOWN = new Fixed("gamma", new Verdict.Unknown());
  private static final BackendProvider REFUSES =
      new Fixed("delta", new Verdict.Refuses("It is a list of weights. Export the network."));

  private static BackendProvider choose(ModelOptions options, BackendProvider... providers) {
    return new Backends(List.of(providers)).choose(FILE, options);
  }

  @Test
  @DisplayName("takes the only one that opens it")
  void one() {
    assertThat(choose(ModelOptions.defaults(), UNKNOWN, OPENS, REFUSES)).isSameAs(OPENS);
  }

  @Test
  @DisplayName("never chooses silently between two, but does as told")
  void two() {
    assertThatThrownBy(() -> choose(ModelOptions.defaults(), OPENS, ALSO))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessage(
            "Several backends open \"model.bin\": alpha (as A), beta (as B). Say which: with"
                + " ModelOptions.builder().backend(…), or for the whole process with"
                + " -Dgradcam.backend=NAME.");
    assertThat(choose(ModelOptions.builder().backend("beta").build(), OPENS, ALSO)).isSameAs(ALSO);
  }

  @Test
  @DisplayName("does as the system property tells, unless the options tell otherwise")
  void property() {
    System.setProperty("gradcam.backend", "beta");
    try {
      assertThat(choose(ModelOptions.defaults(), OPENS, ALSO)).isSameAs(ALSO);
      assertThat(choose(ModelOptions.builder().backend("alpha").build(), OPENS, ALSO))
          .isSameAs(OPENS);
      assertThatThrownBy(() -> choose(ModelOptions.defaults(), OPENS, UNKNOWN))
          .isInstanceOf(BackendUnavailableException.class)
          .hasMessageStartingWith(
              "No backend called \"beta\", as -Dgradcam.backend named it, is on the class path.")
          .hasMessageContaining("io.github.gradcam:gradcam-dl4j");
      System.setProperty("gradcam.backend", " ");
      assertThat(choose(ModelOptions.defaults(), OPENS, UNKNOWN)).isSameAs(OPENS);
    } finally {
      System.clearProperty("gradcam.backend");
    }
  }

  @Test
  @DisplayName("says that the named one does not know the file, and which others are there")
  void namedWrongly() {
    ModelOptions options = ModelOptions.builder().backend("gamma").build();
    assertThatThrownBy(() -> choose(options, OPENS, UNKNOWN))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageStartingWith(
            "The backend \"gamma\", named by the options, does not know what \"model.bin\" is. On"
                + " the class path: alpha (opens alpha), gamma (opens gamma).");
  }

  @Test
  @DisplayName("passes on why a known file cannot be opened")
  void refused() {
    assertThatThrownBy(() -> choose(ModelOptions.defaults(), REFUSES, UNKNOWN))
        .isInstanceOf(ModelOpenException.class)
        .hasMessageContaining("It is a list of weights. Export the network.");
  }

  @Test
  @DisplayName("without one that knows it says what is there and what to add")
  void none() {
    assertThatThrownBy(() -> choose(ModelOptions.defaults(), UNKNOWN))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageContaining("gamma (opens gamma)")
        .hasMessageContaining("io.github.gradcam:gradcam-djl and, with")
        .hasMessageContaining("io.github.gradcam:gradcam-tf and, with")
        .hasMessageContaining("io.github.gradcam:gradcam-dl4j and, with")
        .hasMessageContaining("org.nd4j:nd4j-native (Deeplearning4j networks");
    assertThatThrownBy(() -> choose(ModelOptions.defaults()))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageContaining("No gradcam backend is on the class path. Add the dependencies")
        .hasMessageContaining("org.tensorflow:tensorflow-core-native (SavedModels");
    assertThatThrownBy(() -> choose(ModelOptions.builder().backend("gama").build(), OPENS, UNKNOWN))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageContaining("Nearest: \"gamma\"");
  }

  @Test
  @DisplayName("says where it looked for a file that is not there")
  void missing(@TempDir Path folder) {
    assertThatThrownBy(() -> Models.load(folder.resolve("no.pt")))
        .isInstanceOf(ModelOpenException.class)
        .hasMessageContaining("There is no file")
        .hasMessageContaining(folder.toString());
    assertThatThrownBy(() -> Models.load(Files.createFile(folder.resolve("empty.pt"))))
        .isInstanceOf(ModelOpenException.class)
        .hasMessageContaining("is empty");
  }
}
