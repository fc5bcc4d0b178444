package io.cofferdam.respond.cases;

import io.cofferdam.evidence.key.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Somebody on a case.
///
/// @param key the public key with which they approve, in its line form, if they have one
/// @param usedKeys all keys they ever had on this case as PEM: none of them can become another's
/// @param enrolledAs the number of the event that enrolled them last
/// @param enrolledBy who did
/// @param active false once removed
public record CasePerson(
    PersonId id,
    Set<Role> roles,
    Optional<String> key,
    List<String> usedKeys,
    int enrolledAs,
    Actor enrolledBy,
    boolean active) {
  public CasePerson {
    roles = Role.ordered(roles);
    usedKeys = List.copyOf(usedKeys);
  }

  /// The key, to check a signature with.
  public Optional<VerifierKey> verifier() {
    return key.flatMap(VerifierKey::ofLine);
  }

  CasePerson removed() {
    return new CasePerson(id, roles, key, usedKeys, enrolledAs, enrolledBy, false);
  }
}
