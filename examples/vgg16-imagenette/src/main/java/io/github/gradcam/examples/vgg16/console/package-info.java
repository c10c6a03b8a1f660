/** What a person who waits sees. */
@NullMarked
package io.github.gradcam.examples.vgg16.console;

import org.jspecify.annotations.NullMarked;
