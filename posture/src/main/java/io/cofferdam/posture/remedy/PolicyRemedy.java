package io.cofferdam.posture.remedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.control.Control;
import io.cofferdam.posture.control.Evaluator;
import io.cofferdam.posture.control.Exposes;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicates;
import io.cofferdam.posture.scene.Scene;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds the change of a resource's own policy that mends a finding: a Deny that is added, or the
/// Allow statements without which the control is met. Each is tried on the control itself before it
/// is offered.
///
/// Cost: the control once for each Allow statement, and a few comparisons.
public final class PolicyRemedy {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int STATEMENTS_TRIED = 40;
  private static final List<String> FACTS = List.of("policy", "AssumeRolePolicyDocument");
  private static final Map<String, String> DENIES =
      Map.of(
          "aws.s3.tls-only",
          "{\"Bool\":{\"aws:SecureTransport\":\"false\"}}",
          "aws.s3.tls13-only",
          "{\"NumericLessThan\":{\"s3:TlsVersion\":\"1.3\"}}");

  /// Controls on who may assume a role: its trust policy is one of a resource too.
  private static final Set<String> TRUSTS =
      Set.of("aws.iam.trust-external", "aws.iam.oidc-subject-open", "aws.iam.confused-deputy");

  /// Resources that are never without a policy: AWS takes no empty one for them.
  private static final Set<String> ALWAYS = Set.of("kms-key", "iam-role");

  private final Scene scene;
  private final Evaluator evaluator = new Evaluator(List.of(), new Predicates());

  public PolicyRemedy(Scene scene) {
    this.scene = scene;
  }

  /// Whether a change of a policy of the resource may mend what violates a control.
  static boolean mayMend(Control control) {
    return control.exposes() != Exposes.NOTHING
        || DENIES.containsKey(control.id())
        || TRUSTS.contains(control.id());
  }

  /// The change for a violated control; empty where no change of a policy is known to mend it.
  public Optional<PolicyChange> of(Finding finding) {
    if (!(finding.outcome() instanceof Outcome.Violated)) {
      return Optional.empty();
    }
    var control = finding.control();
    var deny = DENIES.get(control.id());
    if (deny != null) {
      return added(control, finding.resource(), deny);
    }
    return mayMend(control)
        ? FACTS.stream()
            .map(fact -> removed(control, finding.resource(), fact))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  private Optional<PolicyChange> added(Control control, Resource bucket, String condition) {
    var before = document(bucket, "policy");
    if (before.isEmpty() && bucket.fact("policy").isTextual()) {
      return Optional.empty();
    }
    var after = before.map(ObjectNode::deepCopy).orElseGet(PolicyRemedy::empty);
    var statement = JsonNodeFactory.instance.objectNode();
    statement.put(
        "Sid",
        unused(control.id().endsWith("tls-only") ? "DenyWithoutTls" : "DenyBelowTls13", after));
    statement.put("Effect", "Deny");
    statement.put("Principal", "*");
    statement.put("Action", "s3:*");
    statement.putArray("Resource").add(bucket.id()).add(bucket.id() + "/*");
    try {
      statement.set("Condition", JSON.readTree(condition));
    } catch (JsonProcessingException impossible) {
      return Optional.empty();
    }
    statements(after).add(statement);
    return tried(control, bucket, "policy", before, after, "one Deny statement is added");
  }

  /// A Sid stands once in a policy.
  private static String unused(String sid, ObjectNode policy) {
    var taken = new TreeSet<String>();
    statements(policy).forEach(each -> taken.add(each.path("Sid").asText("")));
    var free = sid;
    for (var number = 2; taken.contains(free); number++) {
      free = sid + number;
    }
    return free;
  }

  private Optional<PolicyChange> removed(Control control, Resource resource, String fact) {
    var before = document(resource, fact);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    var all = new ArrayList<JsonNode>();
    statements(before.get().deepCopy()).forEach(all::add);
    if (all.size() > STATEMENTS_TRIED) {
      return Optional.empty();
    }
    var kept = JsonNodeFactory.instance.arrayNode();
    var names = new ArrayList<String>();
    for (var at = 0; at < all.size(); at++) {
      if (allows(all.get(at)) && alone(control, resource, fact, before.get(), all, at)) {
        var sid = all.get(at).path("Sid").asText("");
        names.add((at + 1) + (sid.isEmpty() ? "" : " (\"" + sid + "\")"));
      } else {
        kept.add(all.get(at));
      }
    }
    if (names.isEmpty() || (kept.isEmpty() && ALWAYS.contains(resource.type()))) {
      return Optional.empty();
    }
    var after = before.get().deepCopy();
    after.set("Statement", kept);
    return tried(
        control,
        resource,
        fact,
        before,
        after,
        "statement " + String.join(", ", names) + " is removed");
  }

  /// Whether one Allow statement, with all that deny, violates the control by itself.
  private boolean alone(
      Control control,
      Resource resource,
      String fact,
      ObjectNode before,
      List<JsonNode> all,
      int at) {
    var only = before.deepCopy();
    var statements = only.putArray("Statement");
    for (var each = 0; each < all.size(); each++) {
      if (each == at || !allows(all.get(each))) {
        statements.add(all.get(each));
      }
    }
    return evaluator.evaluate(control, with(resource, fact, only), scene.afresh())
        instanceof Outcome.Violated;
  }

  private Optional<PolicyChange> tried(
      Control control,
      Resource resource,
      String fact,
      Optional<ObjectNode> before,
      ObjectNode after,
      String what) {
    var outcome = evaluator.evaluate(control, with(resource, fact, after), scene.afresh());
    return outcome instanceof Outcome.Met || outcome instanceof Outcome.NotApplicable
        ? Optional.of(Compared.of(fact, before.orElseGet(PolicyRemedy::empty), after, what))
        : Optional.empty();
  }

  private static Resource with(Resource resource, String fact, ObjectNode policy) {
    ObjectNode facts = resource.facts().deepCopy();
    if (statements(policy).isEmpty()) {
      facts.remove(fact);
    } else {
      facts.put(fact, policy.toString());
    }
    return resource.with(facts, resource.gaps());
  }

  private static boolean allows(JsonNode statement) {
    return statement.path("Effect").asText("").equals("Allow");
  }

  private static ObjectNode empty() {
    var policy = JsonNodeFactory.instance.objectNode();
    policy.put("Version", "2012-10-17");
    policy.putArray("Statement");
    return policy;
  }

  /// The statements of a document, as a list in it.
  private static ArrayNode statements(ObjectNode policy) {
    if (policy.path("Statement") instanceof ArrayNode list) {
      return list;
    }
    var one = policy.path("Statement");
    var list = policy.putArray("Statement");
    if (one.isObject()) {
      list.add(one);
    }
    return list;
  }

  /// IAM gives its documents URL-encoded (RFC 3986), so that a plus sign is one.
  private static String plain(String text) {
    if (text.stripLeading().startsWith("{")) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static Optional<ObjectNode> document(Resource resource, String fact) {
    var policy = resource.fact(fact);
    try {
      var read = policy.isTextual() ? JSON.readTree(plain(policy.asText())) : policy;
      return read instanceof ObjectNode document ? Optional.of(document) : Optional.empty();
    } catch (JsonProcessingException bad) {
      return Optional.empty();
    }
  }
}
