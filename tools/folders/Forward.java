import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * What DJL alone does with a file: plain forward passes over batches that are there already, on one
 * thread or several, each with as many of PyTorch's as ai.djl.pytorch.num_threads says.
 *
 * <p>Usage: Forward MODEL BATCH THREADS ROUNDS [SIZE]; images are 224 x 224 unless told otherwise
 */
final class Forward {

  private static final int WARM_UP = 5;

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]).toAbsolutePath();
    int batch = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    int rounds = Integer.parseInt(args[3]);
    Shape shape = new Shape(batch, 3, size(args), size(args));
    try (Model model = Model.newInstance("forward", "PyTorch")) {
      model.load(file.getParent(), file.getFileName().toString());
      run(model, shape, threads, WARM_UP);
      double seconds = run(model, shape, threads, rounds);
      System.out.printf(
          "%s, batch %d, %d x %s threads: %.1f images a second%n",
          file.getFileName(),
          batch,
          threads,
          System.getProperty("ai.djl.pytorch.num_threads"),
          batch * threads * rounds / seconds);
    }
  }

  private static int size(String[] args) {
    return args.length > 4 ? Integer.parseInt(args[4]) : 224;
  }

  private static double run(Model model, Shape shape, int threads, int rounds) throws Exception {
    CountDownLatch done = new CountDownLatch(threads);
    long start = System.nanoTime();
    for (int i = 0; i < threads; i++) {
      new Thread(() -> passes(model, shape, rounds, done)).start();
    }
    done.await();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void passes(Model model, Shape shape, int rounds, CountDownLatch done) {
    try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDManager manager = NDManager.newBaseManager()) {
      for (int i = 0; i < rounds; i++) {
        try (NDManager pass = manager.newSubManager();
            NDList output =
                predictor.predict(new NDList(pass.ones(shape)))) {
          output.get(0).toFloatArray();
        }
      }
    } catch (ai.djl.translate.TranslateException e) {
      throw new IllegalStateException(e);
    } finally {
      done.countDown();
    }
  }
}
