package io.github.gradcam.image;

/** How a photo is resized and cropped, axis by axis. */
record Layout(Axis x, Axis y) {

  Placement placement() {
    return new Placement(
        x.source(), y.source(), new Region(x.start(), y.start(), x.extent(), y.extent()));
  }
}
