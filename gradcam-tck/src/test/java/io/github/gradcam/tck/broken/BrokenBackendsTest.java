package io.github.gradcam.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

@DisplayName("The kit catches a backend")
class BrokenBackendsTest {

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments(
            "whose gradients are a thousandth too large",
            BrokenGradients.OffByAThousandth.class,
            "gradients of an arbitrary cotangent are right"),
        arguments(
            "whose gradients are those of the cotangent's absolute value",
            BrokenGradients.OfTheAbsoluteValue.class,
            "at the input is the slope of the model's own output, by central differences"),
        arguments(
            "that ignores the cotangent",
            BrokenGradients.CotangentIgnored.class,
            "is linear in the cotangent"),
        arguments(
            "that explains the first image's target for all",
            BrokenGradients.FirstTargetForAllImages.class,
            "a batch with another class in each row has the gradients of its single images"),
        arguments(
            "that goes several ways back and mixes them up",
            BrokenGradients.SeveralInAnotherOrder.class,
            "several cotangents at once give what each gives alone"),
        arguments(
            "that adds up gradients from call to call",
            BrokenGradients.AddedUpFromCallToCall.class,
            "asked for again on one capture is the same, bit by bit"),
        arguments(
            "where one hooked layer cuts the gradient of another",
            BrokenGradients.CutByLaterLayers.class,
            "several layers in one hook have the values that each has alone"),
        arguments(
            "that loses the order of layers",
            BrokenGradients.InAlphabeticalOrder.class,
            "a hook keeps its layers in the order asked for, and so do the gradients"),
        arguments(
            "that records no gradients on other threads",
            BrokenGradients.ZeroOnOtherThreads.class,
            "gives eight threads, bit by bit, what it gives one"),
        arguments(
            "that takes NaN in a cotangent",
            BrokenGradients.NaNCotangentAccepted.class,
            "is a cotangent with NaN or infinity"),
        arguments(
            "that spreads one row of a cotangent over the batch",
            BrokenGradients.OneRowForAll.class,
            "is a cotangent of another shape than the output"),
        arguments(
            "that keeps a pass's state in the model",
            BrokenPasses.StateSharedByCaptures.class,
            "keeps captures apart that are open at the same time"),
        arguments(
            "that shows the first image of a batch for all",
            BrokenPasses.FirstImageForAll.class,
            "a batch has the outputs and activations of its single images"),
        arguments(
            "that does not look for NaN", BrokenPasses.NaNMadeZero.class, "is NaN in an image"),
        arguments(
            "that adds a missing axis in silence",
            BrokenPasses.MissingBatchAxisAdded.class,
            "is an image without the axis of the batch, or with an axis too many"),
        arguments(
            "that runs dropout",
            BrokenPasses.TrainingMode.class,
            "the network runs in evaluation mode, however it was saved"),
        arguments(
            "that lets a ReLU overwrite what was captured",
            BrokenPasses.OverwrittenInPlace.class,
            "activations are those before a later operation overwrites them in place"),
        arguments(
            "that mixes all branches into the input of a layer",
            BrokenPasses.InputOfLayerWithAllBranches.class,
            "what flows into a layer has the gradient through that layer alone"),
        arguments(
            "that resumes with the old activations",
            BrokenPasses.ResumedWithOldActivations.class,
            "with a channel at zero gives what the formula says"),
        arguments(
            "that resumes although it says it cannot",
            BrokenPasses.ResumesThoughItSaysItCannot.class,
            "with the activations it had gives the output it had"),
        arguments(
            "that changes the network's statistics",
            BrokenPasses.ChangesParameters.class,
            "is left as it was: parameters, statistics, gradients, mode, and outputs"),
        arguments(
            "that guesses what a misspelt layer means",
            BrokenPasses.NearestLayerInstead.class,
            "is what an unknown name is answered with: the nearest are offered"),
        arguments(
            "whose closed captures still talk",
            BrokenLives.UsableAfterClose.class,
            "if a capture, tells nothing any more"),
        arguments(
            "that cannot be closed twice",
            BrokenLives.CloseTwiceFails.class,
            "may be closed again, model and capture"),
        arguments(
            "that lists layers by name",
            BrokenLives.LayersByName.class,
            "has every layer of the network, in the order of execution"),
        arguments(
            "that counts the batch into a layer's shape",
            BrokenLives.ShapesWithBatch.class,
            "tells the shape of each output for one image, without spatial axes too"),
        arguments(
            "that believes names of files",
            BrokenLives.CarelessProvider.class,
            "does not know a text, nothing at all, or an empty folder, whatever their names"),
        arguments(
            "that falls back to another device in silence",
            BrokenLives.CarelessProvider.class,
            "lists the devices present when one is missing"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void catches(String mistake, Class<? extends BrokenKit> backend, String promise) {
    PostDiscoveryFilter only =
        test ->
            FilterResult.includedIf(test.isContainer() || test.getDisplayName().equals(promise));
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(backend))
            .filters(only)
            .execute()
            .testEvents();
    assertThat(tests.started().count()).as("promises named \"%s\"", promise).isOne();
    assertThat(tests.failed().count()).as("failures of \"%s\"", promise).isOne();
  }
}
