package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A promise about every request that is allowed on a resource.
public sealed interface Property {

  /// Objects are read only through these VPC endpoints.
  ///
  /// @param endpoints ids, e.g. `vpce-1a2b3c4d`
  record ReadOnlyThroughEndpoints(Set<String> endpoints) implements Property {
    public ReadOnlyThroughEndpoints {
      endpoints = Set.copyOf(endpoints);
    }
  }

  /// Objects are read only from these VPCs or through these VPC endpoints. Left free are AWS
  /// services, acting for themselves or with the rights of a caller (aws:ViaAWSService).
  ///
  /// @param endpoints ids, e.g. `vpce-1a2b3c4d`
  /// @param vpcs ids, e.g. `vpc-1a2b3c4d`
  record ReadOnlyFromNetworks(Set<String> endpoints, Set<String> vpcs) implements Property {
    public ReadOnlyFromNetworks {
      endpoints = Set.copyOf(endpoints);
      vpcs = Set.copyOf(vpcs);
    }
  }

  /// Nothing is asked of the bucket below this version of TLS; plain HTTP is below all.
  ///
  /// @param version e.g. `1.3`
  record TlsAtLeast(String version) implements Property {}

  /// Objects are read by nobody else.
  ///
  /// @param principals ARNs of users, roles (for their sessions), accounts by number, services by
  ///     name
  record ReadersWithin(Set<String> principals) implements Property {
    public ReadersWithin {
      principals = Set.copyOf(principals);
    }
  }

  /// Objects are put only with this key named in the request. A bucket's default encryption, which
  /// may apply the key where a request names none, is not a matter of permission and not counted.
  record PutOnlyWithKey(String keyArn) implements Property {}

  /// Objects that principals put are encrypted with this key: the request names it, or says nothing
  /// of encryption so that the bucket's default applies, which is this key. What AWS services put
  /// for themselves is left free.
  ///
  /// @param customerKeys whether the bucket takes keys that the request itself brings (SSE-C)
  record PutEncryptedWith(String keyArn, boolean customerKeys) implements Property {}

  /// Models are invoked only under this guardrail, in any version.
  record InvokeOnlyWithGuardrail(String guardrailArn) implements Property {}

  /// The key that a request names for an object.
  String KEY_ID = "s3:x-amz-server-side-encryption-aws-kms-key-id";

  /// The promise in a sentence.
  default String words() {
    return switch (this) {
      case ReadOnlyThroughEndpoints(Set<String> ids) ->
          "no read from outside " + String.join(", ", ids.stream().sorted().toList());
      case ReadOnlyFromNetworks(Set<String> endpoints, Set<String> vpcs) ->
          "no read by a principal from outside "
              + Stream.concat(endpoints.stream(), vpcs.stream())
                  .sorted()
                  .collect(Collectors.joining(", "));
      case PutEncryptedWith(String key, boolean c) ->
          "no PutObject that encrypts with another key than " + key;
      case TlsAtLeast(String version) -> "no request below TLS " + version;
      case ReadersWithin(Set<String> who) ->
          "no reader but " + String.join(", ", who.stream().sorted().toList());
      case PutOnlyWithKey(String key) -> "no PutObject without the key " + key;
      case InvokeOnlyWithGuardrail(String id) -> "no invocation without the guardrail " + id;
    };
  }

  /// The actions it is about.
  default List<Pattern> actions() {
    return switch (this) {
      case ReadOnlyThroughEndpoints e ->
          List.of(action("s3:GetObject"), action("s3:GetObjectVersion"));
      case ReadOnlyFromNetworks n -> List.of(action("s3:GetObject"), action("s3:GetObjectVersion"));
      case PutEncryptedWith p -> List.of(action("s3:PutObject"));
      case ReadersWithin r -> List.of(action("s3:GetObject"), action("s3:GetObjectVersion"));
      case TlsAtLeast t -> List.of(action("s3:*"));
      case PutOnlyWithKey k -> List.of(action("s3:PutObject"));
      case InvokeOnlyWithGuardrail g ->
          List.of(action("bedrock:InvokeModel"), action("bedrock:InvokeModelWithResponseStream"));
    };
  }

