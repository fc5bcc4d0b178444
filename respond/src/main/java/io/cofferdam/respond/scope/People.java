package io.cofferdam.respond.scope;

import io.cofferdam.model.Unknown;
import io.cofferdam.model.scope.Bounds;
import io.cofferdam.model.scope.SubjectCount;
import java.util.List;

/// Whose data was taken.
///
/// @param unresolved people concerned at most whose residence is not known
/// @param blind names of stores of which it is not known whose data they hold
record People(
    Bounds people,
    Bounds records,
    List<SubjectCount> rows,
    long unresolved,
    List<String> blind,
    List<Unknown> unknown) {
  People {
    rows = List.copyOf(rows);
    blind = List.copyOf(blind);
    unknown = List.copyOf(unknown);
  }
}
