package io.cofferdam.posture.workload;

/// How sure it is that a resource is a workload with a language model, the surest first.
public enum Sureness {
  CERTAIN("certain"),
  LIKELY("likely"),
  POSSIBLE("possible");

  private final String word;

  Sureness(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
