package io.github.gradcam.method;

import io.github.gradcam.Npz;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What pytorch-grad-cam 1.5.7 computed, by its own names. */
public final class Peers {

  /** The reference arrays. */
  public static final Npz REFERENCE = Npz.reference();

  private static final Map<String, CamMethod> METHODS =
      Map.of(
          "GradCAM", CamMethods.gradCam(),
          "HiResCAM", CamMethods.hiResCam(),
          "GradCAMElementWise", CamMethods.gradCamElementwise(),
          "GradCAMPlusPlus", CamMethods.pytorchGradCamPlusPlus(),
          "XGradCAM", CamMethods.pytorchXGradCam(),
          "LayerCAM", CamMethods.layerCam());

  private Peers() {}

  /** The peer's name, our method and a place, for each method and each place. */
  public static Stream<Arguments> at(String... places) {
    return METHODS.entrySet().stream()
        .flatMap(
            peer ->
                Stream.of(places)
                    .map(place -> Arguments.of(peer.getKey(), peer.getValue(), place)));
  }

  /** The recorded activations and gradients of one image. */
  public static Evidence evidence(String layer, int image) {
    return new RecordedEvidence(
        layer,
        REFERENCE.get("act/" + layer).item(image),
        REFERENCE.get("grad/" + layer).item(image));
  }
}
