package io.cofferdam.access.aws.s3;

import io.cofferdam.access.aws.condition.Addresses;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Comparison;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.ConditionOperator.Quantifier;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.model.Ternary;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether S3 itself calls a bucket policy public, which is what RestrictPublicBuckets goes by
/// (Amazon S3 User Guide, "Blocking public access", The meaning of "public").
///
/// S3 takes a policy as public until every Allow is limited to fixed values: a fixed principal,
/// or a condition on a key of a closed list without wildcard or policy variable. Denies do not
/// count. UNKNOWN where the guide leaves a case open (a wildcard behind a fixed account or
/// organisation).
public final class PublicPolicy {
  private static final Set<String> FIXING_KEYS =
      Set.of(
          "aws:sourcearn",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:sourcevpcarn",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths",
          "aws:sourceowner",
          "aws:sourceaccount",
          "aws:sourceorgid",
          "aws:sourceorgpaths",
          "aws:userid",
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalservicename",
          "s3:x-amz-server-side-encryption-aws-kms-key-id",
          "s3:dataaccesspointarn",
          "s3:dataaccesspointaccount");

  private PublicPolicy() {}

  public static Ternary isPublic(PolicyDocument policy) {
    Ternary result = Ternary.FALSE;
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.ALLOW) {
        result = result.or(isPublic(statement, Set.of()));
      }
    }
    return result;
  }

  /// The same for the policy of an access point, where `s3:DataAccessPointArn` fixes nothing.
  public static Ternary isPublicOnAccessPoint(PolicyDocument policy) {
    Ternary result = Ternary.FALSE;
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.ALLOW) {
        result = result.or(isPublic(statement, Set.of("s3:dataaccesspointarn")));
      }
    }
    return result;
  }

  private static Ternary isPublic(Statement statement, Set<String> except) {
    if (fixedPrincipals(statement.principal())) {
      return Ternary.FALSE;
    }
    Ternary fixed = Ternary.FALSE;
    for (Condition condition : statement.conditions()) {
      if (!except.contains(condition.key())) {
        fixed = fixed.or(fixes(condition));
      }
    }
    return fixed.not();
  }

  private static boolean fixedPrincipals(PrincipalElement element) {
    return switch (element) {
      case PrincipalElement.Missing m -> true;
      case PrincipalElement.AllBut a -> false;
      case PrincipalElement.Named(List<PrincipalName> names) ->
          names.stream().allMatch(PublicPolicy::fixed);
    };
  }

  private static boolean fixed(PrincipalName name) {
    return switch (name) {
      case PrincipalName.Everyone e -> false;
      case PrincipalName.Service(String service) -> !service.equals("*");
      case PrincipalName.Federated f -> false;
      case PrincipalName.Account a -> true;
      case PrincipalName.Arn a -> true;
      case PrincipalName.Deleted d -> true;
      case PrincipalName.CanonicalUser c -> true;
    };
  }

  private static Ternary fixes(Condition condition) {
    if (condition.operator().negated()
        || condition.operator().ifExists()
        || condition.operator().quantifier() == Quantifier.FOR_ALL_VALUES
        || condition.values().isEmpty()) {
      return Ternary.FALSE;
    }
    Ternary all = Ternary.TRUE;
    for (Template value : condition.values()) {
      all = all.and(fixes(condition, value));
    }
    return all;
  }

  private static Ternary fixes(Condition condition, Template value) {
    String key = condition.key();
    return switch (condition.operator().comparison()) {
      case IP_ADDRESS ->
          Ternary.of(
              key.equals("aws:sourceip")
                  && Addresses.parse(value.text()).map(PublicPolicy::narrow).orElse(false));
      case BOOL ->
          Ternary.of(
              key.equals("aws:principalisawsservice") && value.text().equalsIgnoreCase("true"));
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_LIKE ->
          FIXING_KEYS.contains(key) ? fixesText(condition, value) : Ternary.FALSE;
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS,
          DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS,
          BINARY_EQUALS,
          NULL ->
          Ternary.FALSE;
    };
  }

  private static Ternary fixesText(Condition condition, Template value) {
    if (!value.variables().isEmpty()) {
      return Ternary.FALSE;
    }
    Pattern pattern = value.pattern();
    if (pattern.isLiteral()) {
      return Ternary.TRUE;
    }
    if (isEquality(condition.operator().comparison())) {
      return Ternary.UNKNOWN;
    }
    String[] fields = value.source().split(":", 6);
    boolean fixedAccount = fields.length == 6 && fields[4].matches("\\d{12}");
    boolean fixedOrganisation = value.source().matches("o-[a-z0-9]{10,32}/.*");
    if (condition.key().equals("s3:dataaccesspointarn")) {
      return Ternary.of(fixedAccount);
    }
    return fixedAccount || fixedOrganisation ? Ternary.UNKNOWN : Ternary.FALSE;
  }

  private static boolean isEquality(Comparison comparison) {
    return comparison == Comparison.STRING_EQUALS
        || comparison == Comparison.STRING_EQUALS_IGNORE_CASE;
  }

  private static final List<Addresses> PRIVATE_RANGES =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16").stream()
          .map(Addresses::parse)
          .map(Optional::orElseThrow)
          .toList();

  /// Not broader than /8 (IPv4) or /32 (IPv6), or private.
  public static boolean narrow(Addresses range) {
    int hostBits = range.last().subtract(range.first()).bitLength();
    return hostBits <= (range.bits() == 32 ? 24 : 96)
        || PRIVATE_RANGES.stream().anyMatch(known -> known.contains(range));
  }
}
