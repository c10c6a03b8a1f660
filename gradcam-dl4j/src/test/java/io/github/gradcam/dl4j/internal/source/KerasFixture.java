package io.github.gradcam.dl4j.internal.source;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network of {@code tools/dl4j/keras2.py}, and what Keras computes with it.
 *
 * @param file the network
 * @param numbers arrays of float64 by name
 */
public record KerasFixture(Path file, Map<String, INDArray> numbers) {

  public static final Path FOLDER = Path.of("src/test/resources/keras");

  private static final Pattern HEADER =
      Pattern.compile("\\{'descr': '<f8', 'fortran_order': False, 'shape': \\(([^)]*)\\), \\}\\s*");
  private static final int BEFORE_LENGTH = 8;
  private static final int IMAGES = 4;
  private static final String GRADIENT = "gradient/";

  public static KerasFixture of(String name) {
    Map<String, INDArray> numbers = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(FOLDER.resolve(name + ".npz"));
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        numbers.put(entry.getName().replaceFirst("\\.npy$", ""), array(zip.readAllBytes()));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return new KerasFixture(FOLDER.resolve(name + ".h5"), numbers);
  }

  /** One of the arrays, channels first, in single precision. */
  public Tensor tensor(String name) {
    INDArray array = get(name);
    INDArray first = array.rank() == IMAGES ? array.permute(0, 3, 1, 2) : array;
    int[] shape = Arrays.stream(first.shape()).mapToInt(Math::toIntExact).toArray();
    return Tensor.of(Shape.of(shape), first.dup('c').data().asFloat());
  }

  /** The layers whose activations and gradients are known. */
  public List<String> layers() {
    return numbers.keySet().stream()
        .filter(name -> name.startsWith(GRADIENT))
        .map(name -> name.substring(GRADIENT.length()))
        .toList();
  }

  /** One of the arrays. */
  public INDArray get(String name) {
    INDArray array = numbers.get(name);
    if (array == null) {
      throw new IllegalArgumentException(file + " has no " + name + " beside it");
    }
    return array;
  }

  private static INDArray array(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(BEFORE_LENGTH);
    byte[] text = new byte[in.getShort()];
    in.get(text);
    String header = new String(text, StandardCharsets.US_ASCII);
    Matcher matcher = HEADER.matcher(header);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("No array of float64: " + header);
    }
    long[] shape =
        Pattern.compile("[, ]+")
            .splitAsStream(matcher.group(1))
            .mapToLong(Long::parseLong)
            .toArray();
    double[] numbers = new double[in.remaining() / Double.BYTES];
    in.asDoubleBuffer().get(numbers);
    return Nd4j.create(numbers, shape, 'c');
  }
}
