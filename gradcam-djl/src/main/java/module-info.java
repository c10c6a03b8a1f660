/** TorchScript files as models. */
module io.github.gradcam.djl {
  requires transitive io.github.gradcam;
  requires ai.djl.api;
  requires ai.djl.pytorch_engine;
  requires static transitive org.jspecify;

  exports io.github.gradcam.djl;
}
