package io.github.gradcam.bench.page.plot;

import java.util.List;
import java.util.Optional;

/**
 * The values of one who is compared.
 *
 * @param who whose they are; decides the colour
 * @param values one for each of the panel's categories, where it was measured
 */
public record Series(String who, List<Optional<Double>> values) {}
