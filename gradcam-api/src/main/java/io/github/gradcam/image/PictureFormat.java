package io.github.gradcam.image;

/** How a picture is encoded. */
public enum PictureFormat {
  /** Without loss; pixels come back as they were. */
  PNG,
  /** With loss, at quality 0.92 with colours at full resolution; smaller for photos. */
  JPEG
}
