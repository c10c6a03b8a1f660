package io.github.gradcam.djl.internal.graph;

import java.util.Map;
import java.util.Set;

/**
 * What the source does not say and the loaded network does.
 *
 * @param stored the paths of all parameters and buffers
 * @param flags by path, what modules hold besides: a Boolean, a Long, a Double, a String or a list
 *     of Longs
 * @param missing the paths at which modules hold {@code None} where a tensor could be
 */
public record Facts(Set<String> stored, Map<String, Object> flags, Set<String> missing) {}
