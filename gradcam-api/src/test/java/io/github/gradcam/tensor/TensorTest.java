package io.github.gradcam.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.error.InvalidInputException;
import java.nio.FloatBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tensor")
class TensorTest {

  private static final Tensor SIX = Tensor.of(Shape.of(2, 3), 0, 1, 2, 3, 4, 5);

  @Test
  @DisplayName("is row-major, and its items and reshapes are views of the same numbers")
  void views() {
    assertThat(SIX.get(1, 2)).isEqualTo(5);
    assertThat(SIX.item(1).toArray()).containsExactly(3, 4, 5);
    assertThat(SIX.item(1).item(2).get()).isEqualTo(5);
    assertThat(SIX.item(1).reshape(Shape.of(3, 1)).get(2, 0)).isEqualTo(5);
    assertThat(SIX.item(1).toBuffer().get(0)).isEqualTo(3);
    assertThat(Tensor.stack(List.of(SIX.item(1), SIX.item(0))).toArray())
        .containsExactly(3, 4, 5, 0, 1, 2);
  }

  @Test
  @DisplayName("cannot be changed from outside")
  void immutable() {
    float[] values = {1, 2};
    Tensor tensor = Tensor.of(Shape.of(2), values);
    values[0] = 9;
    tensor.toArray()[1] = 9;
    assertThat(tensor).isEqualTo(Tensor.of(Shape.of(2), 1, 2));
    assertThatThrownBy(() -> tensor.toBuffer().put(0, 9))
        .isInstanceOf(ReadOnlyBufferException.class);
  }

  @Test
  @DisplayName("reads a buffer from its position on and leaves the position alone")
  void buffers() {
    FloatBuffer buffer = FloatBuffer.wrap(new float[] {7, 8, 9});
    buffer.position(1);
    assertThat(Tensor.copyOf(Shape.of(2), buffer).toArray()).containsExactly(8, 9);
    assertThat(buffer.position()).isEqualTo(1);
  }

  @Test
  @DisplayName("equals another with the same shape and bits, NaN included")
  void equality() {
    assertThat(SIX.item(0))
        .isEqualTo(Tensor.of(Shape.of(3), 0, 1, 2))
        .hasSameHashCodeAs(SIX.item(0));
    assertThat(SIX).isNotEqualTo(SIX.reshape(Shape.of(3, 2)));
    assertThat(Tensor.of(Shape.of(1), Float.NaN)).isEqualTo(Tensor.of(Shape.of(1), Float.NaN));
    assertThat(Tensor.of(Shape.of(1), Float.NaN).isFinite()).isFalse();
    assertThat(Tensor.of(Shape.of(2), 0, Float.NEGATIVE_INFINITY).item(0).isFinite()).isTrue();
  }

  @Test
  @DisplayName("refuses shapes that do not fit, saying both")
  void refusals() {
    assertThatThrownBy(() -> Tensor.of(Shape.of(2, 2), 1, 2, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("The shape [2, 2] has 4 elements, but 3 values were given.");
    assertThatThrownBy(() -> SIX.reshape(Shape.of(4)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("A tensor [2, 3] cannot be read as [4].");
    assertThatThrownBy(() -> Tensor.stack(List.of(SIX, SIX.item(0))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("item 1 is [3]");
    assertThatThrownBy(() -> Shape.of(1 << 16, 1 << 16)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> Shape.of(2, -1)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> SIX.get(0, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> SIX.get(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
