package io.cofferdam.access.aws.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One AWS policy document, with its statements sorted by the services they speak of.
public final class PolicyDocument {
  private final PolicyVersion version;
  private final List<Statement> statements;
  private final TextIndex services;
  private final List<List<Statement>> byPlace;
  private final List<Statement> forAnyService;

  public PolicyDocument(PolicyVersion version, List<Statement> statements) {
    this.version = version;
    this.statements = List.copyOf(statements);
    Map<String, List<Statement>> byService = new HashMap<>();
    List<Statement> any = new ArrayList<>();
    for (Statement statement : this.statements) {
      Optional<Set<String>> services = statement.action().services();
      if (services.isEmpty()) {
        byService.values().forEach(list -> list.add(statement));
        any.add(statement);
      } else {
        for (String service : services.get()) {
          byService.computeIfAbsent(service, s -> new ArrayList<>(any)).add(statement);
        }
      }
    }
    this.forAnyService = List.copyOf(any);
    this.services = new TextIndex(byService.keySet());
    this.byPlace = new ArrayList<>(Collections.nCopies(services.places(), forAnyService));
    byService.forEach((service, own) -> byPlace.set(services.find(service), own));
  }

  public PolicyVersion version() {
    return version;
  }

  public List<Statement> statements() {
    return statements;
  }

  /// The statements whose actions can be of the service, in order; all others match none of its
  /// actions.
  ///
  /// @param service what stands before the colon of its actions, in lower case
  public List<Statement> statementsFor(String service) {
    int place = services.find(service);
    return place < 0 ? forAnyService : byPlace.get(place);
  }

  @Override
  public String toString() {
    return "PolicyDocument[" + version + ", " + statements + "]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyDocument that
        && version == that.version
        && statements.equals(that.statements);
  }

  @Override
  public int hashCode() {
    return statements.hashCode();
  }
}
