package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.IamRole;
import io.cofferdam.access.aws.estate.IamUser;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.access.aws.estate.request.Change;
import io.cofferdam.access.aws.estate.request.EstateDecider;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.aws.estate.request.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The slow, obvious answer: every actor tries every act on every other, again and again until
/// nothing changes. No index, no classes, no table: the acts are written out here.
final class NaiveClosure {
  private final Estate estate;
  private final EstateDecider decider;
  private final Map<String, Verdict> decided = new HashMap<>();

  NaiveClosure(Estate estate) {
    this.estate = estate;
    this.decider = new EstateDecider(estate);
  }

  Map<Actor, Verdict> from(String start) {
    Map<Actor, Verdict> reached = new HashMap<>();
    reached.put(Actor.of(start), Verdict.YES);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Actor by : List.copyOf(reached.keySet())) {
        for (EstatePrincipal target : estate.principals().values()) {
          Actor plain = Actor.of(target.arn());
          Verdict become = reached.get(by).and(become(by, target));
          changed |= raise(reached, plain, become);
          if (reached.containsKey(plain)) {
            Verdict both = reached.get(by).and(reached.get(plain)).and(empower(by, target));
            changed |= raise(reached, plain.empowered(), both);
          }
        }
      }
    }
    return reached;
  }

  private static boolean raise(Map<Actor, Verdict> reached, Actor actor, Verdict verdict) {
    Verdict old = reached.getOrDefault(actor, Verdict.NO);
    if (verdict.compareTo(old) > 0) {
      reached.put(actor, verdict);
      return true;
    }
    return false;
  }

  private Verdict may(Actor actor, Operation operation, Change change) {
    return decided.computeIfAbsent(
        actor + " " + operation + change, k -> decider.rule(actor, operation, change).verdict());
  }

  private Verdict may(Actor actor, String action, String resource) {
    return may(actor, Operation.on(action, resource), Change.NONE);
  }

  private boolean sameAccount(Actor actor, String account) {
    return estate.principals().get(actor.arn()).account().equals(account);
  }

  private Verdict become(Actor by, EstatePrincipal target) {
    if (by.arn().equals(target.arn())) {
      return Verdict.NO;
    }
    boolean near = sameAccount(by, target.account());
    if (target instanceof IamUser) {
      return near
          ? may(by, "iam:CreateAccessKey", target.arn())
              .or(may(by, "iam:CreateLoginProfile", target.arn()))
              .or(may(by, "iam:UpdateLoginProfile", target.arn()))
          : Verdict.NO;
    }
    Verdict best = may(by, "sts:AssumeRole", target.arn());
    if (near) {
      best = best.or(may(by, "iam:UpdateAssumeRolePolicy", target.arn()));
      for (String service : Services.ALL.keySet()) {
        best = best.or(pass(by, (IamRole) target, service));
      }
    }
    for (EstateResource host : estate.resources().values()) {
      if (host.runsAs().filter(target.arn()::equals).isPresent()
          && sameAccount(by, host.account())) {
        best =
            best.or(may(by, "lambda:UpdateFunctionCode", host.arn()))
                .or(may(by, "lambda:UpdateFunctionConfiguration", host.arn()));
      }
    }
    return best;
  }

  /// What one does with a role one passes; the policies of the random estates tell new resources
  /// apart by nothing but the action.
  private static final class Services {
    static final Map<String, List<List<String>>> ALL =
        Map.of(
            "lambda.amazonaws.com",
            List.of(List.of("lambda:CreateFunction", "lambda:InvokeFunction")),
            "ec2.amazonaws.com",
            List.of(List.of("ec2:RunInstances")));
  }

  private Verdict pass(Actor by, IamRole role, String service) {
    Verdict all =
        may(
            by,
            Operation.on("iam:PassRole", role.arn()).with("iam:passedtoservice", service),
            Change.NONE);
    for (List<String> actions : Services.ALL.getOrDefault(service, List.of())) {
      for (String action : actions) {
        String arn = "arn:aws:lambda:eu-central-1:" + role.account() + ":function:any";
        all = all.and(may(by, Operation.making(action, arn), Change.NONE));
      }
    }
    return all.and(
        decider
            .rule(
                new RequestPrincipal(PrincipalKind.AWS_SERVICE, service, "", ""),
                Operation.on("sts:AssumeRole", role.arn())
                    .with("aws:sourceaccount", role.account()),
                Set.of())
            .verdict());
  }

  private Verdict empower(Actor by, EstatePrincipal target) {
    if (!sameAccount(by, target.account())) {
      return Verdict.NO;
    }
    return switch (target) {
      case IamUser u ->
          may(by, "iam:PutUserPolicy", u.arn())
              .or(
                  may(
                      by,
                      Operation.on("iam:AttachUserPolicy", u.arn())
                          .with("iam:policyarn", "arn:aws:iam::aws:policy/AdministratorAccess"),
                      Change.NONE));
      case IamRole r ->
          may(by, "iam:PutRolePolicy", r.arn())
              .or(
                  may(
                      by,
                      Operation.on("iam:AttachRolePolicy", r.arn())
                          .with("iam:policyarn", "arn:aws:iam::aws:policy/AdministratorAccess"),
                      Change.NONE));
    };
  }

  /// Who can read a bucket's objects in clear text, by trying the objects that random policies tell
  /// apart.
  Verdict clearText(String start, String bucket) {
    Map<Actor, Verdict> reached = from(start);
    EstateResource resource = estate.resources().get(bucket);
    String key =
        ((ResourceDetail.Bucket) resource.detail()).encryptionKey().asOptional().orElse("");
    Verdict best = Verdict.NO;
    for (Actor actor : reached.keySet()) {
      Verdict get = Verdict.NO;
      for (String object :
          List.of("/any-object", "/home/" + name(actor) + "/x", "/team-a/x", "/team-b/x", "/z")) {
        get = get.or(need(reached, actor, Operation.on("s3:GetObject", bucket + object), bucket));
      }
      Verdict decrypt = Verdict.YES;
      if (!key.isEmpty()) {
        Operation operation =
            Operation.on("kms:Decrypt", key)
                .with("kms:viaservice", "s3.eu-central-1.amazonaws.com")
                .with("aws:viaawsservice", "true");
        decrypt = need(reached, actor, operation, key);
      }
      best = best.or(get.and(decrypt).and(reached.get(actor)));
    }
    return best;
  }

  private static String name(Actor actor) {
    return actor.arn().substring(actor.arn().lastIndexOf('/') + 1);
  }

  private Verdict need(
      Map<Actor, Verdict> reached, Actor actor, Operation operation, String resource) {
    Verdict best = may(actor, operation, Change.NONE);
    EstateResource opened = estate.resources().get(resource);
    for (Actor by : reached.keySet()) {
      boolean owner = sameAccount(by, opened.account());
      if (resource.contains(":s3:") && owner) {
        best =
            best.or(
                may(by, "s3:PutBucketPolicy", resource)
                    .and(reached.get(by))
                    .and(may(actor, operation, Change.POLICY_REPLACED)));
      }
      if (resource.contains(":kms:")) {
        best =
            best.or(
                may(by, "kms:CreateGrant", resource)
                    .and(reached.get(by))
                    .and(may(actor, operation, Change.GRANT_ADDED)));
        if (owner) {
          best =
              best.or(
                  may(by, "kms:PutKeyPolicy", resource)
                      .and(reached.get(by))
                      .and(may(actor, operation, Change.POLICY_REPLACED)));
        }
      }
    }
    return best;
  }
}
