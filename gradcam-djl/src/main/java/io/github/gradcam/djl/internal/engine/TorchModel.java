package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.error.InvalidInputException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A TorchScript network. */
public final class TorchModel implements Model {

  private final Network network;
  private final Catalog catalog;
  private final ModelInfo info;
  private final Optional<Shape> inputShape;
  private final Passes passes;

  /** A model of a loaded network, which it closes; an empty shape stands for one to be assumed. */
  public TorchModel(Network network, Catalog catalog, ModelInfo info, Optional<Shape> inputShape) {
    this.network = network;
    this.catalog = catalog;
    this.info = info;
    this.inputShape = inputShape;
    this.passes =
        new Passes(network, catalog, Inputs.of(catalog.addresses(), network.parameters()));
  }

  Network network() {
    return network;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public OutputKind outputKind() {
    return catalog.outputKind();
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.RESUME);
  }

  @Override
  public List<Layer> layers() {
    return layers(inputShape.orElseGet(passes.inputs()::assumed));
  }

  @Override
  public List<Layer> layers(Shape input) {
    network.lifetime().use();
    try {
      return Entry.call(() -> Probe.layers(passes, catalog, input));
    } finally {
      network.lifetime().done();
    }
  }

  @Override
  public Tensor forward(Tensor batch) {
    network.lifetime().use();
    try {
      return Entry.call(() -> passes.output(batch));
    } finally {
      network.lifetime().done();
    }
  }

  @Override
  public LayerHook hook(List<String> layers) {
    network.lifetime().check();
    if (layers.isEmpty()) {
      throw new InvalidInputException("A hook needs at least one layer, but none is named.");
    }
    Set<String> seen = new HashSet<>();
    for (String layer : layers) {
      if (!seen.add(layer)) {
        throw new InvalidInputException("The layer \"" + layer + "\" is named twice.");
      }
    }
    return new TorchHook(passes, layers.stream().map(this::address).toList());
  }

  private Address address(String layer) {
    Address address = catalog.addresses().get(layer);
    if (address == null) {
      throw new UnknownLayerException(layer, catalog.addresses().keySet());
    }
    if (address.hidden()) {
      throw new UnexplainableLayerException(
          layer,
          "The layer \""
              + layer
              + "\" ends in the network's last softmax or sigmoid, and the scores are taken from"
              + " before it. Choose a layer before that.");
    }
    return address;
  }

  @Override
  public void close() {
    network.lifetime().close();
  }
}
