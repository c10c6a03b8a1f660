package io.github.gradcam.dl4j.internal.engine;

import java.util.stream.Stream;

/** Every network on which rules are tried. */
final class Cases {

  private Cases() {}

  static Stream<NetworkCase> all() {
    return Stream.of(
            ConvolutionCases.all(),
            DenseCases.all(),
            LocalCases.all(),
            NormCases.all(),
            PassingCases.all(),
            PoolingCases.all(),
            ShapeCases.all(),
            ActivationCases.all(),
            VertexCases.all(),
            PreprocessorCases.all())
        .flatMap(cases -> cases);
  }
}
