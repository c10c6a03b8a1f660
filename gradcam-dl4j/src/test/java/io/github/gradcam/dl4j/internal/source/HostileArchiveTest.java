package io.github.gradcam.dl4j.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

@DisplayName("A network's zip that somebody has tampered with")
class HostileArchiveTest {

  private static final AtomicInteger DESERIALIZED = new AtomicInteger();

  @TempDir Path folder;

  private Archive sound;

  @BeforeEach
  void save() {
    sound = Archive.of(Nets.layers(DataType.FLOAT), folder);
  }

  private void refused(Path file, String... said) {
    assertThatExceptionOfType(SourceException.class)
        .isThrownBy(() -> NetworkReader.read(file, Set.of()))
        .withMessageContainingAll(said);
  }

  /** An object that notices when Java brings it back. */
  static final class Tripwire implements Serializable {

    private static final long serialVersionUID = 1L;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      DESERIALIZED.incrementAndGet();
    }
  }

  private static byte[] tripwire() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new Tripwire());
    }
    return bytes.toByteArray();
  }

  @Test
  @DisplayName("never has its objects deserialised")
  void objects() throws Exception {
    DESERIALIZED.set(0);
    Path file =
        sound
            .with("preprocessor.bin", tripwire())
            .with("normalizer.bin", tripwire())
            .with("updaterState.bin", tripwire())
            .with("objects/evil", tripwire())
            .write(folder);

    Inspector.inspect(file);
    assertThat(NetworkReader.read(file, Set.of())).isInstanceOf(Network.Layers.class);

    assertThat(DESERIALIZED).hasValue(0);
    refused(sound.with(NetworkArchive.COEFFICIENTS, tripwire()).write(folder), "weights");
    refused(sound.with(NetworkArchive.CONFIGURATION, tripwire()).write(folder), "JSON");
    assertThat(DESERIALIZED).hasValue(0);
    try (ObjectInputStream in =
        new ObjectInputStream(new java.io.ByteArrayInputStream(tripwire()))) {
      in.readObject();
    }
    assertThat(DESERIALIZED).as("the wire works").hasValue(1);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("loads no class that is none of Deeplearning4j's settings")
  @ValueSource(
      strings = {
        "javax.script.ScriptEngineManager",
        "org.springframework.context.support.FileSystemXmlApplicationContext",
        "org.nd4j.linalg.activations.impl.ActivationLReLU<java.util.ArrayList>",
        "[Lorg.nd4j.linalg.activations.impl.ActivationLReLU;",
        "io.github.gradcam.dl4j.internal.source.OwnActivation"
      })
  void classes(String name) {
    refused(
        sound
            .configured(
                json -> json.replace("org.nd4j.linalg.activations.impl.ActivationLReLU", name))
            .write(folder),
        "names the class " + name,
        "not loaded");
  }

  @Test
  @DisplayName("hides no class behind escapes, a second field or the name of a distribution")
  void hiddenClasses() {
    String evil = "evil.Gadget";
    refused(
        sound
            .configured(
                json ->
                    json.replaceFirst("\"@class\"", "\"\\\\u0040class\":\"" + evil + "\",\"x\""))
            .write(folder),
        evil);
    refused(
        sound
            .configured(
                json -> json.replaceFirst("\"@class\"", "\"@class\":\"" + evil + "\",\"@class\""))
            .write(folder),
        evil);
    refused(
        sound
            .configured(
                json ->
                    json.replaceFirst(
                        "\"@class\"", "\"dist\":{\"type\":\"" + evil + "\"},\"@class\""))
            .write(folder),
        evil);
  }

  @Test
  @DisplayName("cannot hold more than it says, or weights that shrank to nothing")
  void bombs() throws IOException {
    byte[] head = Arrays.copyOf(sound.get(NetworkArchive.COEFFICIENTS), 200);
    Path file = Files.createTempFile(folder, "bomb", ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.putNextEntry(new ZipEntry(NetworkArchive.CONFIGURATION));
      out.write(sound.get(NetworkArchive.CONFIGURATION));
      out.putNextEntry(new ZipEntry(NetworkArchive.COEFFICIENTS));
      out.write(head);
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 80; i++) {
        out.write(zeros);
      }
    }
    refused(file, "bytes of weights in", "no trained network");

    byte[] spaces = new byte[33 << 20];
    Arrays.fill(spaces, (byte) ' ');
    refused(sound.with(NetworkArchive.CONFIGURATION, spaces).write(folder), "more than 32 MB");
  }

  @Test
  @DisplayName("is asked for no memory for weights that it does not hold")
  void promised() {
    refused(
        sound
            .configured(json -> json.replaceFirst("\"nout\" : 3", "\"nout\" : 2000000000"))
            .write(folder),
        "its layers need",
        "two networks");
    refused(
        sound.configured(json -> json.replaceFirst("\"nout\" : 3", "\"nout\" : -3")).write(folder),
        "weights");
    refused(
        sound.with(NetworkArchive.COEFFICIENTS, header(Long.MAX_VALUE / 2, "FLOAT")).write(folder),
        "weights");
  }

  private static byte[] header(long length, String type) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF("LONG_SHAPE");
      out.writeLong(8);
      out.writeUTF("LONG");
      for (long number : new long[] {2, 1, length, length, 1, 0, 1, 'c'}) {
        out.writeLong(number);
      }
      out.writeUTF("MIXED_DATA_TYPES");
      out.writeLong(length);
      out.writeUTF(type);
      out.writeLong(0);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    return bytes.toByteArray();
  }

  @Test
  @DisplayName(
      "is an error of its own if its weights are cut short, too many, or no floating point numbers")
  void coefficients() {
    byte[] whole = sound.get(NetworkArchive.COEFFICIENTS);
    for (int length = 0; length < whole.length; length += 1 + length / 4) {
      refused(
          sound.with(NetworkArchive.COEFFICIENTS, Arrays.copyOf(whole, length)).write(folder),
          "weights");
    }
    refused(
        sound
            .with(NetworkArchive.COEFFICIENTS, Arrays.copyOf(whole, whole.length + 4000))
            .write(folder),
        "bytes");
    refused(
        sound.with(NetworkArchive.COEFFICIENTS, header(1, "BFLOAT16")).write(folder), "BFLOAT16");
    refused(
        sound.with(NetworkArchive.COEFFICIENTS, header(1, "COMPRESSED")).write(folder),
        "COMPRESSED");
  }

  @Test
  @DisplayName("is noticed by its checksum")
  void flipped() throws IOException {
    Path file = folder.resolve("stored.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setLevel(0);
      out.putNextEntry(new ZipEntry(NetworkArchive.COEFFICIENTS));
      out.write(sound.get(NetworkArchive.COEFFICIENTS));
      out.putNextEntry(new ZipEntry(NetworkArchive.CONFIGURATION));
      out.write(sound.get(NetworkArchive.CONFIGURATION));
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[400] ^= 1;
    Files.write(file, bytes);

    refused(file, "checksum", NetworkArchive.COEFFICIENTS);
  }

  @Test
  @DisplayName("is an error of its own wherever it is cut short")
  void truncated() throws IOException {
    byte[] whole = Files.readAllBytes(sound.write(folder));
    Path cut = folder.resolve("cut.zip");
    for (int length = 4; length < whole.length; length += whole.length / 40) {
      Files.write(cut, Arrays.copyOf(whole, length));
      refused(cut, "zip");
    }
  }

  @Test
  @DisplayName("writes nothing, whatever its entries are called")
  void traversal() throws IOException {
    Path file =
        sound
            .with("../../escaped", "x".getBytes(StandardCharsets.UTF_8))
            .with("/tmp/escaped-absolute", "x".getBytes(StandardCharsets.UTF_8))
            .write(folder);
    long before = count();

    assertThat(NetworkReader.read(file, Set.of())).isInstanceOf(Network.Layers.class);

    assertThat(count()).isEqualTo(before);
    assertThat(folder.resolve("../../escaped")).doesNotExist();
    assertThat(Path.of("/tmp/escaped-absolute")).doesNotExist();
  }

  private long count() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.count();
    }
  }

  @Test
  @DisplayName("has no entry twice and not thousands of them")
  void entries() throws IOException {
    byte[] bytes = Files.readAllBytes(sound.with("configuration.jsoN", new byte[2]).write(folder));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Path twice = folder.resolve("twice.zip");
    Files.write(
        twice,
        text.replace("configuration.jsoN", "configuration.json")
            .getBytes(StandardCharsets.ISO_8859_1));
    refused(twice, "\"configuration.json\" stands twice");

    Path many = folder.resolve("many.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(many))) {
      for (int i = 0; i < 10_001; i++) {
        out.putNextEntry(new ZipEntry("entry" + i));
      }
    }
    refused(many, "10001 entries");
  }

  @Test
  @DisplayName("is nested no deeper and has no longer numbers than a network needs")
  void json() {
    refused(sound.configured(json -> "{\"a\":" + "[".repeat(100_000)).write(folder), "64 deep");
    refused(
        sound.configured(json -> "{\"a\":" + "9".repeat(100_000) + "}").write(folder), "digits");
    refused(sound.configured(json -> "[]").write(folder), "no JSON object");
    refused(sound.configured(json -> json + "{}").write(folder), "goes on after its end");
  }

  @Test
  @DisplayName("is an error of its own for a configuration of a version to come")
  void version() {
    refused(
        sound
            .configured(
                json ->
                    json.replace(
                        "org.deeplearning4j.nn.conf.layers.SubsamplingLayer",
                        "org.deeplearning4j.nn.conf.layers.PoolingOfTomorrow"))
            .write(folder),
        "1.0.0-M2.1 does not read",
        "PoolingOfTomorrow");
  }

  @Test
  @DisplayName("reads numbers of two bytes as IEEE 754 says")
  void halves() {
    int[] bits = {0x3c00, 0xc000, 0x7bff, 0x0400, 0x0001, 0x8000, 0x7c00, 0x3555};
    float[] expected = {
      1, -2, 65504, 0x1p-14f, 0x1p-24f, -0f, Float.POSITIVE_INFINITY, 0.33325195f
    };
    for (int i = 0; i < bits.length; i++) {
      short half = ByteBuffer.allocate(2).putShort(0, (short) bits[i]).getShort(0);
      assertThat(Numbers.half(half)).isEqualTo(expected[i]);
    }
    assertThat(Numbers.half((short) 0x7c01)).isNaN();
  }
}
