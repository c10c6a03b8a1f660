/** The promises every backend keeps, as tests. */
module io.github.gradcam.tck {
  requires transitive io.github.gradcam;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;

  exports io.github.gradcam.tck;

  opens io.github.gradcam.tck;
}
