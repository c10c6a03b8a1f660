package io.github.gradcam.dl4j.internal.source;

import java.io.IOException;
import org.nd4j.shade.jackson.core.JsonFactory;
import org.nd4j.shade.jackson.core.JsonParser;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.core.JsonToken;
import org.nd4j.shade.jackson.core.StreamReadFeature;

/** A stranger's JSON, read token by token and never further than is sensible. */
final class Json {

  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 64;

  /** Errors do not repeat the text. */
  private static final JsonFactory QUIET =
      JsonFactory.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  private Json() {}

  /** Looks at what a JSON text holds. */
  @FunctionalInterface
  interface Visitor {

    /**
     * Looks at one token; the parser stands on it.
     *
     * @param depth in how many objects and lists it lies: the root's own fields lie in 1
     */
    void visit(JsonToken token, JsonParser parser, int depth) throws IOException;
  }

  /**
   * Walks over all of it.
   *
   * @param what the text's name, for messages
   * @throws SourceException if it is no JSON object, or is nested too deeply
   */
  static void walk(String what, String text, Visitor visitor) {
    try (JsonParser parser = QUIET.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new SourceException("holds a " + what + " that is no JSON object");
      }
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          throw new SourceException("holds a " + what + " that is cut short");
        }
        visitor.visit(token, parser, depth);
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > DEEPEST) {
          throw new SourceException(
              "holds a " + what + " that is nested more than " + DEEPEST + " deep");
        }
        if (token.isNumeric() && parser.getTextLength() > LONGEST_NUMBER) {
          throw new SourceException(
              "holds a " + what + " with a number of " + parser.getTextLength() + " digits");
        }
      }
      if (parser.nextToken() != null) {
        throw new SourceException("holds a " + what + " that goes on after its end");
      }
    } catch (JsonProcessingException broken) {
      throw new SourceException(
          "holds a "
              + what
              + " that is no JSON: "
              + Shown.text(broken.getOriginalMessage())
              + ". Copy or save it again",
          broken);
    } catch (IOException impossible) {
      throw new SourceException(
          "holds a " + what + " that cannot be read: " + SourceException.line(impossible),
          impossible);
    }
  }
}
