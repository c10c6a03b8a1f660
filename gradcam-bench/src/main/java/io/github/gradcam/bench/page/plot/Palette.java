package io.github.gradcam.bench.page.plot;

import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The same colour and marker for the same one everywhere. The colours are Okabe and Ito's, which
 * people who see few colours can tell apart; the markers help those who see none.
 */
enum Palette {
  DJL("djl", 0x0072b2),
  TF("tf", 0xe69f00),
  DL4J("dl4j", 0x009e73),
  PYTORCH_GRAD_CAM("pytorch-grad-cam", 0xd55e00),
  TORCH_CAM("torch-cam", 0xcc79a7),
  CAPTUM("captum", 0x56b4e9),
  TF_KERAS_VIS("tf-keras-vis", 0xf0e442),
  OTHER("", 0x555555);

  private static final String OURS = "gradcam-";

  private final String who;
  private final Color color;

  Palette(String who, int rgb) {
    this.who = who;
    this.color = new Color(rgb);
  }

  static Palette of(String who) {
    String name = who.startsWith(OURS) ? who.substring(OURS.length()) : who;
    for (Palette entry : values()) {
      if (entry.who.equals(name)) {
        return entry;
      }
    }
    return OTHER;
  }

  Color color() {
    return color;
  }

  Marker marker() {
    return switch (this) {
      case DJL, OTHER -> SeriesMarkers.CIRCLE;
      case TF -> SeriesMarkers.SQUARE;
      case DL4J -> SeriesMarkers.DIAMOND;
      case PYTORCH_GRAD_CAM -> SeriesMarkers.TRIANGLE_UP;
      case TORCH_CAM -> SeriesMarkers.TRIANGLE_DOWN;
      case CAPTUM -> SeriesMarkers.CROSS;
      case TF_KERAS_VIS -> SeriesMarkers.PLUS;
    };
  }
}
