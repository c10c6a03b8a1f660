package io.github.gradcam.djl;

import io.github.gradcam.model.OutputKind;
import java.util.Map;

/**
 * The source of a network that can hand out what flows through it.
 *
 * @param texts by dotted module name, the text of every file
 * @param addresses everything that can be handed out, by address
 * @param tails by address, the method that starts there; where it is missing, the whole network
 *     must run
 * @param outputKind what the output's numbers are
 */
record Instrumented(
    Map<String, String> texts,
    Map<String, Address> addresses,
    Map<String, String> tails,
    OutputKind outputKind) {}
