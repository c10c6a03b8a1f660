/** What was measured, as it lies in files: JMH's results, the host, the comparison with peers. */
@NullMarked
package io.github.gradcam.bench.page.results;

import org.jspecify.annotations.NullMarked;
