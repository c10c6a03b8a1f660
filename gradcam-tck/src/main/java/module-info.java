/** The promises every backend keeps, as tests. */
module io.github.gradcam.tck {
  requires transitive io.github.gradcam;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires static transitive org.jspecify;

  exports io.github.gradcam.tck;

  // JUnit calls what a backend inherits.
  opens io.github.gradcam.tck to
      org.junit.platform.commons;

  uses io.github.gradcam.spi.BackendProvider;
}
