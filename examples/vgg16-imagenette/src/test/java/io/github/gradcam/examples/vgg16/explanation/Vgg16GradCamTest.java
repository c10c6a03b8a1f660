package io.github.gradcam.examples.vgg16.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.djl.DjlModels;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.export.LayerPath;
import io.github.gradcam.examples.vgg16.network.NarrowVgg;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Vgg16Block;
import io.github.gradcam.image.Images;
import io.github.gradcam.model.Model;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.awt.Color;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Grad-CAM of the study's network")
class Vgg16GradCamTest {

  @Test
  @DisplayName("is of the last convolution's grid, of the photo as VGG16 takes it, by its classes")
  void explains(@TempDir Path folder) {
    PhotoFile photo = new Painted(folder).rightHalf("p", 0, Color.ORANGE, 300, 200);
    try (NDManager manager = NDManager.newBaseManager();
        Model model = DjlModels.of(Vgg16Block.whole(NarrowVgg.weights(1), manager))) {
      String path = LayerPath.find(model, Vgg16.LAST_CONVOLUTION);
      GradCam cam = Vgg16GradCam.of(model, path);
      Explanation first = cam.explain(Images.read(photo.file()), Target.predicted()).get(0);
      Tensor input = Vgg16.PREPROCESSING.prepare(Images.read(photo.file())).input();
      Tensor logits = model.forward(Tensor.stack(List.of(input)));

      assertThat(first.heatmap().raw().shape()).isEqualTo(Shape.of(14, 14));
      assertThat(first.heatmap().normalized().shape()).isEqualTo(Shape.of(224, 224));
      int predicted = first.score().classIndex().orElseThrow();
      assertThat(first.value()).isCloseTo(logits.get(0, predicted), within(1e-4));
      assertThat(first.predictions().get(0).label())
          .contains(ImagenetteClass.ALL.get(predicted).label());
      assertThat(FreePhotosFigure.of(cam, List.of(photo.file()), Painted.silent()).legend())
          .hasValueSatisfying(
              legend -> assertThat(legend.meaning()).startsWith("grad-cam at block5_conv3,"));
    }
  }
}
