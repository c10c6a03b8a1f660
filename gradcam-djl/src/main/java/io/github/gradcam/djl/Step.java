package io.github.gradcam.djl;

/**
 * A call on the way from the network's forward method to a layer.
 *
 * @param frame the method in which it stands
 * @param site the call
 */
record Step(Frame frame, Site site) {}
