package io.github.gradcam.dl4j.internal.source;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weights of one layer.
 *
 * @param layer whose they are
 * @param byName by their names in Keras
 */
record KerasArrays(KerasLayer layer, Map<String, KerasArray> byName) {

  KerasArrays {
    byName = Map.copyOf(byName);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  /**
   * Reads one.
   *
   * @throws SourceException if the file does not hold it
   */
  INDArray read(String name) {
    KerasArray array = byName.get(name);
    if (array == null) {
      throw layer.refused("but does not hold its weights " + Shown.quoted(name));
    }
    return array.read();
  }

  /** Reads one that has so many axes. */
  INDArray read(String name, int axes) {
    INDArray read = read(name);
    if (read.rank() != axes) {
      throw layer.refused(
          "whose weights "
              + Shown.quoted(name)
              + " have the shape "
              + Arrays.toString(read.shape())
              + ", and should have "
              + axes
              + " axes");
    }
    return read;
  }
}
