package io.github.gradcam.djl.internal.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A method as the source declares it.
 *
 * @param name its name
 * @param self the text of the first parameter, such as {@code self: __torch__.Net}
 * @param params the other parameters
 * @param returns the declared type of its result
 * @param body its statements, or empty if they are not understood: it is then left alone
 */
public record Method(
    String name, String self, List<Param> params, String returns, Optional<List<Stmt>> body) {

  /**
   * A parameter.
   *
   * @param name its name
   * @param type its declared type
   * @param rest a default value with its sign, or nothing
   */
  public record Param(String name, String type, String rest) {

    /** Whether it is declared as a tensor. */
    public boolean isTensor() {
      return type.equals("Tensor");
    }

    /** The parameter as the source declares it. */
    public String text() {
      return name + ": " + type + rest;
    }
  }

  /** The name by which the body speaks of its object. */
  public String selfName() {
    int colon = self.indexOf(':');
    return colon < 0 ? self : self.substring(0, colon);
  }

  /** Whether its result is declared as a tensor. */
  public boolean returnsTensor() {
    return returns.equals("Tensor");
  }
}
