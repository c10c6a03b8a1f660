package io.github.gradcam;

import io.github.gradcam.model.Computation;
import io.github.gradcam.model.ModelInfo;
import java.util.List;

/**
 * Where an explanation comes from.
 *
 * @param model the model, its backend, engine and device
 * @param layers the layers' paths
 * @param layersChosenAutomatically whether the library chose them
 * @param method the CAM method's name
 * @param normalization how the map was scaled
 * @param fusion how several layers' maps became one
 * @param preprocessing what made the network's input of the photo; {@code none} where a tensor was
 *     given
 * @param computation how the pass was computed
 */
public record Provenance(
    ModelInfo model,
    List<String> layers,
    boolean layersChosenAutomatically,
    String method,
    Normalization normalization,
    Fusion fusion,
    String preprocessing,
    Computation computation) {}
