package io.github.gradcam.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against tools/huggingface, which ran the classes of the transformers library themselves. */
@DisplayName("A preprocessor_config.json")
class ProcessorsTest {

  /** One configuration and what the library made of the photo, every n-th pixel of it. */
  record Case(String name, JsonObject config, int[] shape, int stride, float[] values) {

    @Override
    public String toString() {
      return name;
    }

    boolean withTorchvision() {
      return name.contains("Fast ");
    }
  }

  @TempDir Path folder;

  static List<Case> cases() {
    JsonArray array =
        JsonParser.parseString(new String(bytes("cases.json"), StandardCharsets.UTF_8))
            .getAsJsonArray();
    ByteBuffer tensors = ByteBuffer.wrap(bytes("tensors.f32.gz")).order(ByteOrder.LITTLE_ENDIAN);
    List<Case> cases = new ArrayList<>();
    for (JsonElement element : array) {
      JsonObject object = element.getAsJsonObject();
      JsonArray lengths = object.getAsJsonArray("shape");
      int[] shape = {
        lengths.get(0).getAsInt(), lengths.get(1).getAsInt(), lengths.get(2).getAsInt()
      };
      int stride = object.get("stride").getAsInt();
      float[] values = new float[shape[0] * kept(shape[1], stride) * kept(shape[2], stride)];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensors.getFloat();
      }
      cases.add(
          new Case(
              object.get("name").getAsString(),
              object.getAsJsonObject("config"),
              shape,
              stride,
              values));
    }
    assertThat(tensors.hasRemaining()).isFalse();
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("prepares a photo as the class of the transformers library does")
  void preparesAsTheLibrary(Case expected) throws IOException {
    Preprocessing preprocessing = read(expected);
    Tensor input = preprocessing.prepare(photo()).input();
    assertThat(input.shape().toArray()).isEqualTo(expected.shape());
    double worst = worstLevel(preprocessing, input.toArray(), expected);
    // Pillow's filters are copied bit by bit, torchvision's round at other places; the folded mean
    // of EfficientNet's offset rounds once less.
    assertThat(worst).isLessThanOrEqualTo(expected.withTorchvision() ? 1.001 : 1e-4);
  }

  @Test
  @DisplayName(
      "is known for every class that the library has for classifiers and gradcam can follow")
  void everyClassIsCompared() {
    List<String> compared = cases().stream().map(one -> one.name().replaceAll(" .*", "")).toList();
    // The library's own ChineseCLIPImageProcessor fails on every size that has a shorter side.
    assertThat(ImageProcessors.known().names())
        .hasSizeGreaterThan(30)
        .allMatch(name -> compared.contains(name) || name.equals("ChineseCLIPImageProcessor"));
  }

  private Preprocessing read(Case expected) throws IOException {
    Path file =
        folder.resolve(
            expected.config().has("pretrained_cfg") ? "config.json" : "preprocessor_config.json");
    Files.writeString(file, expected.config().toString());
    return ProcessorFile.read(file).preprocessing();
  }

  private static double worstLevel(Preprocessing preprocessing, float[] input, Case expected) {
    double worst = 0;
    int[] shape = expected.shape();
    int at = 0;
    for (int c = 0; c < shape[0]; c++) {
      double level = preprocessing.deviation().get(c) / preprocessing.scale();
      for (int y = 0; y < shape[1]; y += expected.stride()) {
        for (int x = 0; x < shape[2]; x += expected.stride()) {
          float ours = input[(c * shape[1] + y) * shape[2] + x];
          worst = Math.max(worst, Math.abs((double) ours - expected.values()[at++]) * level);
        }
      }
    }
    return worst;
  }

  private static int kept(int length, int stride) {
    return (length + stride - 1) / stride;
  }

  private static BufferedImage photo() {
    return Images.read(new ByteArrayInputStream(bytes("photo.png")));
  }

  private static byte[] bytes(String name) {
    try (InputStream in =
            Objects.requireNonNull(
                ProcessorsTest.class.getResourceAsStream("huggingface/" + name), name);
        InputStream open = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return open.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
