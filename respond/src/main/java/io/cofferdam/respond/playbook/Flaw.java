package io.cofferdam.respond.playbook;

/// Something that is wrong with a playbook.
///
/// @param words what is wrong, the value in backticks, what was expected in brackets
/// @param hint how to mend it, or empty
public record Flaw(Place place, FlawKind kind, String words, String hint)
    implements Comparable<Flaw> {

  /// `leak.yaml:12:3: dangling-step: ...`
  public String line() {
    return place.words() + ": " + kind.word() + ": " + words + (hint.isEmpty() ? "" : "; " + hint);
  }

  @Override
  public int compareTo(Flaw other) {
    int byPlace = place.compareTo(other.place);
    int byKind = byPlace == 0 ? kind.compareTo(other.kind) : byPlace;
    return byKind == 0 ? words.compareTo(other.words) : byKind;
  }
}
