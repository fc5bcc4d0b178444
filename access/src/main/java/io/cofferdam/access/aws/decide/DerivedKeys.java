package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeySource;
import io.cofferdam.access.aws.condition.KeyState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keys that AWS fills in from the principal and the resource (AWS global condition context keys;
/// AWS KMS condition keys).
record DerivedKeys(
    RequestPrincipal principal, String action, String resource, String resourceAccount)
    implements KeySource {
  private static final Set<String> NAMES =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:username",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:resourceaccount",
          "s3:resourceaccount",
          "kms:calleraccount");

  @Override
  public Set<String> names() {
    return NAMES;
  }

  @Override
  public @Nullable KeyState get(String key) {
    return switch (key) {
      case "aws:principalarn" -> principal.principalArn().map(KeyState::of).orElse(null);
      case "aws:principalaccount" ->
          principal.kind() == PrincipalKind.ANONYMOUS
              ? KeyState.of("anonymous")
              : unlessEmpty(principal.account());
      case "aws:principaltype" -> type();
      case "aws:username" -> unlessEmpty(principal.userName());
      case "aws:principalisawsservice" -> service();
      case "aws:principalservicename" ->
          principal.kind() == PrincipalKind.AWS_SERVICE ? KeyState.of(principal.name()) : null;
      case "aws:resourceaccount" -> unlessEmpty(resourceAccount);
      case "s3:resourceaccount" -> resource.contains(":s3:") ? unlessEmpty(resourceAccount) : null;
      case "kms:calleraccount" ->
          action.regionMatches(true, 0, "kms:", 0, 4) ? unlessEmpty(principal.account()) : null;
      default -> null;
    };
  }

  private static @Nullable KeyState unlessEmpty(String value) {
    return value.isEmpty() ? null : KeyState.of(value);
  }

  private @Nullable KeyState type() {
    return switch (principal.kind()) {
      case ANONYMOUS -> KeyState.of("Anonymous");
      case ACCOUNT_ROOT -> KeyState.of("Account");
      case IAM_USER -> KeyState.of("User");
      case IAM_ROLE, ROLE_SESSION -> KeyState.of("AssumedRole");
      case FEDERATED_USER -> KeyState.of("FederatedUser");
      case IDENTITY_PROVIDER, AWS_SERVICE -> null;
    };
  }

  private @Nullable KeyState service() {
    return principal.kind() == PrincipalKind.AWS_SERVICE
        ? KeyState.of("true")
        : principal.account().isEmpty() ? null : KeyState.of("false");
  }
}
