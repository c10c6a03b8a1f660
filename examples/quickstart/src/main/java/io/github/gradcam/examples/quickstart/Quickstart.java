package io.github.gradcam.examples.quickstart;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.image.Images;
import io.github.gradcam.model.Model;
import java.nio.file.Path;

/**
 * Explains a photo with a model and writes the overlay.
 *
 * <p>Usage: {@code Quickstart [PHOTO [MODEL]]}; what is not given is bundled. A model of your own
 * is a TorchScript file that expects torchvision's preprocessing.
 */
public final class Quickstart {

  private Quickstart() {}

  /**
   * Runs the program.
   *
   * @param args the photo and the model, both optional
   */
  public static void main(String[] args) {
    Path photo = args.length > 0 ? Path.of(args[0]) : Bundled.photo();
    Path file = args.length > 1 ? Path.of(args[1]) : Bundled.model();
    Path picture = Path.of("heatmap.png").toAbsolutePath();
    System.out.println("Opening " + file.getFileName() + " (the first start unpacks PyTorch)");
    try (Model model = Models.load(file)) {
      GradCam.Builder builder = GradCam.builder(model);
      if (args.length < 2) {
        builder.preprocessing(Bundled.preprocessing()).labels(Bundled.labels());
      }
      Explanation explanation = builder.build().explain(Images.read(photo));
      explanation.heatmap().overlay().write(picture);
      System.out.println("Predicted: " + explanation.caption());
      System.out.println("Picture:   " + picture);
    }
  }
}
