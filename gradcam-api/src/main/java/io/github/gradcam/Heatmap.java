package io.github.gradcam;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.image.Overlay;
import io.github.gradcam.image.Panel;
import io.github.gradcam.image.Picture;
import io.github.gradcam.tensor.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Where the evidence lies. Immutable and safe for any number of threads; nothing is drawn before it
 * is asked for.
 *
 * <p>Both maps are written as NumPy files with {@code Npy.write(heatmap.raw(), file)}.
 */
public final class Heatmap {

  private final List<Tensor> layerMaps;
  private final Tensor raw;
  private final Tensor normalized;
  private final boolean empty;
  private final Optional<Photo> photo;

  Heatmap(
      List<Tensor> layerMaps, Tensor raw, Tensor normalized, boolean empty, Optional<Photo> photo) {
    this.layerMaps = layerMaps;
    this.raw = raw;
    this.normalized = normalized;
    this.empty = empty;
    this.photo = photo;
  }

  /**
   * The map as the method made it, before ReLU: {@code [h, w]} at the layer's size. Of several
   * layers, their fused map {@code [H, W]} before the last scaling.
   */
  public Tensor raw() {
    return raw;
  }

  /** The raw map of each layer, {@code [h, w]} at the layer's size, in the order of the layers. */
  public List<Tensor> layerMaps() {
    return layerMaps;
  }

  /** The map between 0 and 1 at the size of the network's input: {@code [H, W]}. */
  public Tensor normalized() {
    return normalized;
  }

  /**
   * Whether the map is zero or less everywhere: nothing in the layer spoke for the score. That is
   * an outcome, not an error; {@link #normalized()} is zero everywhere then.
   */
  public boolean isEmpty() {
    return empty;
  }

  /** The photo that was explained; empty if the explanation was made of a tensor. */
  public Optional<Photo> photo() {
    return photo;
  }

  /**
   * The map over the photo, at the photo's own resolution, with the default colours.
   *
   * @return the picture
   * @throws InvalidInputException if the explanation was made of a tensor, without a photo
   */
  public Picture overlay() {
    return overlay(Overlay.standard());
  }

  /**
   * The map over the photo, at the photo's own resolution: what the preprocessing cropped away
   * stays as it was.
   *
   * @param style colours and opacity
   * @return the picture
   * @throws InvalidInputException if the explanation was made of a tensor, without a photo
   */
  public Picture overlay(Overlay style) {
    Photo original = original();
    return style.draw(original.image(), normalized, original.placement());
  }

  /**
   * The map over the photo as a panel of a figure, drawn when the figure is.
   *
   * @param style colours, opacity and lines
   * @param caption what stands below it; empty for none
   * @return the panel
   * @throws InvalidInputException if the explanation was made of a tensor, without a photo
   */
  public Panel panel(Overlay style, String caption) {
    Photo original = original();
    return style.panel(original.image(), normalized, original.placement(), caption);
  }

  /**
   * The normalised map alone, black to white, at the size of the network's input.
   *
   * @return the picture
   * @throws InvalidInputException if the map does not have two axes
   */
  public Picture grey() {
    return Picture.grey(normalized);
  }

  private Photo original() {
    return photo.orElseThrow(
        () ->
            new InvalidInputException(
                "The explanation was made of a tensor, so there is no photo to lay the map over."
                    + " Explain a photo, or draw with Overlay.draw(photo, map, placement)."));
  }
}
