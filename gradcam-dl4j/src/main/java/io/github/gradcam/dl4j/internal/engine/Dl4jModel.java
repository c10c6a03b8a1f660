package io.github.gradcam.dl4j.internal.engine;

import io.github.gradcam.dl4j.internal.plan.Place;
import io.github.gradcam.dl4j.internal.plan.Plan;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network of Deeplearning4j's. */
public final class Dl4jModel implements Model {

  private final Network network;
  private final Passes passes;
  private final INDArray parameters;
  private final ModelInfo info;
  private final Optional<Shape> inputShape;

  /**
   * Of a plan.
   *
   * @param plan the network
   * @param parameters all its parameters, which are freed when the last pass after the model's end
   *     is done
   * @param info where it comes from
   * @param options the shape of one image, if the user said it, and how many threads a pass may use
   */
  public Dl4jModel(Plan plan, INDArray parameters, ModelInfo info, ModelOptions options) {
    EngineThreads threads = new EngineThreads(options.threads());
    this.network = new Network(plan, parameters.dataType(), threads, parameters::close);
    this.passes = new Passes(network);
    this.parameters = parameters;
    this.info = info;
    this.inputShape = options.inputShape();
  }

  INDArray parameters() {
    return parameters;
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public OutputKind outputKind() {
    return network.plan().kind();
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.RESUME);
  }

  @Override
  public List<Layer> layers() {
    return layers(inputShape.orElseGet(network.plan().input()::assumed));
  }

  @Override
  public List<Layer> layers(Shape input) {
    return network.lifetime().during(() -> listed(input));
  }

  private List<Layer> listed(Shape input) {
    List<Place> listed = network.plan().places().values().stream().filter(Place::listed).toList();
    List<Shape> shapes = passes.shapes(listed, input);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < listed.size(); i++) {
      // What gives no item for each image can be no part of an explanation.
      if (shapes.get(i).rank() > 0 && shapes.get(i).length(0) == 1) {
        layers.add(new Layer(listed.get(i).path(), listed.get(i).kind(), shapes.get(i).item()));
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
    List<Place> places = layers.stream().map(this::place).toList();
    return new Dl4jHook(passes, Wiring.of(network.plan(), places));
  }

  private Place place(String layer) {
    Plan plan = network.plan();
    if (plan.hidden().contains(layer)) {
      throw new UnexplainableLayerException(
          layer,
          "The layer \""
              + layer
              + "\" ends in the network's last softmax or sigmoid, and the scores are taken from"
              + " before it. Choose a layer before that.");
    }
    return plan.find(layer)
        .orElseThrow(
            () ->
                new UnknownLayerException(
                    layer,
                    plan.places().values().stream()
                        .filter(place -> place.listed() || layer.endsWith(Layer.INPUT))
                        .map(Place::path)
                        .toList()));
  }

  @Override
  public void close() {
    network.lifetime().close();
  }
}
