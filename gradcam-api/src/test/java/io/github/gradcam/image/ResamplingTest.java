package io.github.gradcam.image;

import static io.github.gradcam.image.Fixtures.assertClose;
import static io.github.gradcam.image.Fixtures.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  @Test
  void oneAxisIsTorchsLinear() {
    Tensor out = Resampling.linear(floats("linear-in.f32", 7), Shape.of(20));

    assertClose(out, floats("linear-out.f32", 20), 1e-6);
  }

  @Test
  void twoAxesAreTorchsBilinear() {
    Tensor out = Resampling.linear(floats("bilinear-in.f32", 7, 5), Shape.of(31, 16));

    assertClose(out, floats("bilinear-out.f32", 31, 16), 1e-6);
  }

  @Test
  void shrinkingIsTorchsBilinearWithoutAntialiasing() {
    Tensor out = Resampling.linear(floats("bilinear-down-in.f32", 14, 14), Shape.of(5, 9));

    assertClose(out, floats("bilinear-down-out.f32", 5, 9), 1e-6);
  }

  @Test
  void threeAxesAreTorchsTrilinear() {
    Tensor out = Resampling.linear(floats("trilinear-in.f32", 3, 4, 5), Shape.of(7, 3, 11));

    assertClose(out, floats("trilinear-out.f32", 7, 3, 11), 1e-6);
  }

  @Test
  void theSameSizeChangesNothing() {
    Tensor map = floats("bilinear-in.f32", 7, 5);

    assertThat(Resampling.linear(map, map.shape())).isEqualTo(map);
  }

  @Test
  void aPartIsWhatTheWholeHasThere() {
    Tensor map = floats("bilinear-in.f32", 7, 5);
    Tensor whole = Resampling.linear(map, Shape.of(28, 20));

    Tensor part = Resampling.linear(map, new Region(1, 2, 3, 4), 12, 16);

    for (int y = 0; y < 16; y++) {
      for (int x = 0; x < 12; x++) {
        assertThat(part.get(y, x)).isEqualTo(whole.get(y + 8, x + 4));
      }
    }
  }

  @Test
  void beyondTheMapItsEdgeGoesOn() {
    Tensor map = Tensor.of(Shape.of(1, 2), 3, 5);

    Tensor part = Resampling.linear(map, new Region(-2, -2, 6, 5), 6, 2);

    assertThat(part).isEqualTo(Tensor.of(Shape.of(2, 6), 3, 3, 3, 5, 5, 5, 3, 3, 3, 5, 5, 5));
  }

  @Test
  void anotherNumberOfAxesIsRefused() {
    assertThatThrownBy(() -> Resampling.linear(Tensor.zeros(Shape.of(2, 2)), Shape.of(4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "A map [2, 2] cannot be resized to [4]: both need the same one to three spatial axes.");
  }

  @Test
  void anEmptyMapIsRefused() {
    assertThatThrownBy(() -> Resampling.linear(Tensor.zeros(Shape.of(0, 2)), Shape.of(4, 4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("A map [0, 2] cannot be resized to [4, 4]: no axis may be empty.");
  }

  @Test
  void aPartOfOtherThanTwoAxesIsRefused() {
    assertThatThrownBy(
            () -> Resampling.linear(Tensor.zeros(Shape.of(3)), new Region(0, 0, 1, 1), 4, 5))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "A part [5, 4] of a map [3] cannot be taken: both need two axes, none of them empty.");
  }

  @Test
  void aRegionWithoutAreaIsRefused() {
    assertThatThrownBy(() -> new Region(1, 2, 0, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("width and height above zero")
        .hasMessageContaining("0.0 wide");
  }
}
