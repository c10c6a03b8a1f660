package io.github.gradcam.error;

import org.jspecify.annotations.Nullable;

/** The root of everything this library throws on purpose. */
public abstract sealed class GradCamException extends RuntimeException
    permits BackendUnavailableException,
        ClosedException,
        DeviceUnavailableException,
        EngineException,
        InvalidInputException,
        InvalidTargetException,
        ModelOpenException,
        NonFiniteException,
        UnexplainableLayerException,
        UnknownLayerException,
        UnsupportedOperationInModelException,
        WriteException {

  private static final long serialVersionUID = 1L;

  GradCamException(String message) {
    super(message);
  }

  GradCamException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
