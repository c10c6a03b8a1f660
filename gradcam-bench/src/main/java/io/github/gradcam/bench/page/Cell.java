package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.results.Spread;
import java.util.List;

/**
 * What was measured of one who is compared.
 *
 * @param row what names the row: the network first, then what changes
 * @param who the column
 * @param value what was measured
 */
record Cell(List<String> row, String who, Spread value) {}
