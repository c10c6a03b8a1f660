package io.github.gradcam.image;

/** Works out sizes and crops with the rounding of the programs they are compared with. */
final class Layouts {

  private Layouts() {}

  static Layout of(Resize resize, int photoWidth, int photoHeight) {
    if (resize instanceof Resize.Squash squash) {
      return new Layout(
          new Axis(photoWidth, squash.width(), 0, squash.width()),
          new Axis(photoHeight, squash.height(), 0, squash.height()));
    }
    if (resize instanceof Resize.CentreCrop crop) {
      int shorter = Math.min(photoWidth, photoHeight);
      return new Layout(
          cropped(
              photoWidth,
              torchvisionLength(crop.shorterSide(), photoWidth, shorter),
              crop.width(),
              crop.centring()),
          cropped(
              photoHeight,
              torchvisionLength(crop.shorterSide(), photoHeight, shorter),
              crop.height(),
              crop.centring()));
    }
    if (resize instanceof Resize.SquashCrop crop) {
      return new Layout(
          cropped(photoWidth, crop.stretchedWidth(), crop.width(), crop.centring()),
          cropped(photoHeight, crop.stretchedHeight(), crop.height(), crop.centring()));
    }
    double scale =
        Math.min((double) resize.width() / photoWidth, (double) resize.height() / photoHeight);
    return new Layout(
        cropped(
            photoWidth,
            nearestLength(photoWidth * scale, resize.width()),
            resize.width(),
            Centring.NEAREST),
        cropped(
            photoHeight,
            nearestLength(photoHeight * scale, resize.height()),
            resize.height(),
            Centring.NEAREST));
  }

  /** torchvision: {@code int(size * long / short)}. */
  private static int torchvisionLength(int shorterSide, int length, int shorter) {
    return (int) ((double) ((long) shorterSide * length) / shorter);
  }

  private static int nearestLength(double length, int limit) {
    return Math.min(limit, Math.max(1, (int) Math.rint(length)));
  }

  private static Axis cropped(int source, int resized, int length, Centring centring) {
    return new Axis(source, resized, centring.start(resized, length), length);
  }
}
