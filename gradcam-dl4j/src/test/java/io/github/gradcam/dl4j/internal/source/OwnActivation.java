package io.github.gradcam.dl4j.internal.source;

import org.nd4j.linalg.activations.impl.ActivationLReLU;

/** What a user might have written. */
public final class OwnActivation extends ActivationLReLU {

  private static final long serialVersionUID = 1L;
}
