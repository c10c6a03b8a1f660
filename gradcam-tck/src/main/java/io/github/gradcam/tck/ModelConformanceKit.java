package io.github.gradcam.tck;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/**
 * Everything that {@link io.github.gradcam.model.Model}, {@link io.github.gradcam.model.LayerHook},
 * {@link io.github.gradcam.model.Capture} and {@link io.github.gradcam.spi.BackendProvider}
 * promise, as tests.
 *
 * <p>A backend extends this class, returns its fixture, and inherits each promise as one test:
 *
 * <pre>{@code
 * class MyBackendConformanceTest extends ModelConformanceKit {
 *   @Override
 *   protected ConformanceFixture fixture() {
 *     return new MyBackendFixture();
 *   }
 * }
 * }</pre>
 *
 * <p>Expected numbers come from a network solved on paper, from PyTorch, and from central
 * differences of the model's own output. Where a model lacks {@link
 * io.github.gradcam.model.Capability#RESUME}, the promises about resuming demand that it says so.
 */
public abstract class ModelConformanceKit {

  /** The backend under test; called for every promise. */
  protected abstract ConformanceFixture fixture();

  abstract class Theme implements Promises {
    @Override
    public ConformanceFixture fixture() {
      return ModelConformanceKit.this.fixture();
    }
  }

  @Nested
  @DisplayName("On a network solved on paper")
  class OnPaper extends Theme implements ClosedFormPromises {}

  @Nested
  @DisplayName("Against PyTorch's values")
  class Reference extends Theme implements ReferencePromises {}

  @Nested
  @DisplayName("In a residual network")
  class Residual extends Theme implements ResidualPromises {}

  @Nested
  @DisplayName("A gradient")
  class Gradient extends Theme implements GradientPromises {}

  @Nested
  @DisplayName("Several images and layers")
  class Several extends Theme implements BatchPromises {}

  @Nested
  @DisplayName("Resuming at a layer")
  class Resuming extends Theme implements ResumePromises {}

  @Nested
  @DisplayName("The list of layers")
  class Layers extends Theme implements LayerPromises {}

  @Nested
  @DisplayName("A model in use")
  class InUse extends Theme implements IsolationPromises {}

  @Nested
  @DisplayName("What is closed")
  class Closed extends Theme implements LifecyclePromises {}

  @Nested
  @DisplayName("Input that cannot be used")
  class BadInput extends Theme implements InputPromises {}

  @Nested
  @DisplayName("A provider")
  class Provider extends Theme implements ProviderPromises {}
}
