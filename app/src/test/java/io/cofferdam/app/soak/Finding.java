package io.cofferdam.app.soak;

import org.jspecify.annotations.Nullable;

/// A promise that did not hold for an input.
public final class Finding extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Finding(String what) {
    super(what);
  }

  public Finding(String what, @Nullable Throwable cause) {
    super(what, cause);
  }

  static void unless(boolean holds, String what) {
    if (!holds) {
      throw new Finding(what);
    }
  }

  /// What tells one finding from another: the innermost cause, and where in our code it came up.
  static String signature(Throwable thrown) {
    var inner = thrown;
    while (inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
    }
    var where = "";
    for (var frame : inner.getStackTrace()) {
      if (frame.getClassName().startsWith("io.cofferdam.") && !isOurs(frame.getClassName())) {
        where = frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
        break;
      }
    }
    var text = inner instanceof Finding ? String.valueOf(inner.getMessage()) : "";
    return inner.getClass().getSimpleName() + " " + where + " " + text.replaceAll("[0-9]+", "#");
  }

  private static boolean isOurs(String className) {
    return className.startsWith(Finding.class.getPackageName() + ".");
  }
}
