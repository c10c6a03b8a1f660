/** Class activation maps for any network: methods, pictures, and the border to the engines. */
module io.github.gradcam {
  requires transitive java.desktop;
  requires static transitive org.jspecify;

  exports io.github.gradcam;
  exports io.github.gradcam.error;
  exports io.github.gradcam.file;
  exports io.github.gradcam.image;
  exports io.github.gradcam.method;
  exports io.github.gradcam.model;
  exports io.github.gradcam.spi;
  exports io.github.gradcam.target;
  exports io.github.gradcam.tensor;

  uses io.github.gradcam.spi.BackendProvider;
}
