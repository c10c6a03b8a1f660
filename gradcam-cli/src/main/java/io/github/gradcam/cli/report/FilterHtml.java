package io.github.gradcam.cli.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the reader chooses from. Nothing is sent and nothing is run: the style sheet looks at what
 * is checked.
 *
 * @param tally what was counted
 */
record FilterHtml(Tally tally) {

  Html markup() {
    return Html.of(
        """
        <form class="filters" aria-label="Which photos, and how">
        {}{}{}{}
        <button type="reset">Show everything again</button>
        </form>
        """,
        group(
            "Outcome",
            Stream.of(
                radio("outcome", "all", "all", tally.photos(), Html.of(" checked")),
                radio("outcome", "only-empty", "an empty map", tally.empty(), Html.none()),
                radio("outcome", "only-failed", "not explained", tally.failed(), Html.none()))),
        tally.classes().isEmpty() ? Html.none() : confidence(),
        tally.classes().isEmpty() ? Html.none() : classes(),
        group(
            "Pictures",
            Stream.of(
                radio(
                    "start", "start-photo", "photos; heat under the pointer", Html.of(" checked")),
                radio("start", "start-heat", "heat; photos under the pointer", Html.none()))));
  }

  private static Html group(String name, Stream<Html> choices) {
    return Html.of(
        "<fieldset><legend>{}</legend>{}</fieldset>\n", name, choices.collect(Html.joined()));
  }

  private static Html radio(String group, String id, String name, Html checked) {
    return Html.of(
        "<label><input type=\"radio\" name=\"{}\" id=\"{}\"{}> {}</label>",
        group,
        id,
        checked,
        name);
  }

  private static Html radio(String group, String id, String name, long photos, Html checked) {
    return radio(group, id, name + " (" + Numbers.count(photos) + ")", checked);
  }

  private Html confidence() {
    return group(
        "Confidence",
        Stream.concat(
            Stream.of(radio("confidence", "any", "any", Html.of(" checked"))),
            Stream.of(Confidence.values())
                .map(
                    each ->
                        radio(
                            "confidence",
                            "only-" + each.mark(),
                            each.words(),
                            tally.confident(each),
                            Html.none()))));
  }

  private Html classes() {
    List<Map.Entry<Integer, Tally.PredictedClass>> byName =
        tally.classes().entrySet().stream()
            .sorted(Comparator.comparing(entry -> entry.getValue().name()))
            .toList();
    Set<String> seen = new HashSet<>();
    Set<String> twice =
        byName.stream()
            .map(entry -> entry.getValue().name())
            .filter(name -> !seen.add(name))
            .collect(Collectors.toSet());
    return Html.of(
        """
        <label class="choice">Predicted class
        <select id="class"><option value="" selected>all classes ({})</option>{}</select></label>
        """,
        Numbers.count(byName.size()),
        byName.stream()
            .map(
                entry ->
                    Html.of(
                        "<option value=\"{}\">{}{} ({})</option>",
                        entry.getKey(),
                        entry.getValue().name(),
                        twice.contains(entry.getValue().name()) ? ", class " + entry.getKey() : "",
                        Numbers.count(entry.getValue().photos())))
            .collect(Html.joined()));
  }
}
