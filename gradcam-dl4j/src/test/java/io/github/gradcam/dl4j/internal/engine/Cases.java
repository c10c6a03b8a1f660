package io.github.gradcam.dl4j.internal.engine;

import java.util.stream.Stream;

/** Every network on which rules are tried. */
final class Cases {

  private Cases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(ConvolutionCases.all(), PoolingCases.all()).flatMap(cases -> cases);
  }
}
