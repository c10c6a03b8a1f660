package io.github.gradcam.cli.report;

/**
 * The page around its cards.
 *
 * @param head its top
 * @param filters what the reader chooses from
 */
record Page(HeadHtml head, FilterHtml filters) {

  /** The policy allows the page's own pictures and style, and nothing from elsewhere. */
  Html beforeCards(Styles styles) {
    return Html.of(
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; \
        style-src '{}'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{}</title>
        <link rel="icon" href="data:,">
        <style>{}</style>
        </head>
        <body>
        <a class="skip" href="#photos">Skip to the photos</a>
        {}<main>
        {}<h2 id="photos" tabindex="-1">Photos</h2>
        <ol class="cards" role="list">
        """,
        styles.hash(),
        head.title(),
        new Html(styles.text()),
        head.markup(),
        filters.markup());
  }

  Html afterCards() {
    return Html.of(
        """
        </ol>
        <p class="shown">of {} shown</p>
        </main>
        </body>
        </html>
        """,
        Numbers.photos(head.tally().photos()));
  }
}
