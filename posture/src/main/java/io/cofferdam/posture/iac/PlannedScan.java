package io.cofferdam.posture.iac;

import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.PlannedFacts;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.plan.CollectPlan;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Judges what a plan or template would make.
///
/// Where the account is not known, it is judged for an account that it does not name and for each
/// that it names; what differs between them is undetermined.
public final class PlannedScan {
  private static final String NOBODYS = "000000000000";
  private static final String UNKNOWN = "unknown";
  private static final int ACCOUNTS_TRIED = 8;

  private static final Pattern MADE_UP = Pattern.compile("planned-[a-z0-9-]+");

  private final Mappings mappings;
  private final CollectPlan collected;
  private final List<Control> controls;

  /// @param collected which facts live resources of each type have
  public PlannedScan(Mappings mappings, CollectPlan collected, List<Control> controls) {
    this.mappings = mappings;
    this.collected = collected;
    this.controls = List.copyOf(controls);
  }

  /// What judging a plan gave.
  ///
  /// @param findings of resources named by their addresses
  /// @param judged how many resources were judged
  /// @param account where it is known
  /// @param notes what a reader must know, in sentences
  public record Result(
      List<Finding> findings,
      int judged,
      Optional<String> account,
      Optional<String> region,
      List<String> notes) {
    public Result {
      findings = List.copyOf(findings);
      notes = List.copyOf(notes);
    }
  }

  /// Judges a plan.
  ///
  /// @param account given by the caller, or empty: what the plan tells
  /// @param region likewise
  public Result judge(
      PlanSource source,
      Optional<String> account,
      Optional<String> region,
      DataMap map,
      Instant at) {
    var first = source.planned(account.orElse(NOBODYS), region.orElse(""));
    var known = account.or(first::account);
    var where = region.or(first::region);
    if (known.isPresent()) {
      return one(source, known.get(), known, where, map, at);
    }
    var told = one(source, NOBODYS, known, where, map, at);
    var merged = new LinkedHashMap<String, Finding>();
    told.findings().forEach(each -> merged.put(each.id(), each));
    var notes = new ArrayList<>(told.notes());
    var others = new TreeSet<>(first.accounts());
    others.remove(NOBODYS);
    if (others.size() > ACCOUNTS_TRIED) {
      notes.add(
          "It names "
              + others.size()
              + " accounts; only the first "
              + ACCOUNTS_TRIED
              + " were tried as the one it is applied to. Name it with --account.");
    }
    for (var other : others.stream().limit(ACCOUNTS_TRIED).toList()) {
      for (var each : one(source, other, known, where, map, at).findings()) {
        merged.computeIfPresent(each.id(), (_, before) -> agreed(before, each, other));
      }
    }
    return new Result(List.copyOf(merged.values()), told.judged(), known, where, notes);
  }

  private static Finding agreed(Finding before, Finding other, String account) {
    return before.outcome().word().equals(other.outcome().word())
            || before.outcome() instanceof Outcome.Undetermined
        ? before
        : before.told(
            before.resource(),
            new Outcome.Undetermined(
                List.of(
                    "account: whether it is applied to "
                        + account
                        + " is not known; name the account with --account")));
  }

  private Result one(
      PlanSource source,
      String account,
      Optional<String> known,
      Optional<String> region,
      DataMap map,
      Instant at) {
    var planned = source.planned(account, region.orElse(""));
    var build = new PlannedInventory(planned, mappings, collected, account, region.orElse(""));
    var inventory = build.inventory();
    var invented = build.invented();
    var told =
        new Evaluator(controls, new Predicates())
            .evaluate(new Scene(inventory, map, at)).stream()
                .filter(each -> ofPlan(each))
                .map(each -> told(each, invented, known))
                .toList();
    var judged = inventory.resources().size() - 1;
    return new Result(told, judged, known, region, notes(planned, build, known, region));
  }

  /// Of the account only what the plan itself sets is judged.
  private static boolean ofPlan(Finding finding) {
    if (PlannedFacts.where(finding.resource()).isPresent()) {
      return true;
    }
    var facts = finding.resource().facts();
    return finding.resource().type().equals(Inventory.ACCOUNT)
        && finding.control().resources().contains(Inventory.ACCOUNT)
        && !finding.control().needs().isEmpty()
        && finding.control().needs().stream().allMatch(facts::has);
  }

  private static Finding told(
      Finding finding, Map<String, String> invented, Optional<String> account) {
    var resource = finding.resource();
    var address =
        PlannedFacts.where(resource).map(PlannedFacts.Written::address).orElse(resource.id());
    var name = invented.containsKey(resource.name()) ? address : resource.name();
    var renamed =
        new Resource(
            resource.type(),
            address,
            name,
            account.orElse(UNKNOWN),
            resource.region(),
            resource.facts(),
            resource.gaps());
    return finding.told(renamed, told(finding.outcome(), invented));
  }

  private static Outcome told(Outcome outcome, Map<String, String> invented) {
    return switch (outcome) {
      case Outcome.Met(var proof) -> new Outcome.Met(told(proof, invented));
      case Outcome.Violated(var why, var witness) ->
          new Outcome.Violated(told(why, invented), told(witness, invented));
      case Outcome.NotApplicable(var why) -> new Outcome.NotApplicable(told(why, invented));
      case Outcome.Undetermined(var missing) -> new Outcome.Undetermined(told(missing, invented));
    };
  }

  private static List<String> told(List<String> texts, Map<String, String> invented) {
    return texts.stream().map(each -> told(each, invented)).toList();
  }

  private static String told(String text, Map<String, String> invented) {
    var told = text.replace(NOBODYS, "ACCOUNT").replace(Identity.SOME_REGION, "REGION");
    return told.contains("planned-")
        ? MADE_UP.matcher(told).replaceAll(found -> addressed(found.group(), invented))
        : told;
  }

  /// An address in place of a name that stands in for it; what follows the name stays.
  private static String addressed(String found, Map<String, String> invented) {
    for (var end = found.length(); end > 0; end = found.lastIndexOf('-', end - 1)) {
      var address = invented.get(found.substring(0, end));
      if (address != null) {
        return Matcher.quoteReplacement(address + found.substring(end));
      }
    }
    return Matcher.quoteReplacement(found);
  }

  private static List<String> notes(
      Planned planned, PlannedInventory build, Optional<String> account, Optional<String> region) {
    var notes = new ArrayList<>(planned.notes());
    if (!build.unmapped().isEmpty()) {
      var count = build.unmapped().values().stream().mapToInt(Integer::intValue).sum();
      notes.add(
          (count == 1
                  ? "1 planned resource is of a type"
                  : count + " planned resources are of types")
              + (count == 1 ? " that is not judged: " : " that are not judged: ")
              + String.join(
                  ", ",
                  build.unmapped().entrySet().stream()
                      .map(each -> each.getKey() + " (" + each.getValue() + ")")
                      .toList())
              + ".");
    }
    if (!build.elsewhere().isEmpty()) {
      notes.add(
          "These belong to resources that are not in the plan, and are not judged: "
              + String.join(", ", build.elsewhere())
              + ".");
    }
    notes.addAll(build.assumed());
    if (account.isEmpty()) {
      notes.add("The account is not known: what depends on it is undetermined. See --account.");
    }
    if (region.isEmpty()) {
      notes.add("The region is not known: what depends on it is undetermined. See --region.");
    }
    notes.add(
        "What is outside the plan is not seen: the account's own settings, policies of the"
            + " organisation, other stacks.");
    return notes;
  }
}
