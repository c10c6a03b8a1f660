package io.github.gradcam.model;

/**
 * Where a model comes from and what runs it.
 *
 * @param name the file's name, or what the user called it
 * @param format what the file is, such as {@code TorchScript (traced)}
 * @param backend the backend's name
 * @param engine the engine and its version
 * @param device where it runs
 */
public record ModelInfo(String name, String format, String backend, String engine, Device device) {}
