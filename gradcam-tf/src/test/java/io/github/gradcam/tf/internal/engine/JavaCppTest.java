package io.github.gradcam.tf.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The javacpp that is asked for")
class JavaCppTest {

  @Test
  @DisplayName("is the one that this build has tested")
  void isTheTested() {
    assertThat(JavaCpp.found()).contains(JavaCpp.LIBRARY.version());
  }
}
