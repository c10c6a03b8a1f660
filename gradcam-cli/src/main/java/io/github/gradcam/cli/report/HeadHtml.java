package io.github.gradcam.cli.report;

import io.github.gradcam.Provenance;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The top of the page: how many photos, what looked at them and how, and how to read the rest.
 *
 * @param facts what was told
 * @param tally what was counted
 */
record HeadHtml(ReportFacts facts, Tally tally) {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'xxx", Locale.ROOT);

  String title() {
    return tally.provenance().map(Provenance::model).map(model -> model.name() + ": ").orElse("")
        + "where the network looked in "
        + Numbers.photos(tally.photos());
  }

  Html markup() {
    return Html.of(
        """
        <header>
        <h1>Where the network looked</h1>
        <p class="counts">{}: {} explained, {} with an empty map, {} not explained</p>
        <dl>{}{}
        <div><dt>gradcam</dt><dd>{}, report made <time datetime="{}">{}</time></dd></div></dl>
        {}
        </header>
        """,
        Numbers.photos(tally.photos()),
        Numbers.count(tally.explained()),
        Numbers.count(tally.empty()),
        Numbers.count(tally.failed()),
        tally.provenance().map(HeadHtml::story).orElseGet(Html::none),
        facts.assumptions().stream()
            .map(sentence -> Html.of("<div><dt>Assumed</dt><dd>{}</dd></div>", sentence))
            .collect(Html.joined()),
        facts.gradcamVersion(),
        facts.made().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
        facts.made().format(MINUTE),
        guide());
  }

  private static Html story(Provenance from) {
    return Stream.of(
            entry("Model", from.model().name() + ", " + from.model().format()),
            entry(
                from.layers().size() == 1 ? "Layer" : "Layers",
                String.join(", ", from.layers())
                    + (from.layersChosenAutomatically() ? " (chosen automatically)" : "")),
            entry("Method", from.method()),
            entry("Preprocessing", from.preprocessing()),
            entry(
                "Engine",
                from.model().engine()
                    + " on "
                    + from.model().device()
                    + ", backend "
                    + from.model().backend()),
            entry("Computation", from.computation().details()))
        .collect(Html.joined());
  }

  private static Html entry(String name, String value) {
    return Html.of("<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>\n", name, value);
  }

  private static Html guide() {
    return Html.of(
        """
        <details><summary>How to read the pictures</summary>
        <p class="scale"><span>no evidence</span> <span class="bar"></span> \
        <span>the strongest in this photo</span></p>
        <p>Heat lies where the layer's evidence for a class lies. It is scaled for each picture, so \
        it cannot be compared between photos. An empty map means that nothing in the layer spoke \
        for the class. Heat tells what the network used, not whether it was right.</p>
        </details>\
        """);
  }
}
