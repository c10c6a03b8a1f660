package io.github.gradcam.djl.internal.block;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.gradcam.djl.internal.engine.Pass;
import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.error.UnexplainableLayerException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the wanted layers out of one pass, or puts something in the place of one. */
final class Capturing implements Taps {

  private static final String RUN = "gradcam_run";
  private static final String REPLACE = "gradcam_replace";

  private final NDManager manager;
  private final Helper helper;
  private final List<Address> wanted;
  private final Optional<NDArray> given;
  private final Map<String, NDArray> taken = new HashMap<>();

  /**
   * Taps for a pass.
   *
   * @param manager what owns the pass's arrays
   * @param helper takes them out
   * @param wanted the layers; only one if something is given for it
   * @param given what shall flow on from that layer, instead of what it puts out
   */
  Capturing(NDManager manager, Helper helper, List<Address> wanted, Optional<NDArray> given) {
    this.manager = manager;
    this.helper = helper;
    this.wanted = wanted;
    this.given = given;
  }

  @Override
  public NDList at(String address, NDList value) {
    if (wanted.stream().noneMatch(layer -> layer.text().equals(address))) {
      return value;
    }
    if (given.isEmpty() && value.size() != 1) {
      throw new UnexplainableLayerException(
          address,
          "The layer \""
              + address
              + "\" hands on "
              + value.size()
              + " tensors instead of one. Choose a layer in it, or before or behind it.");
    }
    if (given.isPresent()) {
      return taken(address, helper.give(manager, given.get()));
    }
    if (taken.isEmpty() && helper.isTraced(manager, value.get(0))) {
      throw Frozen.violated("A block before the layer \"" + address + "\"");
    }
    return taken(address, helper.take(manager, value.get(0)));
  }

  private NDList taken(String address, Helper.Taken pair) {
    taken.put(address, pair.act());
    return new NDList(pair.next());
  }

  @Override
  public void after(Node.Whole whole, NDList outputs) {
    // Looking at each block would cost more than the pass; the first layer is looked at.
  }

  @Override
  public boolean replaces(String address) {
    return given.isPresent() && wanted.get(0).text().equals(address);
  }

  @Override
  public NDArray through(Node.Script script, NDArray input, int call) {
    // What is called again has layers of its own numbers, which no address here speaks of.
    List<Address> inner =
        call > 1 ? List.of() : wanted.stream().filter(w -> script.holds(w.text())).toList();
    input.setName(null);
    NDArray numbers =
        manager.create(
            inner.stream().flatMap(w -> w.numbers().stream()).mapToLong(n -> n).toArray());
    List<NDArray> arrays;
    if (inner.isEmpty() || given.isEmpty()) {
      arrays = script.network().run(manager, RUN, List.of(input, numbers));
    } else {
      String tail = script.catalog().tails().get(script.inner(inner.get(0).text()));
      given.get().setName(null);
      arrays =
          tail == null
              ? script.network().run(manager, REPLACE, List.of(input, numbers, given.get()))
              : script.network().run(manager, tail, List.of(given.get()));
    }
    Pass pass = Pass.of(inner, arrays);
    for (int i = 0; i < inner.size(); i++) {
      taken.put(inner.get(i).text(), pass.activations().get(i));
    }
    return pass.score();
  }

  /** What has been taken, with the output. */
  Pass pass(NDArray score) {
    List<NDArray> activations = new ArrayList<>();
    for (Address layer : wanted) {
      NDArray found = taken.get(layer.text());
      if (found == null) {
        throw Pass.neverReached(layer);
      }
      activations.add(found);
    }
    return Pass.ofFloats(score, wanted, activations);
  }
}
