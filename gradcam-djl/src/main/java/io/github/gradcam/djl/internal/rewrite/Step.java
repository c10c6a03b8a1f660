package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.djl.internal.layout.Site;

/**
 * A call on the way from the network's forward method to a layer.
 *
 * @param frame the method in which it stands
 * @param site the call
 */
record Step(Frame frame, Site site) {}
