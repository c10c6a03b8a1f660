package io.github.gradcam.bench.page;

import io.github.gradcam.bench.page.plot.Axes;
import io.github.gradcam.bench.page.plot.Form;
import io.github.gradcam.bench.page.plot.Mark;
import io.github.gradcam.bench.page.results.Measurement;
import io.github.gradcam.bench.page.results.Peers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleFunction;

/**
 * This library beside Python's, question by question.
 *
 * @param peers the comparison
 */
record PeerSections(Peers peers) {

  /** In the order of the page. What is not among them comes behind, under its own name. */
  private static final Map<String, String> TITLES = titles();

  private static final Set<String> COUNTS = Set.of("wrong_maps", "thread_errors");

  private static final Map<String, Drawing> DRAWINGS =
      Map.of(
          "ratio",
          new Drawing(
              "peers-ratio.png",
              "A map's time divided by one's own forward pass's: a panel a network, a group of bars"
                  + " a batch, a bar a library. The dashed line is the forward pass.",
              Form.BARS,
              new Axes(
                  "images in a batch",
                  "time ÷ own forward pass",
                  0,
                  Optional.of(new Mark(1, "forward pass")))),
          "maps_per_second",
          new Drawing(
              "peers-maps-per-second.png",
              "Maps a second: a panel a network, a group of bars a batch, a bar a library.",
              Form.BARS,
              new Axes("images in a batch", "maps a second", 0, Optional.empty())));

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("ratio", "A map ÷ one's own forward pass");
    titles.put("forward", "The forward pass alone");
    titles.put("maps_per_second", "Maps a second");
    titles.put("five_classes", "Five classes of one image");
    titles.put("folder", "A folder of photos, from file to PNG");
    titles.put("folder_to_forward", "A folder of photos: speed ÷ that of plain forward passes");
    titles.put("folder_without_start", "The same without the start of the process");
    titles.put(
        "folder_without_start_to_forward",
        "The same: speed ÷ that of plain forward passes, without the start of the process");
    titles.put("cold_start", "From the start of a process to the first picture");
    titles.put("cold_start_to_exit", "From the start of a process to its end");
    titles.put("peak_rss", "Peak of resident memory");
    titles.put("four_threads_throughput", "Four threads on one model: throughput");
    titles.put("best_throughput", "The best number of threads on one model: throughput");
    titles.put("four_threads_to_best", "Four threads ÷ the best number of threads");
    titles.put("wrong_maps", "Four threads on one model: wrong maps");
    titles.put("thread_errors", "Four threads on one model: errors");
    return titles;
  }

  /** How far maps lie apart. */
  Optional<Shown> agreement() {
    List<List<String>> rows =
        peers.agreement().stream()
            .map(
                each ->
                    List.of(
                        Names.of(each.network()),
                        each.peer(),
                        Numbers.tiny(each.largest()),
                        String.valueOf(each.photos())))
            .toList();
    Table table = new Table(List.of("network", "against", "largest difference", "photos"), rows);
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shown("", table.markdown(), List.of()));
  }

  List<Shown> questions() {
    return peers.measurements().stream()
        .map(Measurement::question)
        .distinct()
        .sorted(Comparator.comparing(PeerSections::order))
        .map(this::shown)
        .toList();
  }

  private static int order(String question) {
    List<String> known = new ArrayList<>(TITLES.keySet());
    int place = known.indexOf(question);
    return place < 0 ? known.size() : place;
  }

  private Shown shown(String question) {
    List<Measurement> asked = peers.asked(question);
    Grid grid =
        new Grid(
            List.of("network", "batch"),
            asked.stream()
                .sorted(
                    Comparator.<Measurement>comparingInt(m -> Names.networkOrder(m.network()))
                        .thenComparing(Measurement::batch))
                .map(PeerSections::cell)
                .toList());
    String units =
        String.join(", ", asked.stream().map(Measurement::unit).distinct().sorted().toList());
    DoubleFunction<String> format = COUNTS.contains(question) ? Numbers::count : Numbers::plain;
    String title = TITLES.getOrDefault(question, question.replace('_', ' '));
    return new Shown(
        units.isEmpty() ? title : title + " (" + units + ")",
        grid.table(spread -> Numbers.spread(spread, format)).markdown(),
        Optional.ofNullable(DRAWINGS.get(question)).stream()
            .map(drawing -> drawing.of(grid.panels()))
            .toList());
  }

  private static Cell cell(Measurement measurement) {
    return new Cell(
        List.of(
            Names.of(measurement.network()),
            measurement.batch() == 0 ? "" : String.valueOf(measurement.batch())),
        measurement.who(),
        measurement.spread());
  }
}
