package io.github.gradcam.examples.vgg16.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A safetensors file")
class SafeTensorsTest {

  private static final String A = "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}";

  @TempDir Path folder;

  @Test
  @DisplayName("gives back the weights that were written, bit by bit and in order")
  void roundTrip() {
    Weights weights = weights();
    Path file = folder.resolve("weights.safetensors");

    SafeTensors.write(weights, Map.of("licence", "CC BY 4.0 – \"VGG\""), file);

    Weights read = SafeTensors.read(file);
    assertThat(read).isEqualTo(weights);
    assertThat(read.tensors().keySet()).containsExactlyElementsOf(weights.tensors().keySet());
  }

  @Test
  @DisplayName("is laid out byte by byte as the format says")
  void layout() throws IOException {
    Path file = folder.resolve("weights.safetensors");

    SafeTensors.write(
        new Weights(Map.of("a", Tensor.of(Shape.of(2), 1, -2))), Map.of("by", "me"), file);

    String header = "{\"__metadata__\":{\"by\":\"me\"}," + A + "}";
    String padded = header + " ".repeat((8 - header.length() % 8) % 8);
    byte[] numbers = {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, (byte) 0xc0};
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes(padded, numbers));
  }

  @Test
  @DisplayName("of another program's is read, whatever the order of its header")
  void anothers() throws IOException {
    Path file =
        write(
            "{\"b\":{\"data_offsets\":[8,12],\"shape\":[],\"dtype\":\"F32\"}," + A + "}",
            new byte[12]);

    Weights read = SafeTensors.read(file);

    assertThat(read.tensors())
        .containsEntry("a", Tensor.zeros(Shape.of(2)))
        .containsEntry("b", Tensor.zeros(Shape.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{}",
        "{" + A + "} {}",
        "{" + A + "," + A + "}",
        "{'a':{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{}}",
        "{\"a\":null}",
        "{\"a\":{\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"more\":1}}",
        "{\"a\":{\"dtype\":\"F16\",\"shape\":[4],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":1,\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":2,\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[\"2\"],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[NaN],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1,-2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967298],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[65536,65536],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2147483647],\"data_offsets\":[0,8589934588]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,2],\"data_offsets\":[0,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-8,0]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[9223372036854775800,-8]}}",
        "{" + A + ",\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
        "{" + A + ",\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
        "{\"__metadata__\":{\"by\":{\"me\":1}}," + A + "}",
        "{\"__metadata__\":[]," + A + "}",
      })
  @DisplayName("whose header is not as the format has it, or contradicts itself, is refused")
  void hostileHeaders(String header) throws IOException {
    Path file = write(header, new byte[8]);

    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("Copy it again");
  }

  @Test
  @DisplayName("with a deep header is refused, and not followed down")
  void deepHeader() throws IOException {
    Path file = write("{\"a\":" + "[".repeat(500_000), new byte[8]);

    assertThatThrownBy(() -> SafeTensors.read(file)).isInstanceOf(WeightsException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1 << 21, 1 << 20, 90})
  @DisplayName("whose header is said to be longer than the file, or is huge, is refused")
  void headerLengths(long length) throws IOException {
    byte[] bytes = bytes("{" + A + "}", new byte[8]);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Path file = Files.write(folder.resolve("weights.safetensors"), bytes);

    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("header");
  }

  @Test
  @DisplayName("whose header is not UTF-8 is refused")
  void notUtf8() throws IOException {
    byte[] bytes = bytes("{" + A + "}", new byte[8]);
    bytes[10] = (byte) 0xff;
    Path file = Files.write(folder.resolve("weights.safetensors"), bytes);

    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  @DisplayName("that is cut off anywhere is refused, and so is one with something behind it")
  void otherLengths() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    SafeTensors.write(weights(), Map.of(), file);
    byte[] whole = Files.readAllBytes(file);

    List<Integer> lengths =
        Stream.concat(
                Stream.iterate(0, tenth -> tenth < 10, tenth -> tenth + 1)
                    .map(tenth -> whole.length * tenth / 10),
                Stream.of(7, 8, whole.length - 1, whole.length + 1))
            .toList();

    assertThat(lengths)
        .allSatisfy(
            length -> {
              Files.write(file, Arrays.copyOf(whole, length));
              assertThatThrownBy(() -> SafeTensors.read(file))
                  .isInstanceOf(WeightsException.class)
                  .hasMessageContaining(file.toString());
            });
  }

  @Test
  @DisplayName("with any byte of the header changed gives an error of its own, or weights")
  void changedBytes() throws IOException {
    Path file = folder.resolve("weights.safetensors");
    SafeTensors.write(weights(), Map.of("by", "me"), file);
    byte[] whole = Files.readAllBytes(file);
    int header = (int) ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
    Random random = new Random(1);

    int refused = 0;
    for (int place = 0; place < 8 + header; place++) {
      byte[] changed = whole.clone();
      changed[place] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);
      try {
        assertThat(SafeTensors.read(file).tensors()).hasSize(weights().tensors().size());
      } catch (WeightsException e) {
        refused++;
      }
    }

    // Names and metadata may change, and nothing else.
    assertThat(refused).isGreaterThan(header / 2);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  @DisplayName("with a number that is not finite is neither read nor written")
  void notFinite(float value) throws IOException {
    byte[] numbers =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(4, value).array();
    Path file = write("{" + A + "}", numbers);

    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("NaN or infinity");

    Path other = folder.resolve("other.safetensors");
    Weights weights = new Weights(Map.of("a", Tensor.of(Shape.of(1), value)));
    assertThatThrownBy(() -> SafeTensors.write(weights, Map.of(), other))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining("NaN or infinity");
    assertThat(other).doesNotExist();
  }

  @Test
  @DisplayName("that is not there is an error that names it")
  void missing() {
    Path file = folder.resolve("none.safetensors");

    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(WeightsException.class)
        .hasMessageContaining(file.toString());
  }

  private static Weights weights() {
    Random random = new Random(7);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("block1_conv1.weight", random(random, Shape.of(4, 3, 3, 3)));
    tensors.put("block1_conv1.bias", random(random, Shape.of(4)));
    tensors.put("predictions.weight", random(random, Shape.of(10, 4)));
    return new Weights(tensors);
  }

  private static Tensor random(Random random, Shape shape) {
    return Tensor.written(
        shape,
        values -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
        });
  }

  private Path write(String header, byte[] numbers) throws IOException {
    return Files.write(folder.resolve("weights.safetensors"), bytes(header, numbers));
  }

  private static byte[] bytes(String header, byte[] numbers) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + numbers.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .put(numbers)
        .array();
  }
}
