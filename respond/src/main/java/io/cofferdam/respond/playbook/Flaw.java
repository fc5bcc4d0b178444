package io.cofferdam.respond.playbook;

import io.cofferdam.respond.cases.Worded;

/// Something that is wrong with a document: a playbook, or what one is exported to.
///
/// @param kind one of a closed set of its own for each kind of document
/// @param words what is wrong, the value in backticks, what was expected in brackets
/// @param hint how to mend it, or empty
public record Flaw(Place place, Worded kind, String words, String hint)
    implements Comparable<Flaw> {

  /// `leak.yaml:12:3: dangling-step: ...`
  public String line() {
    return place.words() + ": " + kind.word() + ": " + words + (hint.isEmpty() ? "" : "; " + hint);
  }

  @Override
  public int compareTo(Flaw other) {
    int byPlace = place.compareTo(other.place);
    int byKind = byPlace == 0 ? kind.word().compareTo(other.kind.word()) : byPlace;
    return byKind == 0 ? words.compareTo(other.words) : byKind;
  }
}
