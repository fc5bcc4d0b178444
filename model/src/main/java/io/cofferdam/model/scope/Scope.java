package io.cofferdam.model.scope;

import io.cofferdam.model.Narrowing;
import io.cofferdam.model.Unknown;
import java.util.List;

/// What leaked, as narrow as the inputs allow.
///
/// @param objects distinct objects over all stores
/// @param people distinct data subjects over all countries and classes
/// @param subjects per country and data class; empty without a data map
/// @param records data records (rows) taken, where the data map counts them
/// @param noEvidenceOfAccess true only when coverage is complete for the whole possible window and
///     no read was found
/// @param narrow what would narrow the result most, best first
public record Scope(
    Bounds objects,
    Bounds people,
    Bounds records,
    List<StoreScope> stores,
    List<SubjectCount> subjects,
    List<ArtefactScope> artefacts,
    boolean noEvidenceOfAccess,
    List<Unknown> unknown,
    List<Narrowing> narrow) {
  public Scope {
    stores = List.copyOf(stores);
    subjects = List.copyOf(subjects);
    artefacts = List.copyOf(artefacts);
    unknown = List.copyOf(unknown);
    narrow = List.copyOf(narrow);
  }
}
