package io.github.gradcam.dl4j.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.spi.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

@DisplayName("A file that is looked at")
class InspectorTest {

  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "file", ".bin"), bytes);
  }

  private static void refused(Path file, String... said) {
    assertThat(Inspector.inspect(file))
        .asInstanceOf(type(Verdict.Refuses.class))
        .extracting(Verdict.Refuses::message)
        .asString()
        .startsWith(file.toString())
        .contains(said)
        .endsWith(".");
  }

  private static void unknown(Path file) {
    assertThat(Inspector.inspect(file)).isEqualTo(new Verdict.Unknown());
  }

  @Test
  @DisplayName("and was written by Java's serialisation is refused")
  void serialized() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject("network");
    }
    refused(file(bytes.toByteArray()), "serialised", "ModelSerializer");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("and is an ONNX model is refused")
  @ValueSource(strings = {"pytorch", "tf2onnx", "onnx-example"})
  void onnx(String producer) throws IOException {
    byte[] name = producer.getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {8, 7, 0x12, (byte) name.length});
    bytes.write(name);
    bytes.write(new byte[200]);
    refused(file(bytes.toByteArray()), "ONNX", "gradcam-djl", "gradcam-tf");
  }

  @Test
  @DisplayName("and is a graph of SameDiff is refused")
  void sameDiff() throws IOException {
    SameDiff graph = SameDiff.create();
    SDVariable in = graph.placeHolder("in", DataType.FLOAT, -1, 3);
    SDVariable weights = graph.var("w", Nd4j.rand(DataType.FLOAT, 3, 2));
    graph.nn().softmax("out", in.mmul(weights));
    Path file = folder.resolve("graph.fb");
    graph.save(file.toFile(), false);

    refused(file, "SameDiff", "ComputationGraph");
  }

  @Test
  @DisplayName("and belongs to other backends is none of this one's business")
  void others() throws IOException {
    unknown(folder);
    unknown(Path.of("../gradcam-tf/src/test/resources/reference-frozen.pb"));
    unknown(Path.of("../gradcam-tf/src/test/resources/residual-keras3/saved_model.pb"));
    Path script = folder.resolve("script.pt");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(script))) {
      for (String name : new String[] {"m/data.pkl", "m/constants.pkl", "m/code/a.py"}) {
        out.putNextEntry(new ZipEntry(name));
      }
    }
    unknown(script);
    byte[] lite = new byte[400];
    lite[0] = 28;
    System.arraycopy("TFL3".getBytes(StandardCharsets.US_ASCII), 0, lite, 4, 4);
    unknown(file(lite));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("and is short or nothing is unknown")
  @ValueSource(ints = {0, 1, 3, 63, 64, 100})
  void empty(int length) throws IOException {
    unknown(file(new byte[length]));
  }

  @Test
  @DisplayName("and holds noise is unknown")
  void noise() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = new byte[300];
      random.nextBytes(bytes);
      // An offset that stays inside is what would mislead most.
      Arrays.fill(bytes, 1, 4, (byte) 0);
      unknown(file(bytes));
    }
  }

  @ParameterizedTest(name = "{1}")
  @DisplayName("and begins like a known one, but is damaged, is refused")
  @CsvSource({"504b0304, zip", "894844460d0a1a0a, HDF5"})
  void damaged(String head, String kind) throws IOException {
    byte[] begin = HexFormat.of().parseHex(head);
    refused(file(Arrays.copyOf(begin, 500)), kind, "damaged");
  }

  @Test
  @DisplayName("must be there")
  void missing() {
    assertThatExceptionOfType(ModelOpenException.class)
        .isThrownBy(() -> Inspector.inspect(folder.resolve("none.zip")))
        .withMessageContaining("none.zip");
  }
}
