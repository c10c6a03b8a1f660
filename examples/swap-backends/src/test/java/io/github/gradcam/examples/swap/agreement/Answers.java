package io.github.gradcam.examples.swap.agreement;

import io.github.gradcam.Explanation;
import io.github.gradcam.GradCam;
import io.github.gradcam.Models;
import io.github.gradcam.image.Images;
import io.github.gradcam.image.Preprocessing;
import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.model.Model;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one backend says of a network.
 *
 * @param backend its name
 * @param layer the layer that is explained where none is named
 * @param logits the scores, a photo after the other
 * @param maps the maps between 0 and 1 by method and layer, a photo after the other
 */
record Answers(
    String backend, String layer, List<Tensor> logits, Map<Question, List<Tensor>> maps) {

  /**
   * What is asked.
   *
   * @param method the method
   * @param layer the layer, or an empty name for the one that is chosen
   */
  record Question(CamMethod method, String layer) {}

  static Answers of(Setting setting, String backend, List<Path> photos) {
    try (Model model = Models.load(setting.files().get(backend))) {
      if (!model.info().backend().equals(backend)) {
        throw new IllegalStateException(
            setting.files().get(backend) + " is opened by " + model.info().backend());
      }
      Map<Question, List<Tensor>> maps = new LinkedHashMap<>();
      for (CamMethod method : CamMethods.all()) {
        maps.put(new Question(method, ""), maps(explaining(model, setting, method).build(), photos));
        for (String layer : setting.others()) {
          GradCam cam = explaining(model, setting, method).layers(layer).build();
          maps.put(new Question(method, layer), maps(cam, photos));
        }
      }
      Explanation first =
          explaining(model, setting, CamMethods.gradCam())
              .build()
              .explain(Images.read(photos.get(0)));
      return new Answers(
          backend,
          first.provenance().layers().get(0),
          logits(model, setting.preprocessing(), photos),
          maps);
    }
  }

  private static GradCam.Builder explaining(Model model, Setting setting, CamMethod method) {
    return GradCam.builder(model).preprocessing(setting.preprocessing()).method(method);
  }

  private static List<Tensor> maps(GradCam cam, List<Path> photos) {
    List<Tensor> maps = new ArrayList<>();
    for (Path photo : photos) {
      maps.add(cam.explain(Images.read(photo)).heatmap().normalized());
    }
    return maps;
  }

  private static List<Tensor> logits(
      Model model, Preprocessing preprocessing, List<Path> photos) {
    return photos.stream()
        .map(photo -> model.forward(Tensor.stack(List.of(preprocessing.prepare(Images.read(photo)).input()))))
        .toList();
  }
}
