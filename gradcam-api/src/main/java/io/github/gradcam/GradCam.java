package io.github.gradcam;

import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;

/**
 * Explains images: a model, a layer, a method.
 *
 * <p>Immutable, and safe for any number of threads. It does not own the model and closes nothing.
 * Every image of a batch gets the map it would get alone.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al. 2017, Grad-CAM</a>
 */
public interface GradCam {

  /**
   * Grad-CAM at the layer that {@link Builder#layers} describes, with torchvision's preprocessing.
   *
   * @param model stays the caller's
   * @return the explainer
   */
  static GradCam of(Model model) {
    return builder(model).build();
  }

  /**
   * A builder with the same defaults.
   *
   * @param model stays the caller's
   * @return the builder
   */
  static Builder builder(Model model) {
    return new Builder(model);
  }

  /**
   * Explains the predicted class of one photo.
   *
   * @param photo any size
   * @return the explanation
   * @throws io.github.gradcam.error.GradCamException see {@link #explain(Tensor, List)}
   */
  default Explanation explain(BufferedImage photo) {
    return explain(photo, Target.predicted()).get(0);
  }

  /**
   * Explains one photo.
   *
   * @param photo any size
   * @param target what shall be explained
   * @return one explanation for each score the target means, from one forward pass
   * @throws io.github.gradcam.error.GradCamException see {@link #explain(Tensor, List)}
   */
  default List<Explanation> explain(BufferedImage photo, Target target) {
    return explain(List.of(photo), List.of(target)).get(0);
  }

  /**
   * Explains a batch of photos, all with the same target.
   *
   * @param photos any sizes, at least one
   * @param target what shall be explained of each
   * @return for each photo one explanation for each score
   * @throws io.github.gradcam.error.GradCamException see {@link #explain(Tensor, List)}
   */
  default List<List<Explanation>> explain(List<BufferedImage> photos, Target target) {
    return explain(photos, Collections.nCopies(photos.size(), target));
  }

  /**
   * Explains a batch of photos, each with a target of its own.
   *
   * @param photos any sizes, at least one
   * @param targets as many
   * @return for each photo one explanation for each score
   * @throws io.github.gradcam.error.GradCamException see {@link #explain(Tensor, List)}
   */
  List<List<Explanation>> explain(List<BufferedImage> photos, List<Target> targets);

  /**
   * Explains a batch that is ready for the network, all with the same target.
   *
   * @param batch {@code [N, C, H, W]}; one to three spatial axes
   * @param target what shall be explained of each
   * @return for each item one explanation for each score
   * @throws io.github.gradcam.error.GradCamException see {@link #explain(Tensor, List)}
   */
  default List<List<Explanation>> explain(Tensor batch, Target target) {
    return explain(
        batch,
        Collections.nCopies(batch.shape().rank() == 0 ? 0 : batch.shape().length(0), target));
  }

  /**
   * Explains a batch that is ready for the network, each item with a target of its own.
   *
   * @param batch {@code [N, C, H, W]}; one to three spatial axes
   * @param targets N of them
   * @return for each item one explanation for each score
   * @throws io.github.gradcam.error.InvalidInputException if the batch is empty, has NaN, the wrong
   *     shape, or there are more or fewer targets
   * @throws io.github.gradcam.error.InvalidTargetException if the output has no such score
   * @throws io.github.gradcam.error.UnknownLayerException if the model has no such layer
   * @throws io.github.gradcam.error.UnexplainableLayerException if the layer has no spatial axes or
   *     no gradient path
   * @throws io.github.gradcam.error.NonFiniteException if activations, gradients or the output have
   *     NaN or infinity
   * @throws io.github.gradcam.error.ClosedException if the model has been closed
   */
  List<List<Explanation>> explain(Tensor batch, List<Target> targets);

  /** Collects options. Not thread-safe. */
  final class Builder {

    final Model model;
    List<String> layers = List.of();
    Layout layout = Layout.automatic();
    CamMethod method = CamMethods.gradCam();
    Fusion fusion = Fusion.MEAN;
    Normalization normalization = Normalization.MAXIMUM;
    Preprocessing preprocessing = Preprocessing.torchvision();
    List<String> labels = List.of();

    private Builder(Model model) {
      this.model = model;
    }

    /**
     * Names the layers. Where none is named, one is chosen, once for each shape of input:
     *
     * <ul>
     *   <li>For scores of the whole image, the last layer that has a grid of more than one cell and
     *       bears on the score by it, pooling and what only passes values on left aside: {@code
     *       layer4} of a ResNet. That is not a layer of class scores spread over the image, but the
     *       features below them; not the norm that closes a transformer's last stage, but that
     *       stage; and where a class token gathers the score, the last block's first norm, behind
     *       which no other token counts.
     *   <li>For scores of every place, as in segmentation, the layer with the most channels, of
     *       several the coarsest, of those the last: {@code backbone.layer4}.
     * </ul>
     *
     * Shapes, kinds and gradients decide, not names. The gradients are those of an image of noise,
     * always the same; choosing costs a forward pass and a backward pass through the head, a few of
     * them where the last layers do not bear on the score. The result's {@link Provenance} says
     * what was chosen.
     *
     * @param paths as {@link io.github.gradcam.model.Layer#path()} gives them
     * @return this
     */
    public Builder layers(String... paths) {
      this.layers = List.of(paths);
      return this;
    }

    /**
     * Declares how the layers' activations are laid out; the default finds it from the shapes.
     *
     * @param value the layout
     * @return this
     */
    public Builder layout(Layout value) {
      this.layout = value;
      return this;
    }

    /**
     * Chooses the method; the default is Grad-CAM.
     *
     * @param value the method
     * @return this
     */
    public Builder method(CamMethod value) {
      this.method = value;
      return this;
    }

    /**
     * Says how the maps of several layers become one; the default is their mean.
     *
     * @param value the fusion
     * @return this
     */
    public Builder fusion(Fusion value) {
      this.fusion = value;
      return this;
    }

    /**
     * Says how a raw map becomes one between 0 and 1; the default divides by the maximum.
     *
     * @param value the normalisation
     * @return this
     */
    public Builder normalization(Normalization value) {
      this.normalization = value;
      return this;
    }

    /**
     * Says what makes the network's input of a photo; the default is torchvision's.
     *
     * @param value the preprocessing
     * @return this
     */
    public Builder preprocessing(Preprocessing value) {
      this.preprocessing = value;
      return this;
    }

    /**
     * Gives the classes their names.
     *
     * @param names by class index, one a class
     * @return this
     */
    public Builder labels(List<String> names) {
      this.labels = List.copyOf(names);
      return this;
    }

    /** The explainer. The layers are looked up when the first image comes. */
    public GradCam build() {
      return new Explainer(this);
    }
  }
}
