package io.github.gradcam.djl.internal.engine;

import static java.util.Objects.requireNonNull;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.head.HeadProgram;
import io.github.gradcam.djl.internal.head.Recipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the tensors that programs are given, and keeps them as long as the network. */
final class Kernels {

  private static final String SIZES = "sizes";
  private static final String GIVEN = "given[]";
  private static final String RAW = "raw[]";

  private final Network network;
  private final Ground ground;
  private final Map<Key, List<NDArray>> made = new HashMap<>();

  Kernels(Network network, Ground ground) {
    this.network = network;
    this.ground = ground;
  }

  /** What they are made of. */
  Ground ground() {
    return ground;
  }

  /**
   * What tensors are made of.
   *
   * @param recipe how
   * @param size the lengths of what flows into the convolution, or none
   */
  private record Key(Recipe recipe, List<Long> size) {}

  /** The lengths of what flows into a program's convolutions, {@code [N, C, H, W]} each. */
  List<List<Long>> sizes(HeadProgram program, Script script, NDArray images) {
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.pausing()) {
      List<NDArray> arguments = new ArrayList<>(List.of(images));
      for (Recipe recipe : program.recipes()) {
        for (String path : recipe.standIns()) {
          arguments.add(named(shared(path, manager), GIVEN));
        }
      }
      List<List<Long>> sizes = new ArrayList<>();
      for (NDArray size : script.run(manager, SIZES, arguments)) {
        sizes.add(Arrays.stream(size.toLongArray()).boxed().toList());
      }
      return List.copyOf(sizes);
    }
  }

  /** Tensors that fit convolutions of certain sizes best. */
  synchronized List<NDArray> fitted(HeadProgram program, Script script, List<List<Long>> sizes) {
    try (NDManager manager = network.newManager();
        EngineMode mode = EngineMode.pausing()) {
      return tensors(program, script, sizes, manager);
    }
  }

  /** Tensors for images of any shape. */
  List<NDArray> general(HeadProgram program, Script script) {
    return fitted(program, script, List.of());
  }

  private List<NDArray> tensors(
      HeadProgram program, Script script, List<List<Long>> sizes, NDManager manager) {
    List<NDArray> tensors = new ArrayList<>();
    int kernel = 0;
    for (int i = 0; i < program.recipes().size(); i++) {
      Recipe recipe = program.recipes().get(i);
      boolean fits = recipe instanceof Recipe.Kernel && !sizes.isEmpty();
      Key key = new Key(recipe, fits ? sizes.get(kernel++) : List.of());
      List<NDArray> known = made.get(key);
      if (known == null) {
        known = prepared(key, script, i, manager);
        made.put(key, known);
      }
      tensors.addAll(known);
    }
    return List.copyOf(tensors);
  }

  private List<NDArray> prepared(Key key, Script script, int index, NDManager manager) {
    List<NDArray> raw = new ArrayList<>();
    for (String path : key.recipe().ingredients()) {
      raw.add(named(shared(path, manager), RAW));
    }
    List<NDArray> result = raw;
    if (key.recipe() instanceof Recipe.Kernel) {
      long[] size = key.size().stream().mapToLong(Long::longValue).toArray();
      raw.add(named(manager.create(size), RAW));
      result = script.run(manager, HeadProgram.PREPARE + index, raw);
    }
    result.forEach(array -> named(array, GIVEN).attach(network.manager()));
    return List.copyOf(result);
  }

  /** A second handle of the same memory, which may have a name of its own. */
  private NDArray shared(String path, NDManager manager) {
    NDArray shared = requireNonNull(ground.tensors().get(path)).stopGradient();
    shared.attach(manager);
    return shared;
  }

  private static NDArray named(NDArray array, String name) {
    array.setName(name);
    return array;
  }
}
