package io.github.gradcam.bench.page.results;

/**
 * How far this library's maps and a peer's lie apart.
 *
 * @param network of which network
 * @param peer whose maps the others are
 * @param largest the largest difference at any pixel, of maps from 0 to 1
 * @param photos of how many photos
 */
public record Agreement(String network, String peer, double largest, int photos) {}
