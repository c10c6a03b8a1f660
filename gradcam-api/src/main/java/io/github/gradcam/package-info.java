/**
 * The front door: load a model, explain a photo, look at the heatmap.
 *
 * <pre>{@code
 * try (Model model = Models.load(Path.of("resnet50.pt"))) {
 *   GradCam cam = GradCam.of(model);
 *   Explanation explanation = cam.explain(Images.read(Path.of("dog.jpg")));
 *   explanation.heatmap().overlay().write(Path.of("dog-cam.png"));
 * }
 * }</pre>
 */
@NullMarked
package io.github.gradcam;

import org.jspecify.annotations.NullMarked;
