package io.github.gradcam.tck.plain;

import io.github.gradcam.tck.ConformanceFixture;
import io.github.gradcam.tck.ModelConformanceKit;

/** The plain backend passes the kit as it stands. */
class PlainModelConformanceTest extends ModelConformanceKit {

  @Override
  protected ConformanceFixture fixture() {
    return new PlainFixture();
  }
}
