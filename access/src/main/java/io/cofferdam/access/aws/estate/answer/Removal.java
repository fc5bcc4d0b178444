package io.cofferdam.access.aws.estate.answer;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// What takes a right away from a principal.
///
/// @param statements whose removal ends it, checked by deciding anew; empty where no removal does
/// @param smallest whether no smaller set does
/// @param deny an inline policy with one Deny statement for the principal that ends it too, as
///     JSON, checked likewise; empty where none was found
/// @param whyNot where there is no such set
public record Removal(
    SortedSet<Removable> statements,
    boolean smallest,
    Optional<String> deny,
    Optional<String> whyNot) {
  public Removal {
    statements = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(statements));
  }
}
