package io.github.gradcam.examples.swap;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.image.Images;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.model.Model;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The network in several engines.
 *
 * @param models by engine
 */
record Engines(Map<Engine, Model> models) implements AutoCloseable {

  /** Loads engines in an order. */
  static Engines loaded(List<Engine> order) {
    Map<Engine, Model> models = new EnumMap<>(Engine.class);
    order.forEach(engine -> models.put(engine, Models.load(engine.file())));
    return new Engines(models);
  }

  static Engines all() {
    return loaded(List.of(Engine.values()));
  }

  Model model(Engine engine) {
    return Objects.requireNonNull(models.get(engine));
  }

  /** One photo, explained in each. */
  Explained explain(Path photo, UnaryOperator<GradCam.Builder> settings) {
    Map<Engine, Explanation> explained = new EnumMap<>(Engine.class);
    models.forEach(
        (engine, model) -> {
          GradCam cam = settings.apply(Bundled.explaining(model)).build();
          explained.put(engine, cam.explain(Images.read(photo)));
        });
    return new Explained(explained);
  }

  /** One photo at the layer that is chosen, explained in each. */
  Explained explain(Path photo, CamMethod method) {
    return explain(photo, cam -> cam.method(method));
  }

  @Override
  public void close() {
    models.values().forEach(Model::close);
  }
}
