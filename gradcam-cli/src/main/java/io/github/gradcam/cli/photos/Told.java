package io.github.gradcam.cli.photos;

import io.github.gradcam.cli.result.FailedPhoto;
import java.util.List;
import java.util.Optional;

/**
 * A photo that is done but for what must wait for its turn.
 *
 * @param failure why it could not be explained, if so
 * @param publications what is left to do, in order; hold little memory
 */
record Told(Optional<FailedPhoto> failure, List<Runnable> publications) {}
