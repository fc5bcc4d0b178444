package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleCondition;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import io.cofferdam.access.aws.decide.SmallWorld.SmallGrant;
import io.cofferdam.access.aws.decide.SmallWorld.SmallPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The evaluation logic of AWS once more, slowly and from the documents, over plain lists and
/// texts; shares nothing with the product.
final class ReferenceWorld {
  private final SmallWorld w;
  private final String service;
  private final Map<String, String> context;
  private final List<String> ownNames = new ArrayList<>();
  private final List<String> bucketNames;

  private ReferenceWorld(SmallWorld world) {
    w = world;
    service = w.action().substring(0, w.action().indexOf(':'));
    context = new HashMap<>(w.context());
    if (!w.account().isEmpty()) {
      context.put("aws:PrincipalAccount", w.account());
    }
    bucketNames = List.of(w.resource());
    ownNames.add(w.resource());
    if (w.point().isPresent()) {
      context.put("s3:DataAccessPointAccount", w.point().get().account());
      ownNames.add(pointName());
    }
  }

  static String decide(SmallWorld world) {
    ReferenceWorld reference = new ReferenceWorld(world);
    if (reference.denied()) {
      return "ExplicitlyDenied";
    }
    if (!reference.ceilings()) {
      return "ImplicitlyDenied";
    }
    if (reference.granted()) {
      return "Allowed";
    }
    return reference.undocumented() ? "Unknown" : "ImplicitlyDenied";
  }

  private String pointName() {
    String arn = w.point().orElseThrow().arn();
    int slash = w.resource().indexOf('/');
    return slash < 0 ? arn : arn + "/object" + w.resource().substring(slash);
  }

  private boolean isService() {
    return w.caller().endsWith(".amazonaws.com");
  }

  private boolean isRoot() {
    return w.caller().endsWith(":root");
  }

  private boolean isSession() {
    return w.caller().contains(":assumed-role/");
  }

  private boolean isFederated() {
    return w.caller().contains(":federated-user/");
  }

  private boolean bounded() {
    return w.boundary().isPresent()
        && (isSession() || w.caller().contains(":user/") || w.caller().contains(":role/"));
  }

  // --- statements

  private boolean speaksOf(SimpleStatement s, List<String> names) {
    boolean action = false;
    for (String a : s.actions()) {
      action |=
          ReferenceDecider.glob(a.toLowerCase(Locale.ROOT), w.action().toLowerCase(Locale.ROOT));
    }
    boolean resource = false;
    for (String r : s.resources()) {
      for (String name : names) {
        resource |= ReferenceDecider.glob(r, name);
      }
    }
    if (action == s.notAction() || resource == s.notResource()) {
      return false;
    }
    for (SimpleCondition condition : s.conditions()) {
      if (!ReferenceDecider.holds(condition, context)) {
        return false;
      }
    }
    return true;
  }

  private String role() {
    String name = w.caller().substring(w.caller().indexOf('/') + 1);
    return "arn:aws:iam::" + w.account() + ":role/" + name.substring(0, name.indexOf('/'));
  }

  /// How a principal list names the caller: self, everyone, role, account or no.
  private String named(List<String> principals) {
    if (principals.contains(w.caller()) || (isRoot() && principals.contains(w.account()))) {
      return "self";
    }
    if (principals.contains("*")) {
      return "everyone";
    }
    if (isSession() && principals.contains(role())) {
      return "role";
    }
    return !w.account().isEmpty() && principals.contains(w.account()) ? "account" : "no";
  }

  private String how(SimpleStatement s) {
    if (s.principals() == null) {
      return "self";
    }
    String named = named(s.principals());
    if (!s.notPrincipal()) {
      return named;
    }
    if (s.allow()) {
      return named.equals("no") ? "everyone" : "no";
    }
    boolean listed = named.equals("self") || named.equals("everyone");
    return listed && !bounded() ? "no" : "everyone";
  }

  private boolean anyDeny(List<SimpleStatement> statements, List<String> names) {
    return statements.stream()
        .anyMatch(s -> !s.allow() && !how(s).equals("no") && speaksOf(s, names));
  }

