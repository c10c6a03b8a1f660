package io.github.gradcam.examples.vgg16.export;

import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.Model;
import java.util.List;
import java.util.regex.Pattern;

/** Where a model has the layer that Keras calls by a name. */
public final class LayerPath {

  /** DJL writes before each name which child it is. */
  private static final Pattern NUMBER = Pattern.compile("^\\d\\d(?=\\D)");

  private LayerPath() {}

  /**
   * Finds a layer.
   *
   * @param model opened by {@link Engines}
   * @param layer as in Keras, such as {@code block5_conv3}, or as the model itself has it
   * @return the model's path of it
   * @throws UnknownLayerException if there is none; the message offers the nearest in Keras's words
   */
  public static String find(Model model, String layer) {
    List<String> paths = model.layers().stream().map(Layer::path).toList();
    if (paths.contains(layer) || layer.equals(Layer.INPUT)) {
      return layer;
    }
    return paths.stream()
        .filter(path -> unnumbered(path).equals(layer))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownLayerException(
                    layer, paths.stream().map(LayerPath::unnumbered).toList()));
  }

  private static String unnumbered(String path) {
    return NUMBER.matcher(path).replaceFirst("");
  }
}
