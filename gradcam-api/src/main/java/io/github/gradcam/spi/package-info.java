/** What a backend implements to be found: one {@link java.util.ServiceLoader} provider. */
@NullMarked
package io.github.gradcam.spi;

import org.jspecify.annotations.NullMarked;
