package io.github.gradcam.tf.internal.layer;

/**
 * A call of a layer whose path is known.
 *
 * @param path the layer's path, which is that of its other calls, too
 * @param kind what the layer is
 * @param call the call
 */
record Named(String path, String kind, Call call) {}
