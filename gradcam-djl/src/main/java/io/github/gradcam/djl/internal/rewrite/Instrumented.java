package io.github.gradcam.djl.internal.rewrite;

import java.util.Map;

/**
 * The source of a network that can hand out what flows through it.
 *
 * @param texts by dotted module name, the text of every file
 * @param catalog what it can hand out
 * @param blueprint the network as it was read
 */
public record Instrumented(Map<String, String> texts, Catalog catalog, Blueprint blueprint) {}