  private boolean anyAllow(List<SimpleStatement> statements, List<String> names, String how) {
    return statements.stream()
        .anyMatch(
            s ->
                s.allow()
                    && (how.isEmpty() ? !how(s).equals("no") : how(s).equals(how))
                    && speaksOf(s, names));
  }

  // --- the steps of the evaluation

  private boolean denied() {
    boolean denied = anyDeny(w.identity(), ownNames);
    denied |= w.policy().map(p -> anyDeny(p, bucketNames)).orElse(false);
    denied |= w.boundary().map(p -> anyDeny(p, ownNames)).orElse(false);
    denied |= w.session().map(p -> anyDeny(p, ownNames)).orElse(false);
    denied |= w.endpoint().map(p -> anyDeny(p, ownNames)).orElse(false);
    denied |=
        w.point()
            .flatMap(SmallPoint::policy)
            .map(p -> anyDeny(p, List.of(pointName())))
            .orElse(false);
    if (!w.account().isEmpty()) {
      denied |= w.scps().stream().anyMatch(level -> anyDeny(level, ownNames));
    }
    denied |= w.rcps().stream().anyMatch(level -> anyDeny(level, ownNames));
    return denied;
  }

  private boolean ceilings() {
    boolean scps =
        w.account().isEmpty() || w.scps().stream().allMatch(level -> anyAllow(level, ownNames, ""));
    return scps && w.endpoint().map(p -> anyAllow(p, ownNames, "")).orElse(true);
  }

  private boolean limits() {
    return w.boundary().map(p -> anyAllow(p, ownNames, "")).orElse(true)
        && w.session().map(p -> anyAllow(p, ownNames, "")).orElse(!isFederated());
  }

  private boolean identity() {
    return (isRoot() || anyAllow(w.identity(), ownNames, "")) && limits();
  }

  private boolean granted() {
    if (isRoot() && w.action().equals("sts:AssumeRole")) {
      return false;
    }
    if (notForOthers()) {
      return false;
    }
    List<SimpleStatement> policy = w.policy().orElse(List.of());
    boolean foreign = foreignObject();
    boolean inForce = !foreign && !(restricted() && isPublic(policy));
    List<String> lists = aclNames();
    boolean bucket =
        consent(policy, bucketNames, inForce, lists, w.owner(), foreign)
            && (w.point().isEmpty() || throughPoint(w.point().get()));
    return bucket || w.grants().stream().anyMatch(this::grant);
  }

  private boolean consent(
      List<SimpleStatement> policy,
      List<String> names,
      boolean inForce,
      List<String> lists,
      String owner,
      boolean foreign) {
    boolean self = (inForce && anyAllow(policy, names, "self")) || lists.contains("self");
    boolean everyone =
        (inForce && anyAllow(policy, names, "everyone")) || lists.contains("everyone");
    boolean role = inForce && anyAllow(policy, names, "role");
    boolean account = (inForce && anyAllow(policy, names, "account")) || lists.contains("account");
    if (w.account().isEmpty()) {
      return self || everyone;
    }
    if (!w.account().equals(owner) || foreign) {
      return (self || everyone || role || account) && identity();
    }
    boolean leads = service.equals("kms") || w.action().equals("sts:AssumeRole");
    return self || everyone || (role && limits()) || (leads ? account && identity() : identity());
  }

  private boolean throughPoint(SmallPoint point) {
    if (!point.vpc().isEmpty() && !point.vpc().equals(context.get("aws:SourceVpc"))) {
      return false;
    }
    List<SimpleStatement> policy = point.policy().orElse(List.of());
    boolean inForce = !(restricted() && point.vpc().isEmpty() && isPublic(policy));
    return consent(policy, List.of(pointName()), inForce, List.of(), point.account(), false);
  }

  // --- S3

  private boolean isObject() {
    return service.equals("s3") && w.resource().contains("/");
  }

  private boolean foreignObject() {
    return isObject()
        && !w.aclsDisabled()
        && !w.objectOwner().equals(w.owner())
        && !w.action().equals("s3:PutObject");
  }

