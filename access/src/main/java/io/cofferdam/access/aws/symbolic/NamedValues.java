package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.policy.Condition;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalElement;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/// The accounts, organisations, ids, networks and endpoints that a policy names: callers who
/// hold one of these are not nobody.
///
/// @param conditions every condition of the policy
public record NamedValues(
    Set<String> accounts,
    Set<String> organisations,
    Set<String> uniqueIds,
    List<Condition> conditions) {

  private static final java.util.regex.Pattern ACCOUNT =
      java.util.regex.Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
  private static final java.util.regex.Pattern ORGANISATION =
      java.util.regex.Pattern.compile("(?i)^o-[a-z0-9]{1,32}");
  private static final java.util.regex.Pattern UNIQUE_ID =
      java.util.regex.Pattern.compile("^A[A-Z0-9]{15,}");

  /// Those of one policy.
  public static NamedValues of(PolicyDocument policy) {
    Set<String> accounts = new TreeSet<>();
    Set<String> organisations = new TreeSet<>();
    Set<String> uniqueIds = new TreeSet<>();
    List<Condition> conditions = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      for (PrincipalName name : names(statement.principal())) {
        if (name instanceof PrincipalName.Account(String id)) {
          accounts.add(id);
        } else if (name instanceof PrincipalName.Arn arn) {
          accounts.add(arn.account());
        }
      }
      for (Condition condition : statement.conditions()) {
        conditions.add(condition);
        for (Template value : condition.values()) {
          collect(condition.key(), value.source(), accounts, organisations, uniqueIds);
        }
      }
    }
    return new NamedValues(accounts, organisations, uniqueIds, conditions);
  }

  private static void collect(
      String key, String value, Set<String> accounts, Set<String> orgs, Set<String> ids) {
    Matcher account = ACCOUNT.matcher(value.length() > 2_000 ? "" : value);
    if (key.contains("account") || key.contains("arn") || key.equals("aws:userid")) {
      while (account.find()) {
        accounts.add(account.group());
      }
    }
    if (key.contains("org")) {
      Matcher organisation = ORGANISATION.matcher(value);
      // an id cut off by a wildcard names no organisation
      if (organisation.find()
          && (organisation.end() == value.length() || value.charAt(organisation.end()) == '/')) {
        orgs.add(organisation.group());
      }
    }
    Matcher id = UNIQUE_ID.matcher(value);
    if (key.equals("aws:userid") && id.find()) {
      ids.add(id.group());
    }
  }

  /// The names of a Principal or NotPrincipal element.
  public static List<PrincipalName> names(PrincipalElement element) {
    return switch (element) {
      case PrincipalElement.Missing m -> List.of();
      case PrincipalElement.Named(List<PrincipalName> names) -> names;
      case PrincipalElement.AllBut(List<PrincipalName> names) -> names;
    };
  }

  /// Patterns for the ARNs that conditions on this key name by a bucket: bucket names are unique
  /// in the world, so each is somebody's, though its ARN tells no account.
  List<Pattern> ownedArns(String key) {
    List<Pattern> owned = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.key().equals(key)) {
        for (Template value : condition.values()) {
          String[] fields = value.source().split(":", 6);
          String bucket = fields.length == 6 ? fields[5].split("/", 2)[0] : "";
          if (fields.length == 6
              && fields[2].equals("s3")
              && !bucket.isEmpty()
              && Pattern.glob(bucket).isLiteral()
              && value.variables().isEmpty()) {
            owned.add(Pattern.glob("arn:*:s3:*:*:" + bucket));
            owned.add(Pattern.glob("arn:*:s3:*:*:" + bucket + "/*"));
          }
        }
      }
    }
    return owned;
  }

  /// Patterns for the values that conditions on this key name without a wildcard.
  public List<Pattern> excluded(String key) {
    List<Pattern> excluded = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.key().equals(key)) {
        for (Template value : condition.values()) {
          if (value.variables().isEmpty() && value.pattern().isLiteral()) {
            excluded.add(Pattern.globIgnoringCase(value.text()));
          }
        }
      }
    }
    if (key.contains("org")) {
      organisations.forEach(id -> excluded.add(Pattern.globIgnoringCase(id + "*")));
    }
    if (key.equals("aws:sourcevpcarn") || key.equals("aws:vpceaccount")) {
      accounts.forEach(id -> excluded.add(Pattern.glob("*" + id + "*")));
    }
    return excluded;
  }
}
