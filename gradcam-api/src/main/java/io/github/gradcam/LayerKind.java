package io.github.gradcam;

import io.github.gradcam.model.Layer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a layer does, as far as the framework's name for it tells. */
enum LayerKind {
  /** Sums up a neighbourhood, and makes nothing of its own. */
  POOLS(".*pool(ing)?_?([123]d)?(same)?(layer)?|subsampling([123]d)?layer"),

  /** Thins out or passes on. */
  PASSES(
      ".*drop(out|path|_path)?_?([123]d)?(layer)?|stochasticdepth|identity|input(layer|vertex)?"
          + "|poolhelpervertex"),

  /** Puts the same numbers elsewhere. */
  TURNS(
      "permute|transpose|swapaxes|flatten|reshape|view|contiguous|clone"
          + "|(reshape|preprocessor)vertex"),

  /** Closes a stage of a transformer and is no stage itself. */
  CLOSES(".*(layer|rms)_?norm(alization)?(2d)?");

  private final Pattern names;

  LayerKind(String names) {
    this.names = Pattern.compile(names);
  }

  boolean fits(Layer layer) {
    return names.matcher(layer.kind().toLowerCase(Locale.ROOT)).matches();
  }
}
