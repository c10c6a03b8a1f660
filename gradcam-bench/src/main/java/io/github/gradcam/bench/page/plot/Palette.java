package io.github.gradcam.bench.page.plot;

import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The same colour and marker for the same one everywhere. The colours are Okabe and Ito's, which
 * people who see few colours can tell apart; the markers help those who see none.
 */
enum Palette {
  DJL("djl", 0x0072b2, SeriesMarkers.CIRCLE),
  TF("tf", 0xe69f00, SeriesMarkers.SQUARE),
  DL4J("dl4j", 0x009e73, SeriesMarkers.DIAMOND),
  PYTORCH_GRAD_CAM("pytorch-grad-cam", 0xd55e00, SeriesMarkers.TRIANGLE_UP),
  TORCH_CAM("torch-cam", 0xcc79a7, SeriesMarkers.TRIANGLE_DOWN),
  CAPTUM("captum", 0x56b4e9, SeriesMarkers.CROSS),
  TF_KERAS_VIS("tf-keras-vis", 0xf0e442, SeriesMarkers.PLUS),
  OTHER("", 0x555555, SeriesMarkers.CIRCLE);

  private static final String OURS = "gradcam-";

  private final String who;
  private final Color color;
  private final Marker marker;

  Palette(String who, int rgb, Marker marker) {
    this.who = who;
    this.color = new Color(rgb);
    this.marker = marker;
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
    return marker;
  }
}
