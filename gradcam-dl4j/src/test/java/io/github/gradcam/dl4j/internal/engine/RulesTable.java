package io.github.gradcam.dl4j.internal.engine;

import java.util.Map;
import java.util.TreeMap;

/** Prints, for each type of layer and vertex, how far its way back is from central differences. */
final class RulesTable {

  private RulesTable() {}

  /**
   * Prints the table as Markdown.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Map<String, Double> worst = new TreeMap<>();
    Map<String, Integer> networks = new TreeMap<>();
    Cases.all()
        .forEach(
            network ->
                Proof.of(
                        new Trial(
                            Library.of(network.network().get()).plan(), network.input().get()))
                    .stream()
                    .filter(proof -> !proof.type().isEmpty())
                    .forEach(
                        proof -> {
                          worst.merge(proof.type(), proof.error(), Math::max);
                          networks.merge(proof.type(), 1, Integer::sum);
                        }));
    System.out.println("| type | proofs | worst relative error |");
    System.out.println("|---|---:|---:|");
    worst.forEach(
        (type, error) ->
            System.out.printf("| `%s` | %d | %.1e |%n", type, networks.get(type), error));
  }
}
