package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.symbolic.CallerClass.Route;
import io.cofferdam.access.aws.symbolic.CallerClass.Trust;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The values that a class of callers can bring for each condition key (IAM User Guide, "AWS
/// global condition context keys"; Service Authorization Reference).
///
/// A key without a rule here may have any value or none: whoever it is for can set it, as far as
/// we know, so nothing is proved by it.
final class CallerKeys implements Domains {
  private static final KeyDomain ABSENT = new KeyDomain.Fixed(KeyState.ABSENT);
  private static final Window ALWAYS =
      new Window(Instant.parse("1970-01-02T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));

  private final CallerClass caller;
  private final Optional<String> owner;
  private final NamedValues named;
  private final KeyUses uses;
  private final Map<String, KeyDomain> given;
  private final PrincipalKeys principal;

  /// @param owner the account of the resource, where known
  /// @param given domains that the question itself settles
  CallerKeys(
      CallerClass caller,
      Optional<String> owner,
      NamedValues named,
      KeyUses uses,
      Map<String, KeyDomain> given) {
    this.caller = caller;
    this.owner = owner;
    this.named = named;
    this.uses = uses;
    this.given = Map.copyOf(given);
    this.principal = new PrincipalKeys(caller, named);
  }

  @Override
  public KeyDomain of(String key) {
    KeyDomain settled = given.get(key);
    if (settled != null) {
      return settled;
    }
    return principal.of(key).orElseGet(() -> network(key).orElseGet(() -> other(key)));
  }

  private KeyDomain other(String key) {
    return switch (key) {
      case "aws:sourcearn",
          "aws:sourceaccount",
          "aws:sourceowner",
          "aws:sourceorgid",
          "aws:sourceorgpaths" ->
          source(key);
      case "aws:resourceaccount", "s3:resourceaccount" ->
          owner
              .<KeyDomain>map(id -> new KeyDomain.Fixed(KeyState.of(id)))
              .orElse(
                  new KeyDomain.Chosen(
                      false, false, List.of(Shapes.of("############")), List.of()));
      case "s3:dataaccesspointaccount" -> owned(key, List.of(Shapes.of("############")));
      case "s3:dataaccesspointarn" ->
          owned(key, List.of(Shapes.of("arn:aws%:s3:%:############:accesspoint/^*")));
      case "s3:accesspointnetworkorigin" -> new KeyDomain.OneOf(true, List.of("Internet", "VPC"));
      case "s3:tlsversion" -> new KeyDomain.OneOf(true, List.of("1.3", "1.2", "1.1", "1.0"));
      case "aws:securetransport" ->
          new KeyDomain.OneOf(caller.route() == Route.EITHER, List.of("true", "false"));
      case "aws:viaawsservice" ->
          caller.kind() == PrincipalKind.ANONYMOUS
              ? new KeyDomain.Fixed(KeyState.of("false"))
              : new KeyDomain.OneOf(caller.route() == Route.EITHER, List.of("false", "true"));
      case "aws:currenttime" -> new KeyDomain.Time(caller.route() == Route.EITHER, false, ALWAYS);
      case "aws:epochtime" -> new KeyDomain.Time(caller.route() == Route.EITHER, true, ALWAYS);
      case "aws:tokenissuetime" ->
          caller.hasAccount() ? new KeyDomain.Time(true, false, ALWAYS) : ABSENT;
      case "aws:multifactorauthpresent" ->
          caller.hasAccount() ? new KeyDomain.OneOf(true, List.of("true", "false")) : ABSENT;
      case "aws:multifactorauthage" -> caller.hasAccount() ? new KeyDomain.Numeric(true) : ABSENT;
      default -> uses.free(key);
    };
  }

  /// What a service tells of the resource or account it acts for.
  private KeyDomain source(String key) {
    if (caller.kind() == PrincipalKind.ANONYMOUS || caller.route() == Route.VPC_ENDPOINT) {
      return ABSENT;
    }
    List<Pattern> within =
        switch (key) {
          case "aws:sourcearn" -> List.of(Shapes.of("arn:%:^*:%:%:^*"));
          case "aws:sourceorgid", "aws:sourceorgpaths" -> List.of(organisation(key));
          default -> List.of(Shapes.of("############"));
        };
    if (caller.route() == Route.EITHER) {
      return new KeyDomain.Chosen(true, key.endsWith("paths"), List.of(), List.of());
    }
    return owned(key, within);
  }

  /// A value that names its owner: of one who is not the resource's owner, nor named where
  /// nobody named is asked for.
  private KeyDomain owned(String key, List<Pattern> within) {
    List<Pattern> without = new ArrayList<>();
    if (isOutsider()) {
      owner.ifPresent(id -> without.add(Pattern.glob(key.endsWith("arn") ? "*:" + id + ":*" : id)));
    }
    if (caller.trust() == Trust.UNNAMED) {
      without.addAll(named.excluded(key));
      without.addAll(named.ownedArns(key));
      named
          .accounts()
          .forEach(id -> without.add(Pattern.glob(key.endsWith("arn") ? "*:" + id + ":*" : id)));
    }
    return new KeyDomain.Chosen(true, key.endsWith("paths") || uses.isSet(key), within, without);
  }

  /// Whether the owner's own resources and accounts cannot be behind the request.
  private boolean isOutsider() {
    return caller.trust() == Trust.UNNAMED
        || (caller.route() != Route.EITHER
            && caller.kind() != PrincipalKind.AWS_SERVICE
            && !owner.equals(Optional.of(caller.principal().account())));
  }

  private Optional<KeyDomain> network(String key) {
    return switch (key) {
      case "aws:sourceip" ->
          Optional.of(
              caller.route() == Route.VPC_ENDPOINT
                  ? ABSENT
                  : new KeyDomain.Network(
                      caller.route() == Route.EITHER, caller.trust() == Trust.UNNAMED));
      case "aws:vpcsourceip" ->
          Optional.of(
              caller.route() == Route.INTERNET
                  ? ABSENT
                  : new KeyDomain.Network(caller.route() == Route.EITHER, false));
      case "aws:sourcevpc" -> Optional.of(endpoint(key, Shapes.of("vpc-^*"), true));
      case "aws:sourcevpce" -> Optional.of(endpoint(key, Shapes.of("vpce-^*"), true));
      case "aws:sourcevpcarn" ->
          Optional.of(endpoint(key, Shapes.of("arn:aws%:ec2:%:############:vpc/vpc-^*"), false));
      case "aws:vpceaccount" -> Optional.of(endpoint(key, Shapes.of("############"), false));
      case "aws:vpceorgid" -> Optional.of(endpoint(key, organisation(key), false));
      case "aws:vpceorgpaths" -> Optional.of(endpoint(key, organisation(key), false));
      default -> Optional.empty();
    };
  }

  private Pattern organisation(String key) {
    return Shapes.organisation(caller.trust() == Trust.ANY, key.endsWith("paths"));
  }

  private KeyDomain endpoint(String key, Pattern shape, boolean always) {
    boolean several = key.endsWith("paths") || uses.isSet(key);
    return switch (caller.route()) {
      case INTERNET -> ABSENT;
      case EITHER -> new KeyDomain.Chosen(true, several, List.of(), List.of());
      case VPC_ENDPOINT ->
          new KeyDomain.Chosen(
              !always,
              several,
              List.of(shape),
              caller.trust() == Trust.UNNAMED ? named.excluded(key) : List.of());
    };
  }
}
