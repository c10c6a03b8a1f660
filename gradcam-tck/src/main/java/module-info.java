/** The conformance kit; open, because JUnit runs it by reflection. */
open module io.github.gradcam.tck {
  requires transitive io.github.gradcam;
  requires transitive org.junit.jupiter.api;
  requires org.assertj.core;
  requires static org.jspecify;

  exports io.github.gradcam.tck;

  uses io.github.gradcam.spi.BackendProvider;
}
