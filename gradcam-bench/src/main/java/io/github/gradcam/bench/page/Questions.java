package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.Question.Changing;
import io.github.gradcam.bench.page.plot.Axes;
import io.github.gradcam.bench.page.plot.Form;
import io.github.gradcam.bench.page.plot.Mark;
import io.github.gradcam.bench.page.results.JmhResult;
import io.github.gradcam.bench.page.results.Spread;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The questions that the page answers with JMH's results. */
final class Questions {

  private static final String HEATMAP = "HeatmapBenchmark";
  private static final String BATCH = "batch";
  private static final String CLASSES = "classes";

  private Questions() {}

  static List<Question> all() {
    return List.of(
        ratio(),
        mapsPerSecond(),
        classes(),
        methods(),
        capture(),
        threads(),
        memory(),
        peakMemory(),
        resume(),
        coldStart());
  }

  private static Question ratio() {
    return new Question(
        "ratio",
        HEATMAP,
        Changing.parameter(BATCH, 1),
        gradCam().and(one(CLASSES)),
        JmhResult::toForward,
        Numbers::ratio,
        Optional.of(
            new Drawing(
                "ratio.png",
                "A heatmap's time divided by the forward pass's, against the batch: a panel a"
                    + " network, a line a backend. The dashed line is the forward pass.",
                Form.LINES,
                toForward("images in a batch"))));
  }

  private static Question mapsPerSecond() {
    return new Question(
        "mapsPerSecond",
        HEATMAP,
        Changing.parameter(BATCH, 1),
        gradCam().and(one(CLASSES)),
        result -> Optional.of(result.imagesPerSecond()),
        Numbers::plain,
        Optional.of(
            new Drawing(
                "maps-per-second.png",
                "Maps a second, against the batch: a panel a network, a line a backend.",
                Form.LINES,
                rates("images in a batch"))));
  }

  private static Question classes() {
    return new Question(
        CLASSES,
        HEATMAP,
        Changing.parameter(CLASSES, 2),
        gradCam().and(one(BATCH)),
        JmhResult::toForward,
        Numbers::ratio,
        Optional.of(
            new Drawing(
                "classes.png",
                "Time divided by the forward pass's, against how many classes of an image are"
                    + " explained: a panel a network, a line a backend. The dashed line is the"
                    + " forward pass.",
                Form.LINES,
                toForward("classes of an image"))));
  }

  private static Question methods() {
    return new Question(
        "methods",
        HEATMAP,
        Changing.parameter("method", 2),
        one(CLASSES).and(one(BATCH)),
        JmhResult::toForward,
        Numbers::ratio,
        Optional.empty());
  }

  private static Question capture() {
    return new Question(
        "capture",
        "CaptureBenchmark",
        new Changing("what is done", JmhResult::method, 1),
        one(BATCH),
        JmhResult::toForward,
        Numbers::ratio,
        Optional.empty());
  }

  private static Question threads() {
    return new Question(
        "threads",
        "ThroughputBenchmark",
        Changing.parameter("threads", 1),
        one(BATCH),
        result -> Optional.of(result.imagesPerSecond()),
        Numbers::plain,
        Optional.of(
            new Drawing(
                "threads.png",
                "Maps a second of all threads together, against how many threads share one model:"
                    + " a panel a network, a line a backend.",
                Form.LINES,
                rates("threads that share a model"))));
  }

  private static Question memory() {
    return new Question(
        "memory",
        HEATMAP,
        Changing.parameter(BATCH, 1),
        gradCam().and(one(CLASSES)),
        Allocation::toNeeded,
        Numbers::ratio,
        Optional.of(
            new Drawing(
                "memory.png",
                "What a call allocates on the heap, divided by the bytes of its input,"
                    + " activations, gradients and maps: a panel a network, a group of bars a"
                    + " batch, a bar a backend. The dashed line is the goal.",
                Form.BARS,
                new Axes(
                    "images in a batch",
                    "allocated ÷ needed",
                    0,
                    Optional.of(new Mark(Goals.ALLOCATION, "goal"))))));
  }

  private static Question peakMemory() {
    return new Question(
        "peakMemory",
        HEATMAP,
        Changing.parameter(BATCH, 1),
        gradCam().and(one(CLASSES)),
        JmhResult::peakMemory,
        Numbers::plain,
        Optional.empty());
  }

  private static Question resume() {
    return new Question(
        "resume",
        "ResumeBenchmark",
        Changing.parameter("variations", 1),
        result -> true,
        Questions::ofOneVariation,
        Numbers::milliseconds,
        Optional.empty());
  }

  private static Optional<Spread> ofOneVariation(JmhResult result) {
    int variations = result.number("variations");
    return Optional.of(result.seconds().in(seconds -> seconds / variations));
  }

  private static Question coldStart() {
    return new Question(
        "coldStart",
        "ColdStartBenchmark",
        Changing.parameter(BATCH, 1),
        result -> true,
        result -> Optional.of(result.seconds()),
        Numbers::milliseconds,
        Optional.empty());
  }

  private static Predicate<JmhResult> one(String parameter) {
    return result -> result.number(parameter) == 1;
  }

  private static Predicate<JmhResult> gradCam() {
    return Subjects::isGradCam;
  }

  private static Axes toForward(String across) {
    return new Axes(across, "time ÷ forward pass", 0.9, Optional.of(new Mark(1, "forward pass")));
  }

  private static Axes rates(String across) {
    return new Axes(across, "maps a second", 0, Optional.empty());
  }
}
