package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Whom the owner of a resource trusts: accounts, whole organisations, and networks of its own,
/// whoever calls from there.
///
/// @param accounts 12 digits each; the resource's own need not be among them
/// @param organisations ids such as `o-exampleorg1`
/// @param networks ids of VPCs and VPC endpoints
public record Zone(Set<String> accounts, Set<String> organisations, Set<String> networks) {
  public Zone {
    accounts = Set.copyOf(accounts);
    organisations = Set.copyOf(organisations);
    networks = Set.copyOf(networks);
  }

  /// What somebody outside the zone can bring for a key.
  ///
  /// @param any what any caller can
  KeyDomain outside(String key, KeyDomain any) {
    return switch (key) {
      case "aws:principalorgid", "aws:vpceorgid" ->
          but(any, organisations, Pattern::globIgnoringCase);
      case "aws:principalorgpaths", "aws:vpceorgpaths" ->
          but(any, organisations, id -> Pattern.globIgnoringCase(id + "/*"));
      case "aws:vpceaccount" -> but(any, accounts, Pattern::literal);
      case "aws:sourcevpc", "aws:sourcevpce" -> but(any, networks, Pattern::literal);
      case "aws:sourcevpcarn" -> but(any, networks, id -> Pattern.glob("*/" + id));
      default -> any;
    };
  }

  private static KeyDomain but(
      KeyDomain any, Set<String> inside, Function<String, Pattern> pattern) {
    if (!(any instanceof KeyDomain.Chosen chosen)) {
      return any;
    }
    List<Pattern> without = new ArrayList<>(chosen.without());
    inside.stream().map(pattern).forEach(without::add);
    return new KeyDomain.Chosen(chosen.optional(), chosen.several(), chosen.within(), without);
  }
}
