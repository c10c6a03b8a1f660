package io.github.gradcam.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradcam.model.Device;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The parameter device")
class ProcessorTest {

  @Test
  @DisplayName("names the processor or the first GPU")
  void named() {
    assertThat(Processor.named("cpu").device()).isEqualTo(Device.cpu());
    assertThat(Processor.named("gpu").device()).isEqualTo(Device.gpu(0));
  }

  @Test
  @DisplayName("names nothing else")
  void unknown() {
    assertThatThrownBy(() -> Processor.named("tpu"))
        .hasMessage("There is no device \"tpu\". Say -p device=cpu or -p device=gpu.");
  }
}
