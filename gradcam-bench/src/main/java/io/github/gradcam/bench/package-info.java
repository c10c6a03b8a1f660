/** JMH benchmarks, one class a question, each with the bare forward pass as its baseline. */
@NullMarked
package io.github.gradcam.bench;

import org.jspecify.annotations.NullMarked;
