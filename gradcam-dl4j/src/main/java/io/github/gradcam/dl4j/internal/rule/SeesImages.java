package io.github.gradcam.dl4j.internal.rule;

import io.github.gradcam.dl4j.rule.LayerRule;

/**
 * A rule that must know how many images there are: it is given the network's input behind its own,
 * and looks at nothing but the length of its first axis. No cotangent goes back there.
 */
public interface SeesImages extends LayerRule {}
