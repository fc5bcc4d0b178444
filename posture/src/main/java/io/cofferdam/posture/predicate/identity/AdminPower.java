package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.answer.Holder;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.answer.Question.Need;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.scene.Carried;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who has the power of an administrator, and who can come to have it.
///
/// It is the power to give anybody any right and to read and run whatever there is: a handful of
/// acts on resources that nobody named, so that only a grant of everything passes, after service
/// control policies and permission boundaries. The rights are asked for with a boundary that limits
/// nothing, so that whoever may only hand on limited rights has no such power.
final class AdminPower implements Carried {
  private static final String EVERYTHING = "arn:aws:iam::aws:policy/AdministratorAccess";

  private static final List<String> OVER_IDENTITIES =
      List.of(
          "iam:PutRolePolicy",
          "iam:AttachRolePolicy",
          "iam:UpdateAssumeRolePolicy",
          "iam:PassRole");
  private static final List<String> OVER_RESOURCES =
      List.of(
          "s3:GetObject",
          "ec2:RunInstances",
          "lambda:UpdateFunctionCode",
          "secretsmanager:GetSecretValue");

  private final ScanEstate estate;
  private final Question question;
  private final List<Pattern> meant;
  private final List<Holder> holders;

  private AdminPower(Scene scene) {
    this.estate = ScanEstate.of(scene);
    this.meant = patterns(scene.expected().access().administrators());
    this.question = question(estate.region());
    this.holders = estate.whoCan().holders(question);
  }

  private AdminPower(AdminPower before, ScanEstate estate) {
    this.estate = estate;
    this.meant = before.meant;
    this.question = before.question;
    this.holders = before.holders;
  }

  /// The acts are asked for on resources that nobody named, so no single resource bears on them.
  @Override
  public Optional<AdminPower> after(Scene later, Change change) {
    return later.carried(ScanEstate.class).map(each -> new AdminPower(this, each));
  }

  static AdminPower of(Scene scene) {
    return scene.derived(AdminPower.class, AdminPower::new);
  }

  private static Question question(String region) {
    List<Need> needs = new ArrayList<>();
    for (var action : OVER_IDENTITIES) {
      needs.add(
          new Need(
              action,
              "*",
              false,
              Map.of("iam:policyarn", EVERYTHING, "iam:permissionsboundary", EVERYTHING)));
    }
    for (var action : OVER_RESOURCES) {
      needs.add(new Need(action, "*", false, Map.of("aws:requestedregion", region)));
    }
    return new Question("the power of an administrator", needs);
  }

  Question question() {
    return question;
  }

  /// Everybody who has it or can come to have it, by ARN.
  List<Holder> holders() {
    return holders;
  }

  /// Whether a principal has it by its own policies.
  Verdict direct(String principal) {
    return has(Actor.of(principal));
  }

  /// Whether an actor has it.
  Verdict has(Actor actor) {
    var all = Verdict.YES;
    for (var need : question.needs()) {
      if (all == Verdict.NO) {
        break;
      }
      var operation = new Operation(need.action(), need.resource(), false, need.context());
      all = all.and(estate.whoCan().reach().verdicts().of(actor, operation));
    }
    return all;
  }

  /// Whether the company says that this principal is meant to have it.
  boolean isMeant(String principal) {
    return meant.stream().anyMatch(pattern -> pattern.matches(principal));
  }

  /// Whether the company says of anybody that they are.
  boolean anyMeant() {
    return !meant.isEmpty();
  }

  /// Whether AWS itself keeps the principal, so that nobody in the account can act as it.
  static boolean keptByAws(EstatePrincipal principal) {
    return principal instanceof IamRole role && role.serviceLinked();
  }

  static List<Pattern> patterns(List<String> arns) {
    return arns.stream().map(Pattern::glob).toList();
  }
}
