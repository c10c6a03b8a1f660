package io.github.gradcam.cli.report;

import io.github.gradcam.Prediction;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A card as markup. What it looks like, and which picture shows, is the style sheet's: each card
 * has radio buttons of the classes v0 (the photo), v1, v2, … beside pictures of the same classes.
 *
 * @param number the card's place in the report; keeps its radio buttons apart from others'
 */
record CardHtml(long number) {

  Html of(ReportCard card) {
    // A switch over the sealed type would need Java 21.
    return card instanceof PhotoCard photo ? explained(photo) : failed((FailureCard) card);
  }

  private static Html failed(FailureCard card) {
    return Html.of(
        """
        <li class="card failed"><article><h3>Not explained</h3>
        <p class="file"><bdi>{}</bdi></p>
        <p class="why">{}</p></article></li>
        """,
        card.file(),
        card.error());
  }

  private Html explained(PhotoCard card) {
    return Html.of(
        """
        <li class="card{}"><article><div class="pictures">{}{}</div>
        {}
        <p class="file"><bdi>{}</bdi></p>
        {}<fieldset><legend>Picture of {}</legend>{}{}</fieldset></article></li>
        """,
        marks(card),
        picture(0, card.photo(), Html.of("Photo {}", card.file())),
        IntStream.range(0, card.heats().size())
            .mapToObj(i -> picture(i + 1, card.heats().get(i).picture(), alt(card.heats().get(i))))
            .collect(Html.joined()),
        card.predicted().map(CardHtml::predicted).orElseGet(() -> scored(card.heats().get(0))),
        card.file(),
        card.predictions().size() > 1 ? others(card) : Html.none(),
        card.file(),
        choice(0, Html.of("photo")),
        IntStream.range(0, card.heats().size())
            .mapToObj(i -> choice(i + 1, heat(card.heats().get(i))))
            .collect(Html.joined()));
  }

  private static Html marks(PhotoCard card) {
    return Html.of(
        "{}{}",
        card.predicted()
            .map(
                prediction ->
                    Html.of(
                        " c{} {}",
                        prediction.classIndex(),
                        Confidence.of(prediction.probability()).mark()))
            .orElseGet(Html::none),
        card.hasEmptyMap() ? " empty" : "");
  }

  private static Html picture(int view, Thumbnail thumbnail, Html alt) {
    return Html.of(
        """
        <img class="v{}" width="{}" height="{}" loading="lazy" decoding="async" alt="{}" src="{}">\
        """,
        view,
        thumbnail.width(),
        thumbnail.height(),
        alt,
        thumbnail.address());
  }

  private static Html alt(HeatView heat) {
    return heat.empty()
        ? Html.of("No heat for {}: the map is empty", heat.description())
        : Html.of("Most heat for {} lies {}", heat.description(), heat.whereabouts().words());
  }

  private static Html predicted(Prediction prediction) {
    return Html.of(
        "<h3><bdi>{}</bdi> <span>{}</span></h3>",
        prediction.name(),
        Numbers.percent(prediction.probability()));
  }

  private static Html scored(HeatView heat) {
    return Html.of(
        "<h3><bdi>{}</bdi> <span>score {}</span></h3>",
        heat.description(),
        String.format(Locale.ROOT, "%.3g", heat.value()));
  }

  private static Html others(PhotoCard card) {
    return Html.of(
        "<p class=\"others\">then {}</p>\n",
        card.predictions().stream()
            .skip(1)
            .map(
                prediction ->
                    Html.of(
                        "<span><bdi>{}</bdi> {}</span> ",
                        prediction.name(),
                        Numbers.percent(prediction.probability())))
            .collect(Html.joined()));
  }

  private Html choice(int view, Html name) {
    return Html.of(
        "<label><input type=\"radio\" name=\"v{}\" class=\"v{}\"{}><span>{}</span></label>",
        number,
        view,
        view == 0 ? Html.of(" checked") : Html.none(),
        name);
  }

  private static Html heat(HeatView heat) {
    return Html.of(
        "heat: <bdi>{}</bdi>{}{}",
        heat.description(),
        heat.probability().isPresent()
            ? " " + Numbers.percent(heat.probability().getAsDouble())
            : "",
        heat.empty() ? Html.of(" <em class=\"badge\">empty map</em>") : Html.none());
  }
}
