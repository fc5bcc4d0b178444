package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.symbolic.CallerClass.Route;
import io.cofferdam.access.aws.symbolic.CallerClass.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys that follow from who calls (IAM User Guide, "AWS global condition context keys",
/// Properties of the principal; "Principal key values").
final class PrincipalKeys {
  private static final KeyDomain ABSENT = new KeyDomain.Fixed(KeyState.ABSENT);

  private final CallerClass caller;
  private final NamedValues named;

  PrincipalKeys(CallerClass caller, NamedValues named) {
    this.caller = caller;
    this.named = named;
  }

  /// The domain, where the key is one of these.
  Optional<KeyDomain> of(String key) {
    if (key.startsWith("aws:principaltag/")) {
      return Optional.of(ofAccount(free()));
    }
    KeyDomain domain =
        switch (key) {
          case "aws:principaltype" -> type();
          case "aws:principalisawsservice" ->
              caller.kind() == PrincipalKind.AWS_SERVICE
                  ? fixed("true")
                  : ofAccount(fixed("false"));
          case "aws:principalservicename" ->
              caller.kind() == PrincipalKind.AWS_SERVICE
                  ? fixed(caller.principal().name())
                  : ABSENT;
          case "aws:principalservicenameslist" ->
              caller.kind() == PrincipalKind.AWS_SERVICE
                  ? new KeyDomain.Chosen(true, true, List.of(), List.of())
                  : ABSENT;
          case "aws:principalaccount" ->
              caller.kind() == PrincipalKind.ANONYMOUS ? fixed("anonymous") : ofAccount(account());
          case "kms:calleraccount" -> ofAccount(account());
          case "aws:principalarn" -> ofAccount(arn());
          case "aws:principalorgid" -> ofAccount(organisation(false));
          case "aws:principalorgpaths" -> ofAccount(organisation(true));
          case "aws:userid" -> userId();
          case "aws:username" -> userName();
          default -> null;
        };
    return Optional.ofNullable(domain);
  }

  private KeyDomain ofAccount(KeyDomain domain) {
    return caller.hasAccount() ? domain : ABSENT;
  }

  private static KeyDomain fixed(String value) {
    return new KeyDomain.Fixed(KeyState.of(value));
  }

  private static KeyDomain free() {
    return new KeyDomain.Chosen(true, false, List.of(), List.of());
  }

  private KeyDomain type() {
    return switch (caller.kind()) {
      case ANONYMOUS -> fixed("Anonymous");
      case ACCOUNT_ROOT -> fixed("Account");
      case IAM_USER -> fixed("User");
      case IAM_ROLE, ROLE_SESSION -> fixed("AssumedRole");
      case FEDERATED_USER -> fixed("FederatedUser");
      case IDENTITY_PROVIDER, AWS_SERVICE -> ABSENT;
    };
  }

  /// Patterns of accounts that the caller is not of, each between prefix and suffix.
  private List<Pattern> notAccounts(String prefix, String suffix) {
    List<Pattern> without = new ArrayList<>();
    caller.notAccounts().forEach(id -> without.add(Pattern.glob(prefix + id + suffix)));
    if (caller.trust() == Trust.UNNAMED) {
      named.accounts().forEach(id -> without.add(Pattern.glob(prefix + id + suffix)));
    }
    return without;
  }

  private KeyDomain account() {
    return caller.accountIsOpen()
        ? new KeyDomain.Chosen(
            false, false, List.of(Shapes.of("############")), notAccounts("", ""))
        : fixed(caller.principal().account());
  }

  private KeyDomain arn() {
    RequestPrincipal principal = caller.principal();
    if (caller.roleArn().isPresent()) {
      return fixed(caller.roleArn().get());
    }
    if (!caller.accountIsOpen() && !caller.nameIsOpen()) {
      return principal.principalArn().map(PrincipalKeys::fixed).orElse(ABSENT);
    }
    String account = caller.accountIsOpen() ? "############" : principal.account();
    List<Pattern> without =
        new ArrayList<>(caller.accountIsOpen() ? notAccounts("arn:*:*::", ":*") : List.of());
    caller.notArns().forEach(arn -> without.add(Pattern.literal(arn)));
    String shape =
        switch (caller.kind()) {
          case IAM_USER -> "iam::" + account + ":user/^*";
          case IAM_ROLE, ROLE_SESSION -> "iam::" + account + ":role/^*";
          case FEDERATED_USER -> "sts::" + account + ":federated-user/^*";
          case ACCOUNT_ROOT, ANONYMOUS, IDENTITY_PROVIDER, AWS_SERVICE ->
              "iam::" + account + ":root";
        };
    return new KeyDomain.Chosen(false, false, List.of(Shapes.of("arn:aws%:" + shape)), without);
  }

  private KeyDomain organisation(boolean paths) {
    List<Pattern> without = new ArrayList<>();
    if (caller.trust() == Trust.UNNAMED) {
      named
          .organisations()
          .forEach(id -> without.add(Pattern.globIgnoringCase(paths ? id + "/*" : id)));
    }
    boolean anyText = caller.route() == Route.EITHER;
    return new KeyDomain.Chosen(
        true,
        paths,
        anyText ? List.of() : List.of(Shapes.organisation(caller.trust() == Trust.ANY, paths)),
        without);
  }

  private KeyDomain userId() {
    boolean optional = caller.route() == Route.EITHER;
    List<Pattern> without = new ArrayList<>();
    if (caller.trust() == Trust.UNNAMED) {
      named.uniqueIds().forEach(id -> without.add(Pattern.glob(id + "*")));
    }
    return switch (caller.kind()) {
      case ANONYMOUS -> optional ? free() : fixed("anonymous");
      case ACCOUNT_ROOT -> account();
      case IAM_USER -> ids(optional, "AIDA?????????????????", without);
      case IAM_ROLE, ROLE_SESSION -> ids(optional, "AROA?????????????????:??*", without);
      case FEDERATED_USER -> {
        without.addAll(notAccounts("", ":*"));
        String account = caller.accountIsOpen() ? "############" : caller.principal().account();
        yield new KeyDomain.Chosen(optional, false, List.of(Shapes.of(account + ":^*")), without);
      }
      case IDENTITY_PROVIDER, AWS_SERVICE -> free();
    };
  }

  /// Ids in examples are often made up or shortened, so where any caller is asked for any will do.
  private KeyDomain ids(boolean optional, String shape, List<Pattern> without) {
    List<Pattern> within = caller.trust() == Trust.ANY ? List.of() : List.of(Pattern.glob(shape));
    return new KeyDomain.Chosen(optional, false, within, without);
  }

  private KeyDomain userName() {
    if (caller.kind() != PrincipalKind.IAM_USER) {
      return ABSENT;
    }
    return caller.nameIsOpen() || caller.accountIsOpen()
        ? new KeyDomain.Chosen(false, false, List.of(Pattern.glob("?*")), List.of())
        : fixed(caller.principal().userName());
  }
}
