package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.respond.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds whom a share names: account numbers, `all`, or the principals that a policy's Allow
/// statements name. It does not decide whether they get in.
final class NamedOutsiders {
  private static final Pattern ARN_ACCOUNT =
      Pattern.compile("arn:[a-z-]{1,16}:(?:iam|sts)::(\\d{12}):.*");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

  private NamedOutsiders() {}

  /// Whom one principal string names; nothing for a service or the own account.
  static List<Audience> of(String principal, String own) {
    if (principal.equals("*")) {
      return List.of(new Audience.Anyone());
    }
    if (principal.equals("all")) {
      return List.of(new Audience.AnyAccount());
    }
    var arn = ARN_ACCOUNT.matcher(principal);
    var account = arn.matches() ? arn.group(1) : principal;
    return ACCOUNT.matcher(account).matches() && !account.equals(own)
        ? List.of(new Audience.ForeignAccount(account))
        : List.of();
  }

  static List<Audience> ofAll(List<String> principals, String own) {
    var all = new LinkedHashSet<Audience>();
    principals.forEach(p -> all.addAll(of(p, own)));
    return List.copyOf(all);
  }

  /// Whom the Allow statements of a policy name. The text may be URL-encoded, as IAM writes it.
  static List<Audience> ofPolicy(JsonNode policy, String own) {
    var document = Json.decoded(policy);
    if (document.isMissingNode() && policy.isTextual() && policy.asText().startsWith("%")) {
      document = Json.parse(decoded(policy.asText()));
    }
    Set<Audience> all = new LinkedHashSet<>();
    for (var statement : Json.items(document.path("Statement"))) {
      if (!statement.path("Effect").asText("").equals("Allow")) {
        continue;
      }
      if (statement.has("NotPrincipal")) {
        all.add(new Audience.Anyone());
      }
      var principal = statement.path("Principal");
      var named = new ArrayList<JsonNode>();
      if (principal.isTextual()) {
        named.add(principal);
      } else {
        named.addAll(Json.items(principal.path("AWS")));
      }
      named.forEach(n -> all.addAll(of(n.asText(), own)));
    }
    return List.copyOf(all);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// `account 111122223333, anyone`.
  static String words(List<Audience> audiences) {
    return String.join(", ", audiences.stream().map(Audience::words).toList());
  }
}
