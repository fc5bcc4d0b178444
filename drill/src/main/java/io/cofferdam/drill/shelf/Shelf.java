package io.cofferdam.drill.shelf;

import java.io.IOException;
import java.io.OutputStream;

/// Takes the files of a drill by their relative path, written with `/`.
public interface Shelf {
  /// Starts a file; each path is opened once.
  OutputStream open(String path) throws IOException;
}
