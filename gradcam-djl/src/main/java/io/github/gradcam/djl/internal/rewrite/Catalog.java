package io.github.gradcam.djl.internal.rewrite;

import io.github.gradcam.model.OutputKind;
import java.util.Map;

/**
 * What a network can hand out.
 *
 * @param addresses everything, by address, in the order of execution
 * @param tails by address, the method that starts there; where it is missing, the whole network
 *     must run
 * @param outputKind what the output's numbers are
 */
public record Catalog(
    Map<String, Address> addresses, Map<String, String> tails, OutputKind outputKind) {}
