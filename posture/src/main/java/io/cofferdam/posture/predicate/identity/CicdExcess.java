package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.answer.Holder;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Of a role that build pipelines act as: it neither reads sensitive data nor has the power of an
/// administrator, by itself or over several steps.
final class CicdExcess implements Predicate {
  private static final Set<String> SERVICES =
      Set.of("codebuild.amazonaws.com", "codepipeline.amazonaws.com");

  @Override
  public Outcome evaluate(Resource role, Scene scene) {
    var trust = PolicyCheck.trust(role);
    if (trust.isEmpty()) {
      return new Outcome.Undetermined(
          List.of("iam:GetAccountAuthorizationDetails: a trust policy that can be read"));
    }
    var pipelines = pipelines(role, trust.get(), scene);
    if (pipelines.isEmpty()) {
      return new Outcome.NotApplicable("no build pipeline acts as it");
    }
    var estate = ScanEstate.of(scene);
    var power = AdminPower.of(scene);
    var buckets = SensitiveBuckets.of(scene);
    List<String> witness = new ArrayList<>();
    List<String> open = new ArrayList<>(estate.missing(role.account()));
    for (Holder holder : power.holders()) {
      if (holder.principal().equals(role.id())) {
        if (holder.verdict() == Verdict.YES) {
          witness.add("it has, or comes to, the power of an administrator");
        } else if (estate.dependsOnGaps(role.id(), power.question())) {
          open.add(role.id() + ": is an administrator if what was not read allows it");
        }
      }
    }
    var reads = SensitiveReads.of(scene);
    for (var bucket : reads.by(role.id())) {
      witness.add(
          "it reads "
              + bucket.name()
              + (Readers.direct(estate, role.id(), bucket.id()) ? "" : " over several steps"));
    }
    for (var bucket : reads.perhapsBy(role.id())) {
      open.add(role.id() + ": reads " + bucket.name() + " if what was not read allows it");
    }
    if (!witness.isEmpty()) {
      return Told.violated(
          estate,
          role.account(),
          "pipelines of " + String.join(", ", pipelines) + " act as it, and " + witness.getFirst(),
          witness);
    }
    open.addAll(buckets.undecided());
    if (!open.isEmpty()) {
      return new Outcome.Undetermined(Told.shortened(open));
    }
    List<String> proof = new ArrayList<>();
    proof.add("pipelines of " + String.join(", ", pipelines) + " act as it");
    proof.add("it does not come to the power of an administrator");
    proof.add(
        buckets.none()
            ? SensitiveBuckets.unclassed()
            : "it reads none of "
                + Told.count(buckets.buckets().size(), "bucket")
                + " with sensitive data");
    return new Outcome.Met(proof);
  }

  /// Whose pipelines act as the role.
  private static Set<String> pipelines(Resource role, PolicyCheck trust, Scene scene) {
    Set<String> pipelines = new TreeSet<>();
    for (var provider : OidcTrust.providers(trust)) {
      if (OidcIssuers.of(provider).map(OidcIssuers::pipeline).orElse(false)) {
        pipelines.add(OidcIssuers.name(provider));
      }
    }
    for (var name : trust.named("sts:AssumeRole")) {
      if (name instanceof PrincipalName.Service(String service) && SERVICES.contains(service)) {
        pipelines.add(service);
      }
    }
    for (var path : List.of("project.serviceRole", "serviceRole")) {
      for (var project : scene.inventory().where("codebuild-project", path, role.id())) {
        pipelines.add("CodeBuild project " + project.name());
      }
    }
    for (var profile : role.fact("InstanceProfileList")) {
      for (var instance :
          scene
              .inventory()
              .where("ec2-instance", "IamInstanceProfile.Arn", profile.path("Arn").asText())) {
        if (named(instance).contains("jenkins")) {
          pipelines.add("the Jenkins host " + instance.name());
        }
      }
    }
    return pipelines;
  }

  private static String named(Resource instance) {
    return (instance.name() + " " + Scene.tags(instance).getOrDefault("Name", ""))
        .toLowerCase(Locale.ROOT);
  }
}
