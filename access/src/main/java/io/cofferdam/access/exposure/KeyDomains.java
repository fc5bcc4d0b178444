package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.symbolic.Domains;
import io.cofferdam.access.aws.symbolic.KeyDomain;
import io.cofferdam.access.aws.symbolic.NamedValues;
import io.cofferdam.access.aws.symbolic.Shapes;
import io.cofferdam.access.exposure.Outsider.Reach;
import io.cofferdam.access.exposure.Outsider.Route;
import io.cofferdam.model.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says for every condition key which values outsiders can bring (IAM User Guide, "AWS global
/// condition context keys"; Service Authorization Reference, Amazon S3).
///
/// A key this table does not know is [KeyDomain.Environment], so that what depends on it stays
/// unknown.
final class KeyDomains implements Domains {
  private static final KeyDomain ABSENT = new KeyDomain.Fixed(KeyState.ABSENT);
  private static final KeyDomain ENVIRONMENT = new KeyDomain.Environment();
  private static final String ID = "~~~~~~~~~~~~~~~~~";

  private final Outsider outsider;
  private final BucketRight right;
  private final String action;
  private final Optional<String> owner;
  private final Window window;
  private final NamedValues named;
  private final Map<String, String> pinned;

  KeyDomains(
      Outsider outsider,
      BucketRight right,
      String action,
      Optional<String> owner,
      Window window,
      NamedValues named,
      Map<String, String> pinned) {
    this.outsider = outsider;
    this.right = right;
    this.action = action;
    this.owner = owner;
    this.window = window;
    this.named = named;
    this.pinned = pinned;
  }

  @Override
  public KeyDomain of(String key) {
    String pin = pinned.get(key);
    if (pin != null) {
      return fixed(pin);
    }
    if (key.startsWith("aws:principaltag/")) {
      return signed(free());
    }
    if (key.startsWith("s3:x-amz-") && !key.equals("s3:x-amz-content-sha256")) {
      return ABSENT;
    }
    return switch (key) {
      case "aws:principaltype" -> fixed(principalType());
      case "aws:principalisawsservice" -> signed(fixed("false"));
      case "aws:principalservicename",
          "aws:principalservicenameslist",
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:sourceowner",
          "aws:sourceorgid",
          "aws:sourceorgpaths" ->
          ABSENT;
      case "aws:principalaccount" -> signed(account(""));
      case "aws:principalarn" -> signed(principalArn());
      case "aws:principalorgid" -> signed(organisation(false));
      case "aws:principalorgpaths" -> signed(organisation(true));
      case "aws:userid" -> userId();
      case "aws:username" -> userName();
      case "aws:sourceip" ->
          outsider.route() == Route.INTERNET
              ? new KeyDomain.Network(false, outsider.reach() == Reach.UNNAMED)
              : ABSENT;
      case "aws:vpcsourceip" ->
          outsider.route() == Route.VPC_ENDPOINT ? new KeyDomain.Network(false, false) : ABSENT;
      case "aws:sourcevpc" -> endpoint(key, "vpc-" + ID);
      case "aws:sourcevpce" -> endpoint(key, "vpce-" + ID);
      case "aws:sourcevpcarn" -> endpoint(key, "arn:aws%:ec2:%:############:vpc/vpc-" + ID);
      case "aws:vpceaccount" -> endpoint(key, "############");
      case "aws:vpceorgid" -> endpoint(key, "o-~~~~~~~~~~");
      case "aws:vpceorgpaths" -> endpoint(key, "o-~~~~~~~~~~/r-*");
      case "aws:securetransport" -> new KeyDomain.OneOf(false, List.of("true", "false"));
      case "aws:viaawsservice" ->
          outsider.anonymous()
              ? fixed("false")
              : new KeyDomain.OneOf(false, List.of("false", "true"));
      case "aws:multifactorauthpresent" ->
          signed(new KeyDomain.OneOf(true, List.of("true", "false")));
      case "aws:multifactorauthage", "s3:signatureage" -> signed(new KeyDomain.Numeric(true));
      case "aws:useragent", "aws:referer", "s3:x-amz-content-sha256" -> free();
      case "aws:currenttime" -> new KeyDomain.Time(false, false, window);
      case "aws:epochtime" -> new KeyDomain.Time(false, true, window);
      case "aws:tokenissuetime" ->
          signed(new KeyDomain.Time(true, false, new Window(Instant.EPOCH, window.until())));
      case "aws:calledvia", "aws:calledviafirst", "aws:calledvialast" ->
          signed(new KeyDomain.Chosen(true, key.equals("aws:calledvia"), List.of(), List.of()));
      case "aws:sourceidentity", "aws:federatedprovider", "sts:rolesessionname" -> signed(free());
      case "aws:resourceaccount", "s3:resourceaccount" ->
          owner.map(KeyDomains::fixed).orElse(ENVIRONMENT);
      case "s3:prefix", "s3:delimiter" -> right == BucketRight.LIST ? free() : ABSENT;
      case "s3:max-keys" -> right == BucketRight.LIST ? new KeyDomain.Numeric(true) : ABSENT;
      case "s3:versionid" -> action.endsWith("Version") ? free() : ABSENT;
      case "s3:authtype" ->
          signed(new KeyDomain.OneOf(false, List.of("REST-HEADER", "REST-QUERY-STRING", "POST")));
      case "s3:signatureversion" ->
          signed(new KeyDomain.OneOf(false, List.of("AWS4-HMAC-SHA256", "AWS")));
      case "s3:tlsversion" -> new KeyDomain.OneOf(true, List.of("1.3", "1.2"));
      default -> ENVIRONMENT;
    };
  }

  private KeyDomain signed(KeyDomain domain) {
    return outsider.anonymous() ? ABSENT : domain;
  }

  private static KeyDomain fixed(String value) {
    return new KeyDomain.Fixed(KeyState.of(value));
  }

  private static KeyDomain free() {
    return new KeyDomain.Chosen(true, false, List.of(), List.of());
  }

  private String principalType() {
    return switch (outsider.principal().kind()) {
      case ANONYMOUS -> "Anonymous";
      case ACCOUNT_ROOT -> "Account";
      case IAM_USER -> "User";
      case IAM_ROLE, ROLE_SESSION -> "AssumedRole";
      case FEDERATED_USER -> "FederatedUser";
      case IDENTITY_PROVIDER, AWS_SERVICE -> "";
    };
  }

  private KeyDomain account(String prefix) {
    if (!outsider.accountIsOpen()) {
      return fixed(prefix + outsider.principal().account());
    }
    List<Pattern> without = new ArrayList<>();
    owner.ifPresent(id -> without.add(Pattern.literal(prefix + id)));
    if (outsider.reach() == Reach.UNNAMED) {
      named.accounts().forEach(id -> without.add(Pattern.literal(prefix + id)));
    }
    return new KeyDomain.Chosen(false, false, List.of(Shapes.of(prefix + "############")), without);
  }

  private KeyDomain principalArn() {
    if (!outsider.accountIsOpen()) {
      return outsider
          .principal()
          .principalArn()
          .filter(arn -> !arn.endsWith("*"))
          .map(KeyDomains::fixed)
          .orElseGet(() -> arnsOf(outsider.principal().account(), List.of()));
    }
    List<Pattern> without = new ArrayList<>();
    owner.ifPresent(id -> without.add(Pattern.glob("arn:*:*::" + id + ":*")));
    if (outsider.reach() == Reach.UNNAMED) {
      named.accounts().forEach(id -> without.add(Pattern.glob("arn:*:*::" + id + ":*")));
    }
    return arnsOf("############", without);
  }

  private KeyDomain arnsOf(String account, List<Pattern> without) {
    String resource =
        switch (outsider.principal().kind()) {
          case IAM_USER -> "user/^*";
          case IAM_ROLE, ROLE_SESSION -> "role/^*";
          case FEDERATED_USER -> "federated-user/^*";
          case ACCOUNT_ROOT, ANONYMOUS, IDENTITY_PROVIDER, AWS_SERVICE -> "root";
        };
    String service = outsider.principal().kind() == PrincipalKind.FEDERATED_USER ? "sts" : "iam";
    return new KeyDomain.Chosen(
        false,
        false,
        List.of(Shapes.of("arn:aws%:" + service + "::" + account + ":" + resource)),
        without);
  }

  private KeyDomain organisation(boolean paths) {
    if (outsider.reach() == Reach.ONE_ACCOUNT) {
      return ENVIRONMENT;
    }
    List<Pattern> without = new ArrayList<>();
    if (outsider.reach() == Reach.UNNAMED) {
      named
          .organisations()
          .forEach(id -> without.add(Pattern.globIgnoringCase(paths ? id + "/*" : id)));
    }
    return new KeyDomain.Chosen(
        true, paths, List.of(Shapes.of(paths ? "o-~~~~~~~~~~/r-*" : "o-~~~~~~~~~~")), without);
  }

  private KeyDomain userId() {
    List<Pattern> without = new ArrayList<>();
    if (outsider.reach() == Reach.UNNAMED) {
      named.uniqueIds().forEach(id -> without.add(Pattern.glob(id + "*")));
    }
    return switch (outsider.principal().kind()) {
      case ANONYMOUS -> fixed("anonymous");
      case ACCOUNT_ROOT -> account("");
      case IAM_USER ->
          new KeyDomain.Chosen(
              false, false, List.of(Pattern.glob("AIDA?????????????????")), without);
      case IAM_ROLE, ROLE_SESSION ->
          new KeyDomain.Chosen(
              false, false, List.of(Pattern.glob("AROA?????????????????:??*")), without);
      case FEDERATED_USER -> {
        String account = outsider.accountIsOpen() ? "############" : outsider.principal().account();
        if (outsider.reach() == Reach.UNNAMED) {
          named.accounts().forEach(id -> without.add(Pattern.glob(id + ":*")));
        }
        yield new KeyDomain.Chosen(false, false, List.of(Shapes.of(account + ":^*")), without);
      }
      case IDENTITY_PROVIDER, AWS_SERVICE -> ENVIRONMENT;
    };
  }

  private KeyDomain userName() {
    return switch (outsider.principal().kind()) {
      case IAM_USER ->
          outsider.principal().userName().isEmpty() || outsider.principal().userName().equals("*")
              ? new KeyDomain.Chosen(false, false, List.of(Pattern.glob("?*")), List.of())
              : fixed(outsider.principal().userName());
      case ANONYMOUS,
          ACCOUNT_ROOT,
          IAM_ROLE,
          ROLE_SESSION,
          FEDERATED_USER,
          IDENTITY_PROVIDER,
          AWS_SERVICE ->
          ABSENT;
    };
  }

  private KeyDomain endpoint(String key, String shape) {
    if (outsider.route() == Route.INTERNET) {
      return ABSENT;
    }
    List<Pattern> without = outsider.reach() == Reach.UNNAMED ? named.excluded(key) : List.of();
    return new KeyDomain.Chosen(
        !key.equals("aws:sourcevpc") && !key.equals("aws:sourcevpce"),
        key.endsWith("paths"),
        List.of(shape.contains(ID) ? looseId(shape) : Shapes.of(shape)),
        without);
  }

  /// Ids of VPCs and endpoints have 8 or 17 digits; policies in examples have others, so any run.
  private static Pattern looseId(String shape) {
    return Shapes.of(shape.replace(ID, "^*"));
  }
}
