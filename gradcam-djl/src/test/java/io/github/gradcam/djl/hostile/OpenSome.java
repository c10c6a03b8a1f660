package io.github.gradcam.djl.hostile;

import io.github.gradcam.djl.DjlBackend;
import io.github.gradcam.djl.Structure;
import io.github.gradcam.error.ModelOpenException;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Opens files, good ones and others, and leaves some models open. */
final class OpenSome {

  private static final Path FOLDER = Path.of("src/test/resources/structures");

  private OpenSome() {}

  public static void main(String[] args) {
    List<Model> open = new ArrayList<>();
    int refused = 0;
    Structure structure = Structure.of("nested-traced");
    for (String name : List.of("nested-traced", "state-dict", "double", "nested-scripted")) {
      try {
        Model model = new DjlBackend().open(FOLDER.resolve(name + ".pt"), ModelOptions.defaults());
        model.forward(structure.input());
        open.add(model);
      } catch (ModelOpenException refusal) {
        System.out.println(refusal.getMessage());
        refused++;
      }
    }
    System.out.println("opened " + open.size());
    System.out.println("refused " + refused);
  }
}
