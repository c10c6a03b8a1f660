package io.github.gradcam.tf.internal.engine;

import io.github.gradcam.error.UnexplainableLayerException;
import io.github.gradcam.error.UnknownLayerException;
import io.github.gradcam.model.Capability;
import io.github.gradcam.model.Layer;
import io.github.gradcam.model.LayerHook;
import io.github.gradcam.model.Model;
import io.github.gradcam.model.ModelInfo;
import io.github.gradcam.model.ModelOptions;
import io.github.gradcam.model.OutputKind;
import io.github.gradcam.spi.Requests;
import io.github.gradcam.tensor.Shape;
import io.github.gradcam.tensor.Tensor;
import io.github.gradcam.tf.internal.layer.Address;
import io.github.gradcam.tf.internal.layer.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tensorflow.proto.DataType;

/** A network of TensorFlow's. */
public final class TfModel implements Model {

  private final Network network;
  private final Catalog catalog;
  private final ModelInfo info;
  private final OutputKind outputKind;
  private final Optional<Shape> inputShape;
  private final Passes passes;

  private TfModel(
      Network network,
      Catalog catalog,
      ModelInfo info,
      OutputKind outputKind,
      Optional<Shape> inputShape) {
    this.network = network;
    this.catalog = catalog;
    this.info = info;
    this.outputKind = outputKind;
    this.inputShape = inputShape;
    this.passes =
        new Passes(network, catalog.axes(), catalog.graph().input(), catalog.graph().output());
  }

  /**
   * Loads a network.
   *
   * @param catalog the network and its layers
   * @param outputKind what its output's numbers are
   * @param weights what its variables hold
   * @param info where it comes from
   * @param options what the user wants
   * @throws LoadException if the engine does not take it
   */
  public static TfModel load(
      Catalog catalog,
      OutputKind outputKind,
      Weights weights,
      ModelInfo info,
      ModelOptions options) {
    Network network = Network.load(catalog.graph(), weights, options);
    try {
      DataType type = network.input().dataType();
      if (!Border.canFeed(type)) {
        throw new LoadException(
            "takes " + type + " as its input, which no image is. Choose another output");
      }
      return new TfModel(network, catalog, info, outputKind, options.inputShape());
    } catch (RuntimeException | Error failed) {
      network.lifetime().close();
      throw failed;
    }
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
    return outputKind;
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
    return network.lifetime().during(() -> listed(input));
  }

  private List<Layer> listed(Shape input) {
    List<Address> listed = catalog.addresses().values().stream().filter(Address::listed).toList();
    List<Shape> shapes = passes.shapes(listed, input);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      // What gives no item for each image can be no part of an explanation.
      if (shapes.get(i).rank() > 0 && shapes.get(i).length(0) == 1) {
        Address address = listed.get(i);
        layers.add(new Layer(address.text(), address.kind(), shapes.get(i).item()));
      }
    }
    return List.copyOf(layers);
  }

  @Override
  public Tensor forward(Tensor batch) {
    return network.lifetime().during(() -> passes.output(batch));
  }

  @Override
  public LayerHook hook(List<String> layers) {
    network.lifetime().check();
    Requests.layers(layers);
    List<Address> addresses = layers.stream().map(this::address).toList();
    return network.lifetime().during(() -> new TfHook(passes, Wiring.of(network, addresses)));
  }

  private Address address(String layer) {
    if (catalog.hidden().contains(layer)) {
      throw new UnexplainableLayerException(
          layer,
          "The layer \""
              + layer
              + "\" ends in the network's last softmax or sigmoid, and the scores are taken from"
              + " before it. Choose a layer before that.");
    }
    return catalog
        .find(layer)
        .orElseThrow(
            () ->
                new UnknownLayerException(
                    layer,
                    catalog.addresses().values().stream()
                        .filter(address -> address.listed() || layer.endsWith(Layer.INPUT))
                        .map(Address::text)
                        .toList()));
  }

  @Override
  public void close() {
    network.lifetime().close();
  }
}
