package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Of an account whose data must stay in some regions: nobody may call a model of Amazon Bedrock
/// through an inference profile that sends prompts elsewhere. A call by a profile needs the right
/// to the profile and to the model in the region it is sent to (Bedrock User Guide, "Prerequisites
/// for inference profiles"); a global profile is sent to the region `unspecified`.
final class CrossRegionProfiles implements Predicate {
  static final String TYPE = "bedrock-inference-profile";

  @Override
  public Outcome evaluate(Resource account, Scene scene) {
    var regions = scene.expected().regions();
    if (regions.isEmpty()) {
      return new Outcome.NotApplicable(
          "the data map does not say in which regions data may lie (expected: regions)");
    }
    var estate = ScanEstate.of(scene);
    var callers = new ModelCallers(account.account(), scene);
    List<String> open = new ArrayList<>(estate.missing(account.account()));
    scene.inventory().gapsOf(TYPE).stream()
        .filter(gap -> gap.account().equals(account.account()))
        .map(ListGap::gap)
        .map(Gap::words)
        .forEach(open::add);
    var routes = new TreeMap<String, Set<String>>();
    var looked = 0;
    for (var profile : scene.inventory().ofType(TYPE)) {
      if (!profile.account().equals(account.account())) {
        continue;
      }
      for (var model : outside(profile, regions)) {
        looked++;
        for (var principal : callers.principals()) {
          var verdict = route(callers, principal, profile, model, guardrails(scene));
          if (verdict == Verdict.YES) {
            routes
                .computeIfAbsent(profile.name() + " to " + where(model), _ -> new TreeSet<>())
                .add(principal.words());
          } else if (verdict == Verdict.ONLY_IF && open.size() < 20) {
            open.add(
                principal.arn() + ": calls " + profile.name() + " if what was not read allows it");
          }
        }
      }
    }
    if (!routes.isEmpty()) {
      List<String> lines = new ArrayList<>();
      routes.forEach(
          (route, who) ->
              lines.add(
                  route
                      + ": "
                      + String.join(", ", who.stream().limit(4).toList())
                      + (who.size() > 4 ? " and " + (who.size() - 4) + " more" : "")));
      return Told.violated(
          estate,
          account.account(),
          Told.count(routes.size(), "route")
              + " sending prompts outside "
              + String.join(", ", regions),
          lines);
    }
    if (!open.isEmpty()) {
      return new Outcome.Undetermined(Told.shortened(open.stream().distinct().toList()));
    }
    return new Outcome.Met(
        List.of(
            "nobody but administrators calls any of "
                + Told.count(looked, "route")
                + " of inference profiles that lead outside "
                + String.join(", ", regions)));
  }

  /// Whether the way is open with some guardrail, or with none that was approved.
  private static Verdict route(
      ModelCallers callers,
      EstatePrincipal principal,
      Resource profile,
      String model,
      List<String> guardrails) {
    var best = Verdict.NO;
    for (var guardrail : guardrails) {
      best =
          best.or(
              callers
                  .verdict(principal, profile.id(), profile.region(), guardrail)
                  .and(callers.verdict(principal, model, where(model), guardrail)));
    }
    return best;
  }

  private static List<String> guardrails(Scene scene) {
    List<String> guardrails = new ArrayList<>(List.of(""));
    scene.inventory().ofType(GuardrailEnforced.TYPE).forEach(each -> guardrails.add(each.id()));
    return guardrails;
  }

  /// The models of a profile that stand outside some regions, one for each region.
  private static List<String> outside(Resource profile, List<String> regions) {
    Set<String> seen = new LinkedHashSet<>();
    List<String> models = new ArrayList<>();
    for (var model : profile.fact("models")) {
      var arn = model.path("modelArn").asText("");
      if (!arn.isEmpty() && !regions.contains(where(arn)) && seen.add(where(arn))) {
        models.add(arn);
      }
    }
    return models;
  }

  private static String where(String model) {
    var fields = model.split(":", 6);
    return fields.length < 6 || fields[3].isEmpty() ? "unspecified" : fields[3];
  }
}
