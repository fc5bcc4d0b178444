package io.cofferdam.posture.predicate.bucket;

import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.NamedValues;
import io.cofferdam.access.aws.symbolic.OutsiderQuestion;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.aws.symbolic.Words;
import io.cofferdam.access.aws.symbolic.Zone;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Asks for callers outside the trust zone of a scene: the accounts of the data map and of the
/// scan, their organisation, the partners named, and the VPCs and VPC endpoints that were read.
public final class OutsideZone {
  private static final int MOST_UNSURE = 20;

  private final Scene scene;
  private final Zone zone;
  private final List<String> organisationUnread;
  private final List<String> accountsUnread;
  private final boolean networksUnread;

  private OutsideZone(Scene scene) {
    this.scene = scene;
    var controls = OrganisationPolicies.of(scene);
    Set<String> accounts = new HashSet<>(scene.zone().accounts());
    accounts.addAll(controls.accounts());
    Set<String> organisations = new HashSet<>(scene.zone().organisations());
    for (var partner : scene.zone().partners()) {
      (partner.startsWith("o-") ? organisations : accounts).add(partner);
    }
    Set<String> networks = new HashSet<>();
    ids("vpc-endpoint", "VpcEndpointId", networks);
    ids("vpc", "VpcId", networks);
    this.zone = new Zone(accounts, organisations, networks);
    this.organisationUnread =
        scene.inventory().ofType(Inventory.ACCOUNT).stream()
            .flatMap(account -> account.gapsOf(List.of("organisation")).stream())
            .map(Gap::words)
            .distinct()
            .toList();
    this.accountsUnread = organisations.isEmpty() ? organisationUnread : controls.accountsUnread();
    this.networksUnread =
        scene.inventory().ofType("vpc-endpoint").isEmpty()
            && !scene.inventory().gapsOf("vpc-endpoint").isEmpty();
  }

  public static OutsideZone of(Scene scene) {
    return scene.derived(OutsideZone.class, OutsideZone::new);
  }

  private void ids(String type, String member, Set<String> into) {
    for (Resource each : scene.inventory().ofType(type)) {
      var id = each.fact(member).asText("");
      if (!id.isEmpty()) {
        into.add(id);
      }
    }
  }

  /// The zone in words: what an answer calls "outside".
  public String words() {
    return scene.zone().declared()
        ? "the accounts, organisation and partners that the data map names"
        : "nobody named further accounts or partners, so the zone is the account"
            + (zone.organisations().isEmpty() ? "" : " and its organisation");
  }

  public boolean holds(String account) {
    return zone.accounts().contains(account);
  }

  /// Why an account that is not in the zone may still belong to an organisation that is; empty
  /// where that is known.
  public Optional<String> unsure(String account) {
    var partner =
        scene.zone().partners().stream().filter(p -> p.startsWith("o-")).sorted().findFirst();
    if (partner.isPresent()) {
      return Optional.of(
          "whether account "
              + account
              + " belongs to partner "
              + partner.get()
              + ", which nobody else can be asked (if so, name it under `expected: partners`)");
    }
    return accountsUnread.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "whether account "
                + account
                + " belongs to the company's organisation ("
                + accountsUnread.getFirst()
                + ")");
  }

  /// Whether some outsider is allowed one of some actions.
  public Outcome ask(PublicQuestion question, List<String> actions) {
    Set<String> accounts = new HashSet<>(zone.accounts());
    Set<String> open = new LinkedHashSet<>();
    for (var tries = 0; tries < MOST_UNSURE; tries++) {
      var asked =
          new OutsiderQuestion(
              question, new Zone(accounts, zone.organisations(), zone.networks()), actions);
      switch (asked.answer()) {
        case Answer.Impossible(Proof proof) -> {
          return open.isEmpty()
              ? new Outcome.Met(proof.lines())
              : new Outcome.Undetermined(List.copyOf(open));
        }
        case Answer.Unknown(Set<String> why) -> {
          open.addAll(why);
          return new Outcome.Undetermined(List.copyOf(open));
        }
        case Answer.Found(DecisionRequest request, String caller) -> {
          var doubt = doubt(question, request);
          if (doubt.isEmpty()) {
            return new Outcome.Violated(caller + " (" + words() + ")", List.of(Words.of(request)));
          }
          open.add(doubt.get());
          if (!accounts.add(request.principal().account())) {
            return new Outcome.Undetermined(List.copyOf(open));
          }
        }
      }
    }
    return new Outcome.Undetermined(List.copyOf(open));
  }

  /// What would have to be known to call the caller an outsider.
  private Optional<String> doubt(PublicQuestion question, DecisionRequest request) {
    if (!request.principal().canonicalId().isEmpty()) {
      return zone.accounts().size() > 1 || !zone.organisations().isEmpty()
          ? Optional.of(
              "whose canonical user id "
                  + request.principal().canonicalId()
                  + " is (s3:ListAllMyBuckets in each account tells its own)")
          : Optional.empty();
    }
    var present = request.context().present();
    if (networksUnread
        && (present.containsKey("aws:sourcevpce") || present.containsKey("aws:sourcevpc"))) {
      return Optional.of(
          "whose VPC endpoint "
              + present.getOrDefault("aws:sourcevpce", List.of("it"))
              + " is (ec2:DescribeVpcEndpoints)");
    }
    if (!organisationUnread.isEmpty()
        && (present.containsKey("aws:principalorgid")
            || present.containsKey("aws:principalorgpaths"))) {
      return Optional.of(
          "whether the organisation that the policy names is the company's own ("
              + organisationUnread.getFirst()
              + ")");
    }
    var account = request.principal().account();
    // only an account that a policy names can turn out to be of the organisation
    return named(question, account) ? unsure(account) : Optional.empty();
  }

  private static boolean named(PublicQuestion question, String account) {
    return Stream.concat(
            question.policy().stream(),
            question.accessPoints().stream().flatMap(point -> point.policy().stream()))
        .anyMatch(policy -> NamedValues.of(policy).accounts().contains(account));
  }

  /// What several answers come to: what is violated weighs most, then what is not known.
  static Outcome worst(List<Outcome> outcomes) {
    var proof = new ArrayList<String>();
    var open = new LinkedHashSet<String>();
    for (var outcome : outcomes) {
      switch (outcome) {
        case Outcome.Violated v -> {
          return v;
        }
        case Outcome.Undetermined(var missing) -> open.addAll(missing);
        case Outcome.Met(var lines) -> proof.addAll(lines);
        case Outcome.NotApplicable n -> {}
      }
    }
    return open.isEmpty() ? new Outcome.Met(proof) : new Outcome.Undetermined(List.copyOf(open));
  }
}
