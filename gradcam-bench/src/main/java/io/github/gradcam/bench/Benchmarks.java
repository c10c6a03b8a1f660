package io.github.gradcam.bench;

import io.github.gradcam.Models;
import io.github.gradcam.spi.BackendProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Optional;

/**
 * JMH's command line. Beyond what JMH does, it leaves out backends that have nothing to run, and
 * says in {@code host.json}, beside the results, what they were measured on.
 */
public final class Benchmarks {

  private static final String BACKEND = "backend";
  private static final String NETWORK = "network";
  private static final String MODEL = "model";
  private static final String DEVICE = "device";
  private static final String ENGINE_THREADS = "engineThreads";

  private Benchmarks() {}

  /**
   * Runs benchmarks.
   *
   * @param args JMH's; {@code -h} lists them
   * @throws IOException if results cannot be written
   */
  public static void main(String[] args) throws IOException {
    try {
      CommandLineOptions asked = new CommandLineOptions(args);
      if (wantsTold(asked)) {
        org.openjdk.jmh.Main.main(args);
      } else {
        run(asked);
      }
    } catch (CommandLineOptionException wrong) {
      // JMH says what is wrong, and ends.
      org.openjdk.jmh.Main.main(args);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(1);
    } catch (NoBenchmarksException none) {
      System.err.println("No benchmark has such a name; -l lists all.");
      System.exit(1);
    } catch (RunnerException failed) {
      failed.printStackTrace();
      System.exit(1);
    }
  }

  private static boolean wantsTold(CommandLineOptions asked) {
    return asked.shouldHelp()
        || asked.shouldList()
        || asked.shouldListWithParams()
        || asked.shouldListProfilers()
        || asked.shouldListResultFormats();
  }

  private static void run(CommandLineOptions asked) throws RunnerException, IOException {
    List<BackendProvider> backends =
        new Eligible(Models.backends(), System.out::println)
            .of(
                values(asked, BACKEND),
                values(asked, MODEL).stream().map(Path::of).toList(),
                values(asked, DEVICE).stream().map(Processor::named).toList());
    if (backends.isEmpty()) {
      System.out.println("Nothing is left to run.");
      return;
    }
    new Runner(options(asked, backends)).run();
    if (asked.getResult().hasValue()) {
      Host.here(backends)
          .write(Path.of(asked.getResult().get()).toAbsolutePath().resolveSibling("host.json"));
    }
  }

  private static Options options(CommandLineOptions asked, List<BackendProvider> backends) {
    OptionsBuilder options = new OptionsBuilder();
    options.parent(asked);
    options.param(BACKEND, backends.stream().map(BackendProvider::name).toArray(String[]::new));
    options.jvmArgsAppend(jvmArguments(asked).toArray(String[]::new));
    if (values(asked, ENGINE_THREADS).isEmpty()) {
      // Results name the number.
      options.param(ENGINE_THREADS, String.valueOf(EngineThreads.parsed(EngineThreads.ALL)));
    }
    if (!values(asked, MODEL).isEmpty() && values(asked, NETWORK).isEmpty()) {
      options.param(NETWORK, "none");
    }
    return options.build();
  }

  private static List<String> jvmArguments(CommandLineOptions asked) {
    List<String> arguments =
        new ArrayList<>(List.of("-Dai.djl.offline=true", "-Djava.awt.headless=true"));
    arguments.addAll(asked.getJvmArgsAppend().orElse(List.of()));
    return arguments;
  }

  private static List<String> values(CommandLineOptions asked, String parameter) {
    Optional<Collection<String>> values = asked.getParameter(parameter);
    return values.hasValue() ? List.copyOf(values.get()) : List.of();
  }
}
