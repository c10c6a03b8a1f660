/**
 * What the tests of each backend try, whatever its engine: networks that are damaged by chance, in
 * another JVM; memory over many maps; many threads on one model; comparisons with another program.
 * Knows no engine: a backend says what its files are and how they are damaged.
 */
@NullMarked
package io.github.gradcam.trials;

import org.jspecify.annotations.NullMarked;
