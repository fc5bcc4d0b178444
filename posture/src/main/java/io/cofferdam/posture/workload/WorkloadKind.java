package io.cofferdam.posture.workload;

/// A workload's part in the chain of a language model.
public enum WorkloadKind {
  /// Answers requests with a model.
  ENDPOINT("endpoint"),
  /// A model by itself: its files and what it was made from.
  MODEL("model"),
  /// Acts on behalf of callers with a model's help.
  AGENT("agent"),
  /// Makes a model.
  TRAINING("training"),
  /// A place in which people make and try models.
  NOTEBOOK("notebook"),
  /// Keeps models or images of model servers.
  REGISTRY("registry"),
  /// Keeps what is looked up for answers.
  RETRIEVAL("retrieval"),
  /// A machine, container or function that serves or calls a model by itself.
  SELF_HOSTED("self-hosted");

  private final String word;

  WorkloadKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Whether it takes requests, so that somebody may reach it.
  public boolean serves() {
    return this == ENDPOINT || this == AGENT || this == SELF_HOSTED;
  }
}
