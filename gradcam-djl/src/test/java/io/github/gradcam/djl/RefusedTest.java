package io.github.gradcam.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.gradcam.error.EngineException;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.spi.Verdict;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file that cannot be opened")
class RefusedTest {

  private final DjlBackend backend = new DjlBackend();

  @ParameterizedTest(name = "{0}")
  @DisplayName("is named for what it is, with what to do instead")
  @CsvSource({
    "state-dict.pt, state dict, torch.jit.trace",
    "legacy.pt, state dict, torch.jit.script",
    "pickled-module.pt, pickled module, torch.jit.trace",
    "exported.pt2, torch.export, torch.jit.trace",
    "optimized.pt, optimize_for_inference, torch.jit.freeze",
    "quantized.pt, quantized, before quantization"
  })
  void saysWhatItIs(String name, String what, String instead) {
    Path file = Structure.FOLDER.resolve(name);
    assertThat(backend.inspect(file))
        .isInstanceOfSatisfying(
            Verdict.Refuses.class,
            refused -> assertThat(refused.message()).contains(name, what, instead));
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> backend.open(file, ModelOptions.defaults()).close())
        .withMessageContaining(what)
        .withMessageContaining(instead);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("because another PyTorch, library or machine wrote it says which, and what to do")
  @CsvSource({
    "newer-format.pt, file format 11, none above 10, PyTorch 2.7.1",
    "newer-operator.pt, aten::relu_of_tomorrow, newer PyTorch, PyTorch 2.7.1",
    "newer-arguments.pt, arguments, another version, PyTorch 2.7.1",
    "foreign-operator.pt, torchvision::deform_conv2d, library of C++, PYTORCH_EXTRA_LIBRARY_PATH",
    "big-endian.pt, order of bytes, Export the network anew, machine like this one"
  })
  void saysWhoWroteIt(String name, String what, String why, String instead) {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () -> backend.open(Structure.FOLDER.resolve(name), ModelOptions.defaults()).close())
        .withMessageContaining(what)
        .withMessageContaining(why)
        .withMessageContaining(instead);
  }

  @Test
  @DisplayName("because its network takes a list of images says what to wrap it in")
  void takesAList() {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(
            () ->
                backend
                    .open(Structure.FOLDER.resolve("of-list.pt"), ModelOptions.defaults())
                    .close())
        .withMessageContaining("x: List[Tensor]")
        .withMessageContaining("Wrap it in a module");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("or only opened, because its numbers do not fit, says so at the first pass")
  @CsvSource({"clash.pt, Half and Float, model.float()", "words.pt, whole numbers, no images"})
  void saysWhichNumbers(String name, String what, String instead) {
    Tensor image = Tensor.zeros(Shape.of(1, 2, 6, 6));
    try (Model model = backend.open(Structure.FOLDER.resolve(name), ModelOptions.defaults())) {
      assertThatExceptionOfType(GradCamException.class)
          .isThrownBy(() -> model.forward(image))
          .isNotInstanceOf(EngineException.class)
          .withMessageContaining(what)
          .withMessageContaining(instead);
    }
  }

  @Test
  @DisplayName("is left to other backends if it is none of PyTorch's")
  void knowsNothingOfOthers(@TempDir Path folder) throws IOException {
    Path text = Files.writeString(folder.resolve("model.pt"), "not a model");
    Path zip = folder.resolve("other.zip");
    try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new java.util.zip.ZipEntry("model.json"));
      out.closeEntry();
    }
    assertThat(backend.inspect(text)).isEqualTo(new Verdict.Unknown());
    assertThat(backend.inspect(zip)).isEqualTo(new Verdict.Unknown());
    assertThat(backend.inspect(folder)).isEqualTo(new Verdict.Unknown());
  }

  @Test
  @DisplayName("may be cut off or damaged: the error says which file, whatever the damage")
  void survivesDamage(@TempDir Path folder) throws IOException {
    byte[] whole = Files.readAllBytes(Structure.of("nested-traced").file());
    Path half =
        Files.write(folder.resolve("half.pt"), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> backend.open(half, ModelOptions.defaults()).close())
        .withMessageContaining("half.pt");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is told from those that are opened by its content")
  @CsvSource({"nested-traced, traced", "nested-scripted, scripted", "frozen-traced, frozen"})
  void tellsWhatItOpens(String name, String kind) {
    assertThat(backend.inspect(Structure.of(name).file()))
        .isEqualTo(new Verdict.Opens("TorchScript (" + kind + ")"));
  }
}
