package io.github.gradcam.djl.hostile;

import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.target.Target;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Explains in a class loader of its own, which shares nothing but Java itself. */
public final class OtherLoader {

  private OtherLoader() {}

  /**
   * Runs {@link Inside} there.
   *
   * @param args what the thread's loader is, and the class path
   */
  public static void main(String[] args) throws Exception {
    String[] paths = args[1].split(File.pathSeparator);
    URL[] urls = new URL[paths.length];
    for (int i = 0; i < paths.length; i++) {
      urls[i] = Path.of(paths[i]).toUri().toURL();
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (Own own = new Own(urls, platform)) {
      Thread.currentThread()
          .setContextClassLoader(
              switch (args[0]) {
                case "same" -> own;
                case "none" -> null;
                default -> platform;
              });
      own.loadClass(Inside.class.getName()).getMethod("explain").invoke(null);
    }
  }

  static final class Own extends URLClassLoader {
    Own(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }
  }

  /** What the other loader loads. */
  public static final class Inside {

    private Inside() {}

    /** Opens and explains. */
    public static void explain() {
      Shape image = Shape.of(2, 6, 6);
      try (Model model =
          Models.load(
              Path.of("src/test/resources/structures/nested-traced.pt"),
              ModelOptions.builder().inputShape(image).build())) {
        GradCam.of(model).explain(Tensor.zeros(image.batch(1)), List.of(Target.predicted()));
      }
      String loader = GradCam.class.getClassLoader().getClass().getName();
      System.out.println("explained in " + loader.replaceAll(".*\\.", "").replace('$', '.'));
    }
  }
}
