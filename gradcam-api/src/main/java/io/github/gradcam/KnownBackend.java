package io.github.gradcam;

/**
 * A backend there is, whether or not it is on the class path.
 *
 * @param name as {@link io.github.gradcam.spi.BackendProvider#name()} gives it
 * @param artifact the dependency that brings it, {@code groupId:artifactId}
 * @param natives the dependency that brings the engine's own libraries, {@code groupId:artifactId},
 *     with a classifier for each system
 * @param opens what it opens, for a person
 */
public record KnownBackend(String name, String artifact, String natives, String opens) {}
