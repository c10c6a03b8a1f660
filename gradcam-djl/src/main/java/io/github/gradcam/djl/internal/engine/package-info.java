/**
 * What is known of DJL: devices, the loaded network, and passes through it, forwards and back.
 *
 * <p>Arrays of the engine live as long as the {@code TorchCapture} or {@code TorchModel} that holds
 * them, and cross into the API at the {@code Border} alone.
 */
@NullMarked
package io.github.gradcam.djl.internal.engine;

import org.jspecify.annotations.NullMarked;
