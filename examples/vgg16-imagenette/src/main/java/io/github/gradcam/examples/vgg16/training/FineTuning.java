package io.github.gradcam.examples.vgg16.training;

import ai.djl.engine.Engine;
import io.github.gradcam.examples.vgg16.console.Console;
import io.github.gradcam.examples.vgg16.console.Progress;
import io.github.gradcam.examples.vgg16.data.Ahead;
import io.github.gradcam.examples.vgg16.data.ImagenetteClass;
import io.github.gradcam.examples.vgg16.data.PhotoFile;
import io.github.gradcam.examples.vgg16.network.Vgg16;
import io.github.gradcam.examples.vgg16.network.Weights;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * VGG16 on its way from ImageNet to Imagenette: what the frozen blocks give, the head's start, and
 * then the epochs. Each part that was done before is not done again.
 */
public final class FineTuning {

  private final Settings settings;
  private final Weights imagenet;
  private final List<PhotoFile> photos;
  private final int[] training;
  private final int[] validation;
  private final Path features;
  private final Path folder;
  private final String key;
  private final Console console;

  /**
   * A fine-tuning.
   *
   * @param imagenet VGG16's convolutions as ImageNet taught them
   * @param training photos to learn from
   * @param validation photos to stop by
   * @param settings how
   * @param features where what the frozen blocks give is kept
   * @param folder where training stands is kept
   * @param console is told what goes on
   */
  public FineTuning(
      Weights imagenet,
      List<PhotoFile> training,
      List<PhotoFile> validation,
      Settings settings,
      Path features,
      Path folder,
      Console console) {
    this.imagenet = imagenet;
    this.settings = settings;
    this.features = features;
    this.console = console;
    photos = new ArrayList<>(training);
    photos.addAll(validation);
    photos.sort(Comparator.comparing(PhotoFile::name));
    this.training = indices(training);
    this.validation = indices(validation);
    Digest digest = new Digest().with(settings.once());
    training.forEach(photo -> digest.with(photo.name()).with(photo.bytes()));
    digest.with("validation");
    validation.forEach(photo -> digest.with(photo.name()).with(photo.bytes()));
    imagenet.tensors().values().forEach(digest::with);
    String once = digest.text();
    this.folder = folder.resolve(once);
    key = once + "-" + settings.runs();
  }

  /** A name for all that the finished network depends on. */
  public String key() {
    return key;
  }

  /** Computes what the frozen blocks give, if it is to be kept and is not there yet. */
  public void prepare() {
    samples();
  }

  /**
   * Trains.
   *
   * @return the fine-tuned network, and what came of it
   */
  public Finished train() {
    Samples samples = samples();
    Diary diary = new Diary(folder);
    Judge judge = new Judge(samples, validation, classes(validation));
    start(samples, diary, judge);
    for (int run = 1; run <= settings.runs(); run++) {
      run(run, samples, diary, judge);
    }
    return finish(samples, diary, judge);
  }

  private Samples samples() {
    if (settings.device().isGpu() && Engine.getEngine("PyTorch").getGpuCount() == 0) {
      throw new TrainingException(
          "PyTorch sees no GPU. Leave out --device gpu, or put pytorch-native-cu128 in the place of"
              + " pytorch-native-cpu.");
    }
    if (!settings.cached()) {
      return new PhotoSamples(photos);
    }
    FrozenFeatures frozen =
        new FrozenFeatures(features, imagenet, settings.fineTune().frozenBlocks(), photos);
    List<FeatureStore> views = new ArrayList<>();
    views.add(frozen.prepare(false, console));
    if (settings.mirrored()) {
      views.add(frozen.prepare(true, console));
    }
    return new CachedSamples(views);
  }

  private void start(Samples samples, Diary diary, Judge judge) {
    if (diary.pages().isPresent()) {
      return;
    }
    int first = settings.cached() ? settings.fineTune().frozenBlocks() + 1 : 1;
    Tensor directions;
    try (Progress progress =
        console.progress("Photos, as ImageNet's VGG16 sees them", "photos", training.length)) {
      directions = Directions.of(samples, training, first, imagenet, settings.device(), progress);
    }
    Weights head;
    int[] classes = classes(training);
    SmoothedLabels labels =
        new SmoothedLabels(ImagenetteClass.ALL.size(), settings.labelSmoothing());
    try (Progress progress = console.progress("Head", "steps", HeadStart.STEPS)) {
      head = imagenet.with(HeadStart.fit(directions, classes, labels, progress::advance));
    }
    Judgement judged = judged("Validation", judge, head);
    console.say("The head alone: validation %s.", judged.correct());
    diary.head(new Weights(heads(head)));
    diary.pages(new Diary.Pages(judged.correct(), List.of()));
  }

  private void run(int run, Samples samples, Diary diary, Judge judge) {
    Diary.Pages pages = diary.pages().orElseThrow();
    int stepsAnEpoch = training.length / batch();
    int done = pages.of(run).size();
    if (over(pages, run)) {
      return;
    }
    Weights begin = start(diary);
    Weights state =
        pages.last(run).map(last -> begin.with(diary.state(last).tensors())).orElse(begin);
    try (TrainedPart part =
        new TrainedPart(state, settings, stepsAnEpoch * settings.epochs(), stepsAnEpoch * done)) {
      while (!over(pages, run)) {
        pages = epoch(run, pages, part, stepsAnEpoch, samples, diary, judge);
      }
    }
  }

