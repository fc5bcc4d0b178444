package io.cofferdam.files;

/// One thing met on a walk through the inputs.
public sealed interface Walked permits Content, Archive, Skipped {
  /// The path as given, members of archives as `outer!/member`, hostile names escaped.
  String path();
}
