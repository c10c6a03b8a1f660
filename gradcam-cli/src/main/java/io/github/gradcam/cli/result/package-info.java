/** What is told of a photo: the records that {@code --json} writes and the report shows. */
@NullMarked
package io.github.gradcam.cli.result;

import org.jspecify.annotations.NullMarked;
