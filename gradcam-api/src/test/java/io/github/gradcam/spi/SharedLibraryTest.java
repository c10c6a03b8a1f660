package io.github.gradcam.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A library that engines share")
class SharedLibraryTest {

  private final SharedLibrary bridge = new SharedLibrary("org.example:bridge", "2.1");
  private final LinkageError error = new NoSuchMethodError("cross() not found");

  @Test
  @DisplayName("is blamed for a link error if it is there in another version, or not at all")
  void isBlamed() {
    assertThat(bridge.explain("Engine", Optional.of("1.9"), error))
        .hasValueSatisfying(
            said ->
                assertThat(said)
                    .hasCause(error)
                    .hasMessageStartingWith(
                        "Engine needs org.example:bridge 2.1, but 1.9 is on the class path:"
                            + " cross() not found. Another dependency may ask for it.")
                    .hasMessageContaining("org.example:bridge:2.1, and the same version"));
    assertThat(bridge.explain("Engine", Optional.empty(), error))
        .hasValueSatisfying(said -> assertThat(said).hasMessageContaining("finds none of it"));
  }

  @Test
  @DisplayName("is not blamed if it is there in the right one")
  void isNotBlamed() {
    assertThat(bridge.explain("Engine", Optional.of("2.1"), error)).isEmpty();
  }
}
