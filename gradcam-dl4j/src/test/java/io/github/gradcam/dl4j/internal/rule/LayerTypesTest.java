package io.github.gradcam.dl4j.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.gradcam.dl4j.rule.LayerRules;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LearnedSelfAttentionLayer;
import org.deeplearning4j.nn.conf.layers.SpaceToBatchLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.recurrent.TimeDistributed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of Deeplearning4j's layers")
class LayerTypesTest {

  /** They hold another layer, whose rules are taken. */
  private static final Set<Class<?>> AROUND_OTHERS =
      Set.of(FrozenLayer.class, FrozenLayerWithBackprop.class, TimeDistributed.class);

  private final RuleBook book = new RuleBook(LayerRules.none());

  @Test
  @DisplayName("every one is either computed, or refused for a reason")
  void complete() {
    Set<Class<?>> all =
        new ClassFileImporter()
            .importPackages("org.deeplearning4j.nn.conf").stream()
                .filter(type -> type.isAssignableTo(Layer.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::reflect)
                .filter(type -> !AROUND_OTHERS.contains(type))
                .collect(Collectors.toSet());

    assertThat(all).contains(LSTM.class).hasSizeGreaterThan(50);
    assertThat(book.layerTypes()).containsExactlyInAnyOrderElementsOf(all);
  }

  static Stream<Layer> refused() {
    return Stream.of(
        new LSTM.Builder().nIn(2).nOut(2).build(),
        new EmbeddingLayer.Builder().nIn(2).nOut(2).build(),
        new LearnedSelfAttentionLayer.Builder().nIn(2).nOut(2).nHeads(1).nQueries(1).build(),
        new SpaceToBatchLayer.Builder(new int[] {2, 2}).build());
  }

  @ParameterizedTest
  @MethodSource("refused")
  @DisplayName("some are refused by their class's name and a reason")
  void refused(Layer layer) {
    assertThatExceptionOfType(UnknownTypeException.class)
        .isThrownBy(() -> book.layer(layer, Map.of()))
        .withMessageStartingWith(layer.getClass().getName() + ". It ");
  }
}
