package io.github.gradcam.examples.vgg16.explanation;

import io.github.gradcam.GradCam;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Capture;
import io.github.gradcam.model.Device;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network that can be computed by hand: class 0's logit is ten times the mean of red, class 1's
 * that of green, class 2's that of blue, all others' are 0. Its one layer are the colours
 * themselves, so the Grad-CAM map of class 0 is the photo's red, and so on.
 *
 * @param engine what it says it is
 * @param stray what it adds to a pixel in the upper left corner that is black: how far its maps are
 *     from another's there
 */
record Colours(String engine, float stray) implements Model {

  static final String LAYER = "colours";

  private static final int SIDE = 8;
  private static final int CHANNELS = 3;
  private static final float GAIN = 10;

  /** An explainer for photos of any size. */
  static GradCam cam() {
    return new Colours("Colours 1.0", 0).explainer();
  }

  GradCam explainer() {
    return GradCam.builder(this)
        .layers(LAYER)
        .preprocessing(Preprocessing.zeroToOne().withSize(SIDE, SIDE))
        .labels(ImagenetteClass.labels())
        .build();
  }

  @Override
  public ModelInfo info() {
    return new ModelInfo("colours", "by hand", "test", engine, Device.cpu());
  }

  @Override
  public OutputKind outputKind() {
    return OutputKind.LOGITS;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of();
  }

  @Override
  public List<Layer> layers() {
    return layers(Shape.of(CHANNELS, SIDE, SIDE));
  }

  @Override
  public List<Layer> layers(Shape input) {
    return List.of(new Layer(LAYER, "Identity", input));
  }

  @Override
  public Tensor forward(Tensor batch) {
    Shape shape = Shape.of(batch.shape().length(0), ImagenetteClass.ALL.size());
    float[] values = batch.toArray();
    int pixels = SIDE * SIDE;
    return Tensor.written(
        shape,
        logits -> {
          for (int i = 0; i < values.length; i++) {
            int channel = i / pixels % CHANNELS;
            int item = i / pixels / CHANNELS;
            logits[item * shape.length(1) + channel] += GAIN * values[i] / pixels;
          }
        });
  }

  @Override
  public LayerHook hook(List<String> layers) {
    return new LayerHook() {
      @Override
      public List<String> layers() {
        return layers;
      }

      @Override
      public Capture forward(Tensor batch) {
        return new Pass(Colours.this.forward(batch), strayed(batch));
      }
    };
  }

  private Tensor strayed(Tensor batch) {
    float[] values = batch.toArray();
    for (int corner = 0; corner < values.length; corner += SIDE * SIDE) {
      values[corner] += values[corner] == 0 ? stray : 0;
    }
    return Tensor.of(batch.shape(), values);
  }

  @Override
  public void close() {
    // There is nothing to release.
  }

  private record Pass(Tensor output, Tensor colours) implements Capture {

    @Override
    public Tensor activations(String layer) {
      return colours;
    }

    @Override
    public Map<String, Tensor> gradients(Tensor cotangent) {
      int classes = output.shape().length(1);
      float[] gradients = new float[colours.shape().size()];
      int pixels = SIDE * SIDE;
      for (int i = 0; i < gradients.length; i++) {
        int channel = i / pixels % CHANNELS;
        int item = i / pixels / CHANNELS;
        gradients[i] = cotangent.toBuffer().get(item * classes + channel) * GAIN / pixels;
      }
      return Map.of(LAYER, Tensor.of(colours.shape(), gradients));
    }

    @Override
    public Capture resume(String layer, Tensor activations) {
      throw new UnsupportedOperationException("Grad-CAM never resumes.");
    }

    @Override
    public void close() {
      // There is nothing to release.
    }
  }
}
