/**
 * The promises of {@link io.github.gradcam.model.Model} as tests that any backend inherits.
 *
 * <p>A backend's author builds the three networks of {@link io.github.gradcam.tck.FixtureNetwork}
 * in the format of the engine, implements {@link io.github.gradcam.tck.ConformanceFixture}, extends
 * {@link io.github.gradcam.tck.ModelConformanceKit}, and runs JUnit.
 */
@NullMarked
package io.github.gradcam.tck;

import org.jspecify.annotations.NullMarked;
