package io.github.gradcam.djl.internal.engine;

import io.github.gradcam.djl.internal.rewrite.Address;
import io.github.gradcam.djl.internal.rewrite.Catalog;
import io.github.gradcam.djl.internal.rewrite.Instrumented;
import io.github.gradcam.error.GradCamException;
import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
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

  /** A model of a loaded network, which it closes. */
  public TorchModel(Network network, Instrumented program, ModelInfo info, ModelOptions options) {
    this.network = network;
    this.catalog = program.catalog();
    this.info = info;
    this.inputShape = options.inputShape();
    Heads heads = new Heads(network, catalog, program.blueprint(), options.execution());
    this.passes =
        new Passes(
            network,
            catalog,
            Inputs.of(catalog, network.parameters()),
            new Shortcut(heads, options.execution(), info.device()));
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
    return network.lifetime().during(() -> Entry.call(() -> Probe.layers(passes, catalog, input)));
  }

  @Override
  public Tensor forward(Tensor batch) {
    return network.lifetime().during(() -> Entry.call(() -> passes.output(batch)));
  }

  @Override
  public LayerHook hook(List<String> layers) {
    network.lifetime().check();
    return TorchHook.of(passes, layers, this::address);
  }

  private Address address(String layer) {
    Address address = catalog.find(layer).orElseThrow(() -> unknown(layer));
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

  private GradCamException unknown(String layer) {
    String returned = catalog.others().get(layer);
    return returned == null
        ? new UnknownLayerException(layer, catalog.addresses().keySet())
        : NoTensor.of(layer, returned, catalog);
  }

  @Override
  public void close() {
    network.lifetime().close();
  }
}
