package io.cofferdam.access.question;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the `request` of a question:
/// `{"principal","principalKind"?,"action","resource","resourceAccount"?,"context":{}}`.
final class RequestFields {
  private static final Set<String> MEMBERS =
      Set.of(
          "principal",
          "principalKind",
          "canonicalUserId",
          "action",
          "resource",
          "resourceAccount",
          "context");

  private static final Map<String, PrincipalKind> KINDS = kinds();

  private RequestFields() {}

  private static Map<String, PrincipalKind> kinds() {
    Map<String, PrincipalKind> kinds = new HashMap<>();
    for (PrincipalKind kind : PrincipalKind.values()) {
      kinds.put(kind.name().replace("_", "").toLowerCase(Locale.ROOT), kind);
    }
    kinds.put("root", PrincipalKind.ACCOUNT_ROOT);
    kinds.put("account", PrincipalKind.ACCOUNT_ROOT);
    kinds.put("user", PrincipalKind.IAM_USER);
    kinds.put("role", PrincipalKind.IAM_ROLE);
    kinds.put("assumedrole", PrincipalKind.ROLE_SESSION);
    kinds.put("session", PrincipalKind.ROLE_SESSION);
    kinds.put("service", PrincipalKind.AWS_SERVICE);
    kinds.put("webidentity", PrincipalKind.IDENTITY_PROVIDER);
    kinds.put("samluser", PrincipalKind.IDENTITY_PROVIDER);
    return kinds;
  }

  /// The request; empty, with errors in the fields, when it is not understood.
  ///
  /// @param bucketOwner canonical user id of the bucket's owner, or empty
  static Optional<DecisionRequest> read(
      QuestionFields fields, Json.Members request, String bucketOwner) {
    fields.onlyKnown(request, MEMBERS, "request");
    Optional<RequestPrincipal> principal = principal(fields, request);
    String action = fields.requiredText(request, "action", "request");
    if (!action.isEmpty() && action.indexOf(':') <= 0) {
      fields.error(
          "CFD-ACCESS-0108", request.at(), "`action` has no service [expected `service:Action`]");
    }
    String resource = fields.requiredText(request, "resource", "request");
    Optional<String> told = fields.optionalText(request, "resourceAccount");
    RequestContext context = context(fields, request);
    if (principal.isEmpty() || fields.failed()) {
      return Optional.empty();
    }
    String account = told.orElseGet(() -> accountOf(resource, principal.get()));
    RequestPrincipal caller = principal.get();
    if (caller.canonicalId().isEmpty() && account.equals(caller.account())) {
      caller = caller.withCanonicalId(bucketOwner);
    }
    return Optional.of(new DecisionRequest(caller, action, resource, account, context));
  }

  private static Optional<RequestPrincipal> principal(QuestionFields fields, Json.Members request) {
    String name = fields.requiredText(request, "principal", "request");
    Optional<String> kindName = fields.optionalText(request, "principalKind");
    Optional<PrincipalKind> kind = kindName.flatMap(RequestFields::kind);
    if (kindName.isPresent() && kind.isEmpty()) {
      fields.error(
          "CFD-ACCESS-0107",
          request.at(),
          "unknown `principalKind` [expected Anonymous, AccountRoot, IamUser, IamRole, RoleSession,"
              + " FederatedUser, IdentityProvider or AwsService]");
    }
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String canonical = fields.optionalText(request, "canonicalUserId").orElse("");
    Optional<RequestPrincipal> parsed = RequestPrincipal.parse(name);
    Optional<RequestPrincipal> principal =
        kind.isEmpty()
            ? parsed
            : kind.get() == PrincipalKind.ANONYMOUS
                ? Optional.of(RequestPrincipal.ANONYMOUS)
                : Optional.of(
                    new RequestPrincipal(
                        kind.get(),
                        parsed.map(RequestPrincipal::name).orElse(name),
                        parsed.map(RequestPrincipal::account).orElse(""),
                        ""));
    if (principal.isEmpty()) {
      fields.error(
          "CFD-ACCESS-0109",
          request.at(),
          "`principal` is not understood [expected the ARN of a user, role, session or root, a"
              + " 12-digit account, a service such as `lambda.amazonaws.com`, or `anonymous`]");
    }
    return principal.map(one -> canonical.isEmpty() ? one : one.withCanonicalId(canonical));
  }

  private static Optional<PrincipalKind> kind(String name) {
    return Optional.ofNullable(KINDS.get(name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT)));
  }

  private static String accountOf(String resource, RequestPrincipal principal) {
    String[] parts = resource.split(":", 6);
    boolean named = parts.length == 6 && parts[4].matches("[0-9]{12}");
    return named ? parts[4] : principal.account();
  }

  private static RequestContext context(QuestionFields fields, Json.Members request) {
    Json.Members context = fields.object(request, "context");
    Map<String, KeyState> keys = new HashMap<>();
    if (context != null) {
      context
          .map()
          .forEach(
              (name, value) ->
                  values(fields, name, value)
                      .ifPresent(
                          list ->
                              keys.put(name.toLowerCase(Locale.ROOT), new KeyState.Present(list))));
    }
    return new RequestContext(keys, true);
  }

  /// The values of a key; empty when it is null, which means absent.
  private static Optional<List<String>> values(QuestionFields fields, String name, Json value) {
    if (value instanceof Json.Null) {
      return Optional.empty();
    }
    List<Json> items =
        value instanceof Json.Items(List<Json> list, Json.Position at) ? list : List.of(value);
    List<String> values = new ArrayList<>();
    for (Json item : items) {
      Optional<String> scalar = item.scalar();
      if (scalar.isEmpty()) {
        fields.error(
            "CFD-ACCESS-0110",
            item.at(),
            "the context key `"
                + Quoted.shortened(name)
                + "` holds "
                + item.kind()
                + " [expected a string, number, boolean or an array of these]");
      }
      scalar.ifPresent(values::add);
    }
    return Optional.of(values);
  }
}
