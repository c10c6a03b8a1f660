package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.EngineException;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.gradient.WayBack;
import io.github.gradcam.tf.internal.layer.Address;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tensorflow.Output;

/**
 * Runs ways back from one pass.
 *
 * @param passes the passes
 * @param wiring the layers
 * @param fetched what the pass has handed out; stays the caller's
 * @param images how many images the pass was for
 */
record Backwards(Passes passes, Wiring wiring, Fetched fetched, int images) {

  /** The gradients, by layer, in the wiring's order. */
  Map<String, Tensor> one(Tensor cotangent) {
    return run(cotangent, 1);
  }

  /** The same for several cotangents. */
  List<Map<String, Tensor>> several(List<Tensor> cotangents) {
    int most =
        wiring
            .together()
            .most(cotangents.size(), images, keptBytes(), () -> trial(cotangents.get(0).shape()));
    List<Map<String, Tensor>> gradients = new ArrayList<>();
    for (int from = 0; from < cotangents.size(); from += most) {
      gradients.addAll(
          together(cotangents.subList(from, Math.min(from + most, cotangents.size()))));
    }
    return Collections.unmodifiableList(gradients);
  }

  /** As one way. */
  List<Map<String, Tensor>> together(List<Tensor> cotangents) {
    int ways = cotangents.size();
    if (ways == 1) {
      return List.of(one(cotangents.get(0)));
    }
    Tensor stacked = Tensor.stack(cotangents);
    Map<String, Tensor> joined =
        run(stacked.reshape(stacked.shape().item().item().batch(ways * images)), ways);
    List<Map<String, Tensor>> apart = new ArrayList<>();
    for (int way = 0; way < ways; way++) {
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      for (Map.Entry<String, Tensor> layer : joined.entrySet()) {
        gradients.put(layer.getKey(), part(layer.getValue(), way, ways));
      }
      apart.add(Collections.unmodifiableMap(gradients));
    }
    return apart;
  }

  private Tensor part(Tensor joined, int way, int ways) {
    Shape shape = joined.shape();
    if (shape.rank() == 0 || shape.length(0) != ways * images) {
      throw new EngineException(
          "The gradients of " + ways * images + " images have the shape " + shape + ".");
    }
    return joined.reshape(shape.item().batch(images).batch(ways)).item(way);
  }

  private long keptBytes() {
    return wiring.way().kept().keySet().stream()
        .mapToLong(kept -> fetched.get(kept).numBytes())
        .sum();
  }

  /** Whether two ways together end where they end one by one; empty if that cannot be told here. */
  Optional<Boolean> trial(Shape cotangent) {
    if (!wiring.way().kept().keySet().stream().allMatch(this::isRepeatable)) {
      return Optional.of(false);
    }
    List<Tensor> noises = Noises.of(cotangent);
    List<Map<String, Tensor>> apart = noises.stream().map(this::one).toList();
    List<Map<String, Tensor>> together;
    try {
      together = together(noises);
    } catch (EngineException tooDifferent) {
      // A shape that does not follow the number of images, or no memory: one by one it has worked.
      return Optional.of(false);
    }
    return Noises.agree(together, apart);
  }

  private boolean isRepeatable(Output<?> kept) {
    org.tensorflow.Tensor tensor = fetched.get(kept);
    return WayBack.isShape(kept)
        ? Repeated.images(tensor) == images
        : tensor.shape().numDimensions() > 0 && tensor.shape().get(0) == images;
  }

  private Map<String, Tensor> run(Tensor cotangent, int ways) {
    Output<?> given = passes.network().backward().cotangent();
    Map<Output<?>, org.tensorflow.Tensor> fed = new LinkedHashMap<>();
    List<org.tensorflow.Tensor> made = new ArrayList<>();
    try {
      made.add(passes.toEngine(cotangent, passes.outputRef(), given));
      fed.put(given, made.get(0));
      for (Map.Entry<Output<?>, Output<?>> kept : wiring.way().kept().entrySet()) {
        org.tensorflow.Tensor once = fetched.get(kept.getKey());
        if (ways > 1) {
          made.add(
              WayBack.isShape(kept.getKey())
                  ? Repeated.shape(once, ways)
                  : Repeated.values(once, ways));
        }
        fed.put(kept.getValue(), ways > 1 ? made.get(made.size() - 1) : once);
      }
      return read(fed);
    } catch (OutOfMemoryError full) {
      throw EngineErrors.ofMemory(full);
    } finally {
      made.forEach(org.tensorflow.Tensor::close);
    }
  }

  private Map<String, Tensor> read(Map<Output<?>, org.tensorflow.Tensor> fed) {
    try (Fetched found = fetch(fed)) {
      Map<String, Tensor> gradients = new LinkedHashMap<>();
      for (Address layer : wiring.layers()) {
        Output<?> gradient = Objects.requireNonNull(wiring.gradients().get(layer));
        gradients.put(layer.text(), passes.read(found, layer.tensor(), gradient));
      }
      return Collections.unmodifiableMap(gradients);
    }
  }

  private Fetched fetch(Map<Output<?>, org.tensorflow.Tensor> fed) {
    try {
      return Fetched.run(passes.network().runner(), fed, wiring.gradients().values());
    } catch (RuntimeException failed) {
      throw EngineErrors.ofBackward(failed);
    }
  }
}
