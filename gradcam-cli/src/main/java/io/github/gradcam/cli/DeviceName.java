package io.github.gradcam.cli;

import io.github.gradcam.model.Device;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code cpu}, {@code gpu}, {@code gpu:1}; {@code cuda} means {@code gpu}. */
final class DeviceName implements ITypeConverter<Device> {

  private static final Pattern GPU = Pattern.compile("(?:gpu|cuda)(?::(\\d{1,4}))?");

  @Override
  public Device convert(String value) {
    Matcher gpu = GPU.matcher(value);
    if (value.equals("cpu")) {
      return Device.cpu();
    } else if (gpu.matches()) {
      return Device.gpu(gpu.group(1) == null ? 0 : Integer.parseInt(gpu.group(1)));
    }
    throw new TypeConversionException("'" + value + "' is no device; say cpu, gpu or gpu:1");
  }
}
