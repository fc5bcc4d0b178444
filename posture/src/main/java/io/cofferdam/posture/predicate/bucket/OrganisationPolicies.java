package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.posture.estate.OrganisationFacts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The resource and service control policies that bind the accounts of a scene (AWS Organizations
/// User Guide, "Resource control policies" and "Service control policies"): those of the root, of
/// each unit on the way, and of the account. They bind every account of the organisation but its
/// management account.
public final class OrganisationPolicies {
  private final Scene scene;
  private final Optional<OrganisationFacts> organisation;
  private final Map<String, Binding> bindings = new ConcurrentHashMap<>();

  private OrganisationPolicies(Scene scene) {
    this.scene = scene;
    this.organisation = OrganisationFacts.of(scene.inventory());
  }

  /// What binds one account.
  ///
  /// @param rcps resource control policies, from the root to the account
  /// @param scps service control policies in the same order; none where one could not be read
  /// @param caveat what may bind it beyond these and was not read, in words; empty where all was
  public record Binding(
      List<List<PolicyDocument>> rcps, List<List<PolicyDocument>> scps, Optional<String> caveat) {
    static final Binding NONE = new Binding(List.of(), List.of(), Optional.empty());

    public Binding {
      rcps = rcps.stream().map(List::copyOf).toList();
      scps = scps.stream().map(List::copyOf).toList();
    }
  }

  public static OrganisationPolicies of(Scene scene) {
    return scene.derived(OrganisationPolicies.class, OrganisationPolicies::new);
  }

  public Binding on(String account) {
    return bindings.computeIfAbsent(account, this::binding);
  }

  /// The accounts of the organisation as far as they were read.
  Set<String> accounts() {
    return organisation.map(of -> of.accounts().keySet()).orElse(Set.of());
  }

  /// Why it is not known which accounts the organisation has; empty where it is, or there is none.
  List<String> accountsUnread() {
    return organisation.map(OrganisationFacts::unread).orElse(List.of());
  }

  private Binding binding(String account) {
    var told = scene.inventory().account(account);
    var gaps = told.map(a -> a.gapsOf(List.of("organisation"))).orElse(List.of());
    if (!gaps.isEmpty()) {
      return new Binding(
          List.of(),
          List.of(),
          Optional.of(
              "a resource control policy of its organisation, if it has one, may still forbid it ("
                  + gaps.getFirst().words()
                  + ")"));
    }
    var id = told.map(a -> a.fact("organisation.Id").asText("")).orElse("");
    if (id.isEmpty()
        || told.map(a -> a.fact("organisation.MasterAccountId").asText("").equals(account))
            .orElse(false)) {
      return Binding.NONE;
    }
    if (organisation.isEmpty() || !organisation.get().id().equals(id)) {
      return unread(id, "its policies were not read");
    }
    var of = organisation.get();
    if (!of.rcpsUnread().isEmpty()) {
      return unread(id, of.rcpsUnread().getFirst());
    }
    if (!of.accounts().containsKey(account)) {
      return unread(id, of.unread().isEmpty() ? "its tree was not read" : of.unread().getFirst());
    }
    return read(of, account);
  }

  private static Binding unread(String organisation, String why) {
    return new Binding(
        List.of(),
        List.of(),
        Optional.of(
            "a resource control policy of organisation "
                + organisation
                + " may still forbid it ("
                + why
                + ")"));
  }

  private Binding read(OrganisationFacts of, String account) {
    var places = new ArrayList<String>();
    places.add(account);
    var place = of.accounts().getOrDefault(account, "");
    while (!place.isEmpty() && !places.contains(place)) {
      places.addFirst(place);
      place = of.parents().getOrDefault(place, "");
    }
    var rcps = levels("org-rcp", places);
    if (rcps.isEmpty()) {
      return unread(of.id(), "organizations:DescribePolicy gave a text that is no policy");
    }
    return new Binding(rcps.get(), levels("org-scp", places).orElse(List.of()), Optional.empty());
  }

  /// The policies of a kind on each place; empty where one of them is not known.
  private Optional<List<List<PolicyDocument>>> levels(String type, List<String> places) {
    if (!scene.inventory().gapsOf(type).isEmpty()) {
      return Optional.empty();
    }
    var levels = new ArrayList<List<PolicyDocument>>();
    for (var place : places) {
      var level = new ArrayList<PolicyDocument>();
      for (var policy : scene.inventory().ofType(type)) {
        if (!policy.gaps().isEmpty()) {
          return Optional.empty();
        }
        if (attached(policy, place)) {
          var document = PolicyParser.parse(policy.fact("policy.Content").asText("")).asOptional();
          if (document.isEmpty()) {
            return Optional.empty();
          }
          level.add(document.get());
        }
      }
      levels.add(level);
    }
    return Optional.of(levels);
  }

  private static boolean attached(Resource policy, String place) {
    for (var target : policy.fact("targets.Targets")) {
      if (target.path("TargetId").asText().equals(place)) {
        return true;
      }
    }
    return false;
  }
}
