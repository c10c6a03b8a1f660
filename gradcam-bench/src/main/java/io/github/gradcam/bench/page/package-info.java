/** JMH's results as a page with tables and plots. */
@NullMarked
package io.github.gradcam.bench.page;

import org.jspecify.annotations.NullMarked;
