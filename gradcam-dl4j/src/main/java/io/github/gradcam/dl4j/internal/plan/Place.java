package io.github.gradcam.dl4j.internal.plan;

/**
 * What a layer's address stands for.
 *
 * @param path the address
 * @param kind what the layer is
 * @param value which value of the plan
 * @param listed whether it is one of the layers that a model tells of
 */
public record Place(String path, String kind, int value, boolean listed) {}
