package io.github.gradcam.bench.network.torchscript;

import io.github.gradcam.tensor.Shape;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes objects in Python's pickle format, protocol 2, as far as TorchScript needs them.
 *
 * @see <a href="https://github.com/python/cpython/blob/main/Lib/pickletools.py">The opcodes</a>
 */
final class Pickle {

  private static final int EMPTY_TUPLE = ')';
  private static final int MARK = '(';
  private static final int NEW_OBJECT = 0x81;
  private static final int TUPLE = 't';
  private static final int REDUCE = 'R';

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Pickle() {
    out.write(0x80);
    out.write(2);
  }

  /** An object of a class; what follows, up to {@link #end()}, are names and values. */
  Pickle object(String type) {
    int dot = type.lastIndexOf('.');
    global(type.substring(0, dot), type.substring(dot + 1));
    out.write(EMPTY_TUPLE);
    out.write(NEW_OBJECT);
    out.write('}');
    out.write(MARK);
    return this;
  }

  /** Ends an object. */
  Pickle end() {
    out.write('u');
    out.write('b');
    return this;
  }

  Pickle text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.write('X');
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  Pickle none() {
    out.write('N');
    return this;
  }

  Pickle no() {
    out.write(0x89);
    return this;
  }

  private void yes() {
    out.write(0x88);
  }

  Pickle emptyTuple() {
    out.write(EMPTY_TUPLE);
    return this;
  }

  /** A tensor of float32, row-major, whose numbers lie in an entry of the archive. */
  Pickle tensor(String entry, Shape shape, Tensor kind) {
    global("torch._utils", "_rebuild_tensor_v2");
    out.write(MARK);
    out.write(MARK);
    text("storage");
    global("torch", "FloatStorage");
    text(entry);
    text("cpu");
    integer(shape.size());
    out.write(TUPLE);
    out.write('Q');
    integer(0);
    integers(shape.toArray());
    integers(strides(shape));
    if (kind == Tensor.PARAMETER) {
      yes();
    } else {
      no();
    }
    global("collections", "OrderedDict");
    out.write(EMPTY_TUPLE);
    out.write(REDUCE);
    out.write(TUPLE);
    out.write(REDUCE);
    return this;
  }

  /** What was written. */
  ByteBuffer bytes() {
    out.write('.');
    return ByteBuffer.wrap(out.toByteArray());
  }

  private void global(String module, String name) {
    out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void integers(int[] numbers) {
    out.write(MARK);
    for (int number : numbers) {
      integer(number);
    }
    out.write(TUPLE);
  }

  private void integer(int number) {
    out.write('J');
    number(number);
  }

  private void number(int number) {
    out.writeBytes(
        ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
  }

  private static int[] strides(Shape shape) {
    int[] strides = new int[shape.rank()];
    int stride = 1;
    for (int axis = shape.rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape.length(axis);
    }
    return strides;
  }
}
