package io.cofferdam.respond.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What a playbook may refer to outside of itself.
///
/// @param acts the words that name the target, by the id of the act
/// @param duties ids of legal duties; empty where they cannot be told, so that none is held wrong
/// @param playbooks another playbook by its id
public record Known(
    Map<String, List<String>> acts,
    Optional<Set<String>> duties,
    Function<String, Optional<Playbook>> playbooks) {
  public Known {
    acts = Map.copyOf(acts);
    duties = duties.map(Set::copyOf);
  }
}
