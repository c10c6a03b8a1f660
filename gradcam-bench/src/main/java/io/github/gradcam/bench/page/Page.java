package io.github.gradcam.bench.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.gradcam.bench.page.results.Host;
import io.github.gradcam.bench.page.results.Peers;
import io.github.gradcam.bench.page.results.Results;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page: the template, and what its sections show. A section without results is missing, and the
 * template says so.
 *
 * @param sections by the template's names
 * @param figures all plots
 */
record Page(Map<String, Object> sections, List<Figure> figures) {

  private static final String TEMPLATE = "performance.md";

  static Page of(Results results, Optional<String> remarks, String images) {
    Map<String, Object> sections = new HashMap<>();
    List<Shown> all = new ArrayList<>();
    for (Question question : Questions.all()) {
      question.shown(results).ifPresent(shown -> put(sections, all, question.key(), shown));
    }
    Rows.ofImages(results).shown().ifPresent(shown -> put(sections, all, "images", shown));
    Rows.ofOthers(results).shown().ifPresent(shown -> put(sections, all, "others", shown));
    results.peers().ifPresent(peers -> put(sections, all, peers));
    sections.put("goals", Goals.of(results).table().markdown());
    results.host().ifPresent(host -> sections.put("host", facts(host)));
    new Settings(results).table().ifPresent(it -> sections.put("settings", it.markdown()));
    remarks.ifPresent(text -> sections.put("remarks", text.strip()));
    sections.put("folder", images);
    return new Page(sections, all.stream().flatMap(shown -> shown.figures().stream()).toList());
  }

  private static void put(Map<String, Object> sections, List<Shown> all, String key, Shown shown) {
    sections.put(key, shown);
    all.add(shown);
  }

  private static void put(Map<String, Object> sections, List<Shown> all, Peers peers) {
    PeerSections shown = new PeerSections(peers);
    List<Shown> questions = shown.questions();
    sections.put("peers", peers);
    sections.put("peersHost", facts(peers.host()));
    sections.put("peersVersions", facts(peers.versions()));
    sections.put("peersQuestions", questions);
    shown.agreement().ifPresent(agreement -> sections.put("peersAgreement", agreement));
    all.addAll(questions);
  }

  private static String facts(Host host) {
    return new Facts(host).table().markdown();
  }

  String markdown() {
    return template().execute(sections);
  }

  private static Template template() {
    try (InputStream in = Page.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException("This program was built without " + TEMPLATE + ".");
      }
      try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
        return Mustache.compiler().escapeHTML(false).compile(reader);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(TEMPLATE + " cannot be read.", e);
    }
  }
}