  private boolean restricted() {
    boolean on =
        w.blocks().contains("restrict") || w.point().map(SmallPoint::restrict).orElse(false);
    boolean inside =
        w.account().equals(w.owner())
            || w.point().map(p -> p.account().equals(w.account())).orElse(false);
    return on && service.equals("s3") && !isService() && !inside;
  }

  private static boolean isPublic(List<SimpleStatement> policy) {
    return policy.stream().anyMatch(s -> s.allow() && isPublic(s));
  }

  private static boolean isPublic(SimpleStatement s) {
    if (!s.notPrincipal() && !s.principals().contains("*")) {
      return false;
    }
    for (SimpleCondition c : s.conditions()) {
      boolean fixing =
          c.key().equals("aws:PrincipalAccount") || c.key().equals("s3:DataAccessPointAccount");
      boolean equality = c.operator().equals("StringEquals") || c.operator().equals("StringLike");
      if (fixing && equality) {
        return false;
      }
    }
    return true;
  }

  private List<String> aclNames() {
    List<String> names = new ArrayList<>();
    if (!service.equals("s3") || w.aclsDisabled()) {
      return names;
    }
    Map<String, String> bucket =
        Map.of("s3:ListBucket", "READ", "s3:PutObject", "WRITE", "s3:GetBucketAcl", "READ_ACP");
    Map<String, String> object = Map.of("s3:GetObject", "READ", "s3:GetObjectAcl", "READ_ACP");
    acl(w.bucketAcl(), Optional.ofNullable(bucket.get(w.action())), names);
    acl(w.objectAcl(), Optional.ofNullable(object.get(w.action())), names);
    return names;
  }

  private void acl(List<String> grants, Optional<String> needed, List<String> into) {
    for (String grant : grants) {
      String who = grant.substring(0, grant.indexOf(' '));
      String what = grant.substring(grant.indexOf(' ') + 1);
      if (needed.isEmpty() || !(what.equals(needed.get()) || what.equals("FULL_CONTROL"))) {
        continue;
      }
      boolean open = who.equals("AllUsers") || who.equals("AuthenticatedUsers");
      if (open && w.blocks().contains("ignore")) {
        continue;
      }
      if (who.equals("AllUsers") || (who.equals("AuthenticatedUsers") && !w.account().isEmpty())) {
        into.add("everyone");
      } else if (who.equals(w.account())) {
        into.add("account");
      }
    }
  }

  // --- KMS

  private boolean grant(SmallGrant grant) {
    String operation = w.action().substring(w.action().indexOf(':') + 1);
    if (!grant.operations().contains(operation)) {
      return false;
    }
    boolean grantee =
        grant.grantee().equals(w.caller())
            || (isSession() && grant.grantee().equals(role()) && limits());
    return grantee && constraintHolds(grant, operation);
  }

  /// A grant to the role of a session that boundary or session policy do not let through: the
  /// documents do not say which wins.
  private boolean undocumented() {
    if (notForOthers()) {
      return false;
    }
    String operation = w.action().substring(w.action().indexOf(':') + 1);
    return isSession()
        && !limits()
        && w.grants().stream()
            .anyMatch(
                grant ->
                    grant.operations().contains(operation)
                        && grant.grantee().equals(role())
                        && constraintHolds(grant, operation));
  }

  private boolean notForOthers() {
    return w.action().equals("kms:DisableKey")
        && !w.account().isEmpty()
        && !w.account().equals(w.owner());
  }

  private boolean constraintHolds(SmallGrant grant, String operation) {
    if (operation.equals("DescribeKey") || grant.constraint().isEmpty()) {
      return true;
    }
    Map<String, String> told = new HashMap<>();
    context.forEach(
        (key, value) -> {
          if (key.startsWith("kms:EncryptionContext:")) {
            told.put(key.substring("kms:EncryptionContext:".length()), value);
          }
        });
    return grant.equals()
        ? told.equals(grant.constraint())
        : told.entrySet().containsAll(grant.constraint().entrySet());
  }
}
