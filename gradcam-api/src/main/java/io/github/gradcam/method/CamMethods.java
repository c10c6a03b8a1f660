package io.github.gradcam.method;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.NearestNames;
import java.util.List;

/**
 * The methods this library brings. {@code A} are the activations, {@code g} the score's gradient
 * with respect to them, both {@code [C, h, w]}.
 */
public final class CamMethods {

  private CamMethods() {}

  /**
   * Grad-CAM: {@code Σ_c mean(g_c) · A_c}.
   *
   * @return the method
   * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al. 2017</a>
   */
  public static CamMethod gradCam() {
    return new GradCamMethod();
  }

  /**
   * HiResCAM: {@code Σ_c g_c ⊙ A_c}; faithful to networks whose last layer is linear.
   *
   * @return the method
   * @see <a href="https://arxiv.org/abs/2011.08891">Draelos and Carin 2020</a>
   */
  public static CamMethod hiResCam() {
    return new HiResCam();
  }

  /**
   * Grad-CAM element by element: {@code Σ_c ReLU(g_c ⊙ A_c)}. Known from pytorch-grad-cam; there is
   * no paper.
   *
   * @return the method
   */
  public static CamMethod gradCamElementwise() {
    return new ElementwiseGradCam();
  }

  /**
   * Grad-CAM++: {@code Σ_c (Σ α ⊙ ReLU(g_c)) · A_c} with {@code α = g² / (2g² + ΣA·g³)}, and zero
   * where the denominator is.
   *
   * @return the method
   * @see <a href="https://arxiv.org/abs/1710.11063">Chattopadhyay et al. 2018</a>
   */
  public static CamMethod gradCamPlusPlus() {
    return new GradCamPlusPlus();
  }

  /**
   * XGrad-CAM: {@code Σ_c (Σ g_c ⊙ A_c / ΣA_c) · A_c}; a channel with {@code ΣA = 0} weighs
   * nothing.
   *
   * @return the method
   * @see <a href="https://arxiv.org/abs/2008.02312">Fu et al. 2020</a>
   */
  public static CamMethod xGradCam() {
    return new XGradCam("xgrad-cam", 0);
  }

  /**
   * LayerCAM: {@code Σ_c ReLU(g_c) ⊙ A_c}. Over several layers the paper fuses by maximum.
   *
   * @return the method
   * @see <a href="https://doi.org/10.1109/TIP.2021.3089943">Jiang et al. 2021</a>
   */
  public static CamMethod layerCam() {
    return new LayerCam();
  }

  /**
   * Grad-CAM++ as pytorch-grad-cam 1.5.7 computes it, for comparison: {@code α = g² / (2g² + ΣA·g³
   * + 1e-6)}, which depends on the gradients' scale.
   *
   * @return the method
   */
  public static CamMethod pytorchGradCamPlusPlus() {
    return new PeerGradCamPlusPlus();
  }

  /**
   * XGrad-CAM as pytorch-grad-cam 1.5.7 computes it, for comparison: {@code ΣA + 1e-7} in the
   * denominator.
   *
   * @return the method
   */
  public static CamMethod pytorchXGradCam() {
    return new XGradCam("pytorch-grad-cam/xgrad-cam", 1e-7);
  }

  /** All of them. */
  public static List<CamMethod> all() {
    return List.of(
        gradCam(),
        hiResCam(),
        gradCamElementwise(),
        gradCamPlusPlus(),
        xGradCam(),
        layerCam(),
        pytorchGradCamPlusPlus(),
        pytorchXGradCam());
  }

  /**
   * The method with a name.
   *
   * @param name as {@link CamMethod#name()} gives it
   * @return the method
   * @throws InvalidInputException if there is none; the message offers the nearest names
   */
  public static CamMethod named(String name) {
    return all().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "There is no CAM method \""
                        + name
                        + "\". "
                        + NearestNames.sentence(
                            NearestNames.of(name, all().stream().map(CamMethod::name).toList()))));
  }
}
