package io.github.gradcam.bench.page;

import java.util.List;

/**
 * What a section of the page shows. The template reads it.
 *
 * @param title above it, where the template does not have one
 * @param table Markdown
 * @param figures below it
 */
record Shown(String title, String table, List<Figure> figures) {}