  private Diary.Pages epoch(
      int run,
      Diary.Pages pages,
      TrainedPart part,
      int steps,
      Samples samples,
      Diary diary,
      Judge judge) {
    int number = pages.of(run).size() + 1;
    long began = System.nanoTime();
    SplittableRandom chance =
        new SplittableRandom(settings.seed() + 1_000_003L * run + 1_009L * number);
    int[] order = shuffled(training, chance);
    SplittableRandom[] chances =
        IntStream.range(0, steps).mapToObj(step -> chance.split()).toArray(SplittableRandom[]::new);
    double loss = 0;
    String task =
        settings.runs() == 1
            ? "Epoch %d of %d".formatted(number, settings.epochs())
            : "Run %d, epoch %d of %d".formatted(run, number, settings.epochs());
    try (Progress progress =
            console.progress(task, "photos", (long) steps * batch() + validation.length);
        Ahead<Inputs> inputs =
            new Ahead<>(
                steps,
                4,
                step ->
                    settings.augmented()
                        ? samples.augmented(slice(order, step), chances[step])
                        : samples.plain(slice(order, step)))) {
      for (int step = 0; inputs.hasNext(); step++) {
        double mean = part.step(inputs.next(), classes(slice(order, step)));
        if (!Double.isFinite(mean)) {
          throw new TrainingException(
              "The loss became %s in step %d of epoch %d: lower --learning-rate, which is %s."
                  .formatted(mean, step + 1, number, settings.learningRate()));
        }
        loss += mean / steps;
        progress.advance(batch());
      }
      Judgement judged = judge.judge(part::logits, progress);
      Epoch epoch =
          new Epoch(
              run,
              number,
              loss,
              judged.loss(),
              judged.correct(),
              (System.nanoTime() - began) / 1e9);
      diary.state(epoch, part.state());
      Diary.Pages now = pages.with(epoch);
      diary.pages(now);
      pages.of(run).stream()
          .filter(old -> !old.equals(now.best(run).orElseThrow()))
          .forEach(diary::forget);
      progress.close();
      console.say(
          "%s: loss %.4f, validation %s, loss %.4f.", task, loss, judged.correct(), judged.loss());
      return now;
    }
  }

  /** Whether a run has seen all its epochs, or too many without getting better. */
  private boolean over(Diary.Pages pages, int run) {
    int done = pages.of(run).size();
    return done >= settings.epochs()
        || (done > 0 && done - pages.best(run).orElseThrow().epoch() >= settings.patience());
  }

  private Finished finish(Samples samples, Diary diary, Judge judge) {
    Diary.Pages pages = diary.pages().orElseThrow();
    List<Weights> runs =
        IntStream.rangeClosed(1, settings.runs())
            .mapToObj(run -> diary.state(pages.best(run).orElseThrow()))
            .map(TrainedPart::withoutMoments)
            .toList();
    Weights weights = start(diary).with(Soup.of(runs));
    Judgement validated = judged("Validation", judge, weights);
    Judgement trained =
        judged("Training", new Judge(samples, training, classes(training)), weights);
    return new Finished(
        weights,
        new Outcome(pages.start(), pages.epochs(), trained.correct(), validated.correct()));
  }

  private Judgement judged(String task, Judge judge, Weights weights) {
    try (Progress progress = console.progress(task, "photos", judge.photos());
        TrainedPart part = new TrainedPart(weights, settings, 1, 0)) {
      return judge.judge(part::logits, progress);
    }
  }

  private Weights start(Diary diary) {
    return imagenet.with(diary.head().tensors());
  }

  private static Map<String, Tensor> heads(Weights weights) {
    Map<String, Tensor> head = new LinkedHashMap<>(weights.tensors());
    head.keySet().removeIf(name -> !name.startsWith(Vgg16.HEAD + "."));
    return head;
  }

  private int batch() {
    return Math.min(settings.batch(), training.length);
  }

  private int[] slice(int[] order, int step) {
    return Arrays.copyOfRange(order, step * batch(), (step + 1) * batch());
  }

  private int[] classes(int[] indices) {
    return IntStream.of(indices).map(index -> photos.get(index).label()).toArray();
  }

  private int[] indices(List<PhotoFile> some) {
    Map<String, Integer> places = new HashMap<>();
    for (int index = 0; index < photos.size(); index++) {
      places.put(photos.get(index).name(), index);
    }
    return some.stream().mapToInt(photo -> places.get(photo.name())).sorted().toArray();
  }

  private static int[] shuffled(int[] indices, SplittableRandom chance) {
    int[] shuffled = indices.clone();
    for (int last = shuffled.length - 1; last > 0; last--) {
      int other = chance.nextInt(last + 1);
      int kept = shuffled[last];
      shuffled[last] = shuffled[other];
      shuffled[other] = kept;
    }
    return shuffled;
  }
}
