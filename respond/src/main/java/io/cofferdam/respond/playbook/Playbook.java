package io.cofferdam.respond.playbook;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.respond.cases.ContactKind;
import io.cofferdam.respond.cases.StepClass;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What is to be done about one kind of leak, as it was read; [PlaybookCheck] says whether it may
/// be run.
///
/// @param id of CACAO: `playbook--` and a UUID
/// @param slug the short name by which people call it: `training-data`
/// @param name its title
/// @param leak the kind of leak it is for, or empty for a part that others call
/// @param form the form of deployment it is for, or empty for all
/// @param contacts kinds of contacts that a case needs for it
/// @param start the id of its first step
/// @param steps in the order of the document
/// @param agents the names of its agents by id; `targets` likewise
/// @param source the document as canonical JSON, from which it can be read again
public record Playbook(
    String id,
    String slug,
    String name,
    String description,
    String leak,
    String form,
    String modified,
    boolean revoked,
    List<ContactKind> contacts,
    Map<StepClass, RaciRule> raci,
    Map<String, Variable> variables,
    Map<String, String> agents,
    Map<String, String> targets,
    String start,
    Optional<String> onException,
    Map<String, PlaybookStep> steps,
    Place place,
    String source) {
  public Playbook {
    contacts = List.copyOf(contacts);
    raci = ordered(raci);
    variables = ordered(variables);
    agents = ordered(agents);
    targets = ordered(targets);
    steps = ordered(steps);
  }

  private static <K, V> Map<K, V> ordered(Map<K, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /// Of the whole document, in hexadecimal.
  public String hash() {
    return Hash.sha256(source.getBytes(StandardCharsets.UTF_8)).hex();
  }

  public Optional<PlaybookStep> step(String id) {
    return Optional.ofNullable(steps.get(id));
  }

  /// A step that is known to be there.
  public PlaybookStep at(String id) {
    return Objects.requireNonNull(steps.get(id), id);
  }
}
