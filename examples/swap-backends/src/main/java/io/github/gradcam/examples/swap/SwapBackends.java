package io.github.gradcam.examples.swap;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.image.Images;
import io.github.gradcam.model.Model;
import java.nio.file.Path;

/**
 * Explains the bundled photos with whichever backend is on the class path.
 *
 * <p>Usage: {@code SwapBackends [FOLDER]}; the overlays go there.
 */
public final class SwapBackends {

  private SwapBackends() {}

  /**
   * Runs the program.
   *
   * @param args the folder, optional
   */
  public static void main(String[] args) {
    Path folder = Path.of(args.length > 0 ? args[0] : "").toAbsolutePath();
    try (Model model = Models.load(Bundled.model())) {
      System.out.println(model.info().name() + " with " + model.info().engine());
      GradCam cam = Bundled.explaining(model).build();
      for (Path photo : Bundled.photos()) {
        Explanation explanation = cam.explain(Images.read(photo));
        Path picture = folder.resolve(model.info().backend() + "-" + photo.getFileName());
        explanation.heatmap().overlay().write(picture);
        System.out.println(picture + ": " + explanation.caption());
      }
    }
  }
}
