package io.github.gradcam.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The network solved on paper")
class ClosedFormTest {

  @Test
  @DisplayName("has images that open and shut each channel, and never hit the kink of the ReLU")
  void images() {
    Tensor z = ClosedForm.convolution(ClosedForm.inputs());
    assertThat(z.toArray()).doesNotContain(0f);
    for (int image = 0; image < 2; image++) {
      for (int channel = 0; channel < 2; channel++) {
        List<Float> signs = new ArrayList<>();
        for (float value : z.item(image).item(channel).toArray()) {
          signs.add(Math.signum(value));
        }
        assertThat(signs).contains(1f, -1f);
      }
    }
  }

  @Test
  @DisplayName("gives the number that a pencil gives for one place")
  void onePlace() {
    float[] pixels = new float[FixtureNetwork.CLOSED_FORM.input().size()];
    // The upper left 2×2 of both channels: [1 2; 3 4] and [5 6; 7 8].
    pixels[0] = 1;
    pixels[1] = 2;
    pixels[8] = 3;
    pixels[9] = 4;
    pixels[32] = 5;
    pixels[33] = 6;
    pixels[40] = 7;
    pixels[41] = 8;
    Tensor z = ClosedForm.convolution(Tensor.of(Shape.of(1, 2, 4, 8), pixels));
    // 1·1 + 2·2 + 0·3 − 1·4 − 2·5 + 1·6 + 1·7 + 0·8 + 0.125
    assertThat(z.get(0, 0, 0, 0)).isEqualTo(4.125f);
    // −1·1 + 0·2 + 2·3 + 1·4 + 1·5 + 1·6 − 1·7 + 2·8 − 0.375
    assertThat(z.get(0, 1, 0, 0)).isEqualTo(28.625f);
    // Elsewhere only the biases: (4.125 + 7 · 0.125) / 8 and 28.625 / 8.
    Tensor p = ClosedForm.pooled(ClosedForm.rectified(z));
    assertThat(p.toArray()).containsExactly(0.625f, 3.578125f);
    assertThat(ClosedForm.scores(ClosedForm.rectified(z)).toArray())
        .containsExactly(-1.828125f, 10.046875f, -7.53125f);
  }

  @Test
  @DisplayName("has the weights that backends build it from")
  void weights() {
    Map<String, Tensor> weights = FixtureNetwork.CLOSED_FORM.weights();
    assertThat(weights)
        .containsOnlyKeys("conv.weight", "conv.bias", "fc.weight", "fc.bias")
        .containsEntry("fc.bias", Tensor.of(Shape.of(3), 0.5f, -1, 0.25f))
        .containsEntry("fc.weight", Tensor.of(Shape.of(3, 2), 2, -1, 0.5f, 3, -1, -2));
  }
}
