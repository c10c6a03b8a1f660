package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.engine.Border;
import io.github.gradcam.djl.internal.engine.Probe;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.model.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Writes down the layers that one pass comes by. */
final class Listing implements Taps {

  private static final String RUN = "gradcam_run";
  private static final long SHAPES_ONLY = -1;

  private final NDManager manager;
  private final Helper helper;
  private final Places places;
  private final List<Layer> found = new ArrayList<>();

  Listing(NDManager manager, Helper helper, Places places) {
    this.manager = manager;
    this.helper = helper;
    this.places = places;
  }

  List<Layer> found() {
    return List.copyOf(found);
  }

  @Override
  public NDList at(String address, NDList value) {
    if (value.size() == 1
        && value.get(0).getShape().dimension() > 0
        && !address.endsWith(Layer.INPUT)) {
      places
          .find(address)
          .filter(place -> !place.hidden())
          .ifPresent(
              place ->
                  found.add(new Layer(address, place.kind(), Border.shapeOf(value.get(0)).item())));
    }
    return value;
  }

  @Override
  public void after(Node.Whole whole, NDList outputs) {
    if (outputs.stream().anyMatch(array -> helper.isTraced(manager, array))) {
      throw Frozen.violated("The block \"" + whole.path() + "\" (" + whole.kind() + ")");
    }
  }

  @Override
  public boolean replaces(String address) {
    return false;
  }

  @Override
  public NDArray through(Node.Script script, NDArray input, int call) {
    LongStream numbers =
        call > 1
            ? LongStream.empty()
            : LongStream.concat(
                LongStream.of(SHAPES_ONLY),
                script.catalog().addresses().values().stream()
                    .map(Address::numbers)
                    .flatMap(List::stream)
                    .mapToLong(number -> number));
    input.setName(null);
    List<NDArray> arrays =
        script.network().run(manager, RUN, List.of(input, manager.create(numbers.toArray())));
    if (call == 1) {
      for (Layer layer : Probe.read(script.catalog(), arrays)) {
        found.add(
            new Layer(Paths.join(script.path(), layer.path()), layer.kind(), layer.outputShape()));
      }
    }
    return arrays.get(0);
  }
}
