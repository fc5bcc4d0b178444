package io.cofferdam.posture.workload;

/// A side of a resource in which signs are looked for.
enum Trait {
  /// Its name, description and tags.
  NAME("name"),
  /// The image or algorithm that it runs, or the repository.
  IMAGE("image"),
  INSTANCE_TYPE("instance-type"),
  /// A device that it asks for.
  DEVICE("device"),
  /// Ports that it listens on or that are let in.
  PORT("port"),
  /// Addresses of a model's files.
  ARTEFACT("artefact");

  private final String word;

  Trait(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
