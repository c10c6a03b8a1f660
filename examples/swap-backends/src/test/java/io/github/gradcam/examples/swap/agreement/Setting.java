package io.github.gradcam.examples.swap.agreement;

import io.github.gradcam.image.Preprocessing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One network as several frameworks save it.
 *
 * @param name what the network is called
 * @param files where it lies, by the backend that opens it
 * @param preprocessing what it was trained with
 * @param layer the layer that is explained where none is named
 * @param others two layers more
 */
record Setting(
    String name,
    Map<String, Path> files,
    Preprocessing preprocessing,
    String layer,
    List<String> others) {}
