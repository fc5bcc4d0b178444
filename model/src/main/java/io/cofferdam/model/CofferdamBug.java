package io.cofferdam.model;

/// A fault of ours: a state the code holds to be impossible.
public final class CofferdamBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CofferdamBug(String message) {
    super(message);
  }

  public CofferdamBug(String message, Throwable cause) {
    super(message, cause);
  }
}