  /// The service whose requests it is about, as it stands in ARNs; of any other resource it says
  /// nothing.
  default String service() {
    return this instanceof InvokeOnlyWithGuardrail ? "bedrock" : "s3";
  }

  /// The resources it is about.
  ///
  /// @param arn of the resource it is asked of
  default List<Pattern> resources(String arn) {
    boolean bucket = ResourceKinds.service(arn).equals("s3") && arn.indexOf('/') < 0;
    return bucket && !(this instanceof TlsAtLeast)
        ? List.of(Pattern.glob(arn + "/?*"))
        : ResourceKinds.arns(arn);
  }

  private static Pattern action(String name) {
    return Pattern.globIgnoringCase(name);
  }

  /// Whether the promise leaves whatever these callers do to them.
  default boolean permits(CallerClass caller) {
    return switch (this) {
      case ReadersWithin(Set<String> who) -> within(caller, who);
      case ReadOnlyFromNetworks n -> caller.kind() == PrincipalKind.AWS_SERVICE;
      case PutEncryptedWith p -> caller.kind() == PrincipalKind.AWS_SERVICE;
      case ReadOnlyThroughEndpoints e -> false;
      case TlsAtLeast t -> false;
      case PutOnlyWithKey k -> false;
      case InvokeOnlyWithGuardrail g -> false;
    };
  }

  /// What a request of these callers looks like that breaks it.
  default Formula violation(CallerClass caller) {
    return switch (this) {
      case ReadOnlyThroughEndpoints(Set<String> ids) ->
          lacks("StringEquals", "aws:SourceVpce", ids.stream().sorted().toList());
      case TlsAtLeast(String version) ->
          lacks("NumericGreaterThanEquals", "s3:TlsVersion", List.of(version));
      case ReadOnlyFromNetworks(Set<String> endpoints, Set<String> vpcs) ->
          lacks("StringEquals", "aws:SourceVpce", endpoints.stream().sorted().toList())
              .and(lacks("StringEquals", "aws:SourceVpc", vpcs.stream().sorted().toList()))
              .and(lacks("Bool", "aws:ViaAWSService", List.of("true")));
      case PutEncryptedWith(String key, boolean customerKeys) ->
          lacks("StringEquals", KEY_ID, List.of(key)).and(saysSomething(customerKeys));
      case ReadersWithin r -> permits(caller) ? Formula.never() : Formula.always();
      case PutOnlyWithKey(String key) -> lacks("StringEquals", KEY_ID, List.of(key));
      case InvokeOnlyWithGuardrail(String id) ->
          lacks("StringLike", "bedrock:GuardrailIdentifier", List.of(id, id + ":*"));
    };
  }

  private static boolean within(CallerClass caller, Set<String> who) {
    return who.contains(caller.roleArn().orElse(caller.principal().name()))
        || who.contains(caller.principal().account());
  }

  /// The request tells of encryption at all.
  private Formula saysSomething(boolean customerKeys) {
    Formula says =
        lacks("Null", KEY_ID, List.of("true"))
            .or(lacks("Null", "s3:x-amz-server-side-encryption", List.of("true")));
    return customerKeys
        ? says.or(
            lacks("Null", "s3:x-amz-server-side-encryption-customer-algorithm", List.of("true")))
        : says;
  }

  private Formula lacks(String operator, String key, List<String> values) {
    List<Template> templates = new ArrayList<>();
    for (String value : values) {
      templates.add(Template.of(value, io.cofferdam.access.aws.policy.PolicyVersion.V2008_10_17));
    }
    Condition condition =
        new Condition(
            ConditionOperator.parse(operator).orElseThrow(),
            key.toLowerCase(Locale.ROOT),
            key,
            templates);
    return new Formula.Is(new Test.OfCondition(condition), false, "breaking the promise");
  }
}
