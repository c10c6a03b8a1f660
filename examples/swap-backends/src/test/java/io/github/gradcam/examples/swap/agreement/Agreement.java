package io.github.gradcam.examples.swap.agreement;

import io.github.gradcam.method.CamMethod;
import io.github.gradcam.method.CamMethods;
import io.github.gradcam.tensor.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How far every two backends lie apart.
 *
 * @param setting the network
 * @param answers what each backend says
 */
record Agreement(Setting setting, List<Answers> answers) {

  static Agreement of(Setting setting, List<Path> photos) {
    List<Answers> answers = new ArrayList<>();
    for (String backend : setting.files().keySet().stream().sorted().toList()) {
      answers.add(Answers.of(setting, backend, photos));
    }
    return new Agreement(setting, answers);
  }

  /** Two backends. */
  record Pair(Answers one, Answers other) {

    /** How far the maps between 0 and 1 of a method lie apart, anywhere. */
    float maps(CamMethod method) {
      float worst = 0;
      for (Answers.Question question : one.maps().keySet()) {
        if (question.method().equals(method)) {
          worst =
              Math.max(
                  worst, apart(one.maps().get(question), other.maps().get(question), false));
        }
      }
      return worst;
    }

    /** How far the scores lie apart, as a share of the largest. */
    float logits() {
      return apart(one.logits(), other.logits(), true);
    }

    private static float apart(List<Tensor> some, List<Tensor> others, boolean relative) {
      float worst = 0;
      for (int i = 0; i < some.size(); i++) {
        float[] a = some.get(i).toArray();
        float[] b = others.get(i).toArray();
        float largest = relative ? largest(a) : 1;
        for (int k = 0; k < a.length; k++) {
          // What is no number is no agreement.
          float apart = Math.abs(a[k] - b[k]) / largest;
          worst = Float.isNaN(apart) ? Float.POSITIVE_INFINITY : Math.max(worst, apart);
        }
      }
      return worst;
    }

    private static float largest(float[] values) {
      float largest = 0;
      for (float value : values) {
        largest = Math.max(largest, Math.abs(value));
      }
      return largest;
    }
  }

  List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      for (int k = i + 1; k < answers.size(); k++) {
        pairs.add(new Pair(answers.get(i), answers.get(k)));
      }
    }
    return pairs;
  }

  /** A table in Markdown: a row a method, a column a pair. */
  String table() {
    StringBuilder table = new StringBuilder("| " + setting.name() + " |");
    List<Pair> pairs = pairs();
    for (Pair pair : pairs) {
      table.append(' ').append(pair.one().backend()).append(" – ").append(pair.other().backend());
      table.append(" |");
    }
    table.append("\n|---|").append("---|".repeat(pairs.size())).append('\n');
    for (CamMethod method : CamMethods.all()) {
      row(table, "`" + method.name() + "`", pairs.stream().map(pair -> pair.maps(method)).toList());
    }
    row(table, "logits, relative", pairs.stream().map(Pair::logits).toList());
    return table.toString();
  }

  private static void row(StringBuilder table, String name, List<Float> values) {
    table.append("| ").append(name).append(" |");
    for (float value : values) {
      table.append(String.format(Locale.ROOT, " %.1e |", value));
    }
    table.append('\n');
  }
}
