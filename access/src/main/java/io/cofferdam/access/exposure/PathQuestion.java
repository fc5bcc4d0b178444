package io.cofferdam.access.exposure;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.decide.Decider;
import io.cofferdam.access.aws.decide.Decision;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.decide.PolicySet;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.policy.ResourceElement;
import io.cofferdam.access.aws.policy.Template;
import io.cofferdam.access.aws.symbolic.NamedValues;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.time.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Asks of one class of callers and one action whether a path opens, first with the caller's
/// account left open, then with one account, then through [Decider].
///
/// @param policies what the confirmation decides by
/// @param base the ARNs in question
record PathQuestion(
    Outsider outsider,
    BucketRight right,
    String action,
    Optional<String> owner,
    Window window,
    NamedValues named,
    PolicySet policies,
    Pattern base) {
  private static final int MAX_REGIONS = 40;

  PathAnswer ask(AllowPath allow, List<AllowPath> denies) {
    RequestSearch.Result widest = widest(allow, denies);
    if (widest instanceof RequestSearch.Result.Impossible) {
      return PathAnswer.NO;
    }
    Set<String> undecided = new TreeSet<>();
    if (widest instanceof RequestSearch.Result.Undecided(Set<String> why)) {
      undecided.addAll(why);
    }
    for (Outsider one : withAccount(widest)) {
      PathQuestion pinned = with(one);
      RequestSearch.Result found = pinned.narrow(allow, denies);
      if (found instanceof RequestSearch.Result.Found request) {
        Optional<DecisionRequest> confirmed = pinned.confirm(request);
        if (confirmed.isPresent()) {
          return new PathAnswer(
              Ternary.TRUE,
              confirmed,
              pinned.regions(allow, denies, request),
              possible(allow, denies),
              Set.of());
        }
        undecided.add("a request found could not be confirmed");
      } else if (found instanceof RequestSearch.Result.Undecided(Set<String> why)) {
        undecided.addAll(why);
      }
    }
    if (undecided.isEmpty()) {
      undecided.add("policy variables or account patterns that depend on each other");
    }
    return PathAnswer.unknown(possible(allow, denies), undecided);
  }

  private PathQuestion with(Outsider one) {
    return new PathQuestion(one, right, action, owner, window, named, policies, base);
  }

  private KeyDomains domains(Map<String, String> pinned) {
    return new KeyDomains(outsider, right, action, owner, window, named, pinned);
  }

  /// Finds at least all there is: variables stand for anything, Denies with variables are left
  /// out.
  private RequestSearch.Result widest(AllowPath allow, List<AllowPath> denies) {
    KeyDomains open = domains(Map.of());
    return new RequestSearch(open, base)
        .search(
            Variables.widen(Variables.settle(allow, open)),
            denies.stream()
                .map(deny -> Variables.settle(deny, open))
                .filter(deny -> !Variables.in(deny))
                .toList());
  }

  /// Finds only what is there: variables have values.
  private RequestSearch.Result narrow(AllowPath allow, List<AllowPath> denies) {
    List<AllowPath> all = new ArrayList<>(denies);
    all.add(allow);
    Map<String, String> values = Variables.choose(all, domains(Map.of()));
    RequestSearch.Result result =
        new RequestSearch(domains(values), base)
            .search(
                Variables.resolve(allow, values),
                denies.stream().map(deny -> Variables.resolve(deny, values)).toList());
    if (!(result instanceof RequestSearch.Result.Found found)) {
      return result;
    }
    Map<String, KeyState> context = new HashMap<>(found.context());
    values.forEach((key, value) -> context.putIfAbsent(key, KeyState.of(value)));
    return new RequestSearch.Result.Found(
        context, found.resource(), found.avoiding(), found.region());
  }

  /// The class with its account chosen: as the search found it, else one nobody names.
  private List<Outsider> withAccount(RequestSearch.Result widest) {
    if (!outsider.accountIsOpen()) {
      return List.of(outsider);
    }
    Set<String> accounts = new TreeSet<>();
    if (widest instanceof RequestSearch.Result.Found found) {
      found.context().forEach((key, state) -> account(key, state).ifPresent(accounts::add));
    }
    if (accounts.isEmpty()) {
      accounts.add(freshAccount());
    }
    return accounts.stream()
        .map(
            account ->
                new Outsider(
                    generic(outsider.principal().kind(), account),
                    outsider.reach(),
                    outsider.route()))
        .toList();
  }

  private static Optional<String> account(String key, KeyState state) {
    if (!(state instanceof KeyState.Present(List<String> values)) || values.size() != 1) {
      return Optional.empty();
    }
    String value = values.get(0);
    String account =
        switch (key) {
          case "aws:principalaccount", "aws:userid" -> value;
          case "aws:principalarn" -> value.split(":", 6)[4];
          default -> "";
        };
    return account.length() == 12 && account.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(account)
        : Optional.empty();
  }

  private String freshAccount() {
    long number = 999_988_887_777L;
    while (named.accounts().contains(Long.toString(number))
        || owner.equals(Optional.of(Long.toString(number)))) {
      number--;
    }
    return Long.toString(number);
  }

  /// Any principal of that kind in that account.
  static RequestPrincipal generic(PrincipalKind kind, String account) {
    String name =
        switch (kind) {
          case IAM_USER -> "arn:aws:iam::" + account + ":user/*";
          case ROLE_SESSION, IAM_ROLE -> "arn:aws:sts::" + account + ":assumed-role/*";
          case ACCOUNT_ROOT -> "arn:aws:iam::" + account + ":root";
          case FEDERATED_USER -> "arn:aws:sts::" + account + ":federated-user/*";
          case ANONYMOUS, IDENTITY_PROVIDER, AWS_SERVICE -> "anonymous";
        };
    return new RequestPrincipal(kind, name, account, "");
  }

  private Optional<DecisionRequest> confirm(RequestSearch.Result.Found found) {
    DecisionRequest request =
        new DecisionRequest(
            named(found),
            action,
            found.resource(),
            owner.orElse(""),
            new RequestContext(new HashMap<>(found.context()), true));
    return Decider.decide(request, policies) instanceof Decision.Allowed
        ? Optional.of(request)
        : Optional.empty();
  }

  /// The caller with a name in place of `*`: the one its ARN key was given, else `guest`.
  private RequestPrincipal named(RequestSearch.Result.Found found) {
    RequestPrincipal principal = outsider.principal();
    if (!principal.name().endsWith("*")) {
      return principal;
    }
    String chosen = "guest";
    if (found.context().get("aws:principalarn") instanceof KeyState.Present(List<String> values)) {
      chosen = values.get(0).substring(values.get(0).lastIndexOf('/') + 1);
    } else if (found.context().get("aws:username")
        instanceof KeyState.Present(List<String> names)) {
      chosen = names.get(0);
    }
    String suffix = principal.kind() == PrincipalKind.ROLE_SESSION ? "/session" : "";
    return new RequestPrincipal(
        principal.kind(),
        principal.name().substring(0, principal.name().length() - 1) + chosen + suffix,
        principal.account(),
        principal.canonicalId());
  }

  /// Every pattern of the path that is not proved shut; a NotResource stands for all.
  private List<OpenRegion> possible(AllowPath allow, List<AllowPath> denies) {
    List<Template> values = allow.resource().values();
    if (allow.resource().allBut() || values.size() > MAX_REGIONS) {
      return List.of(new OpenRegion(base.text(), List.of(), allow.words()));
    }
    List<OpenRegion> possible = new ArrayList<>();
    for (Template value : values) {
      if (!(widest(part(allow, value), denies) instanceof RequestSearch.Result.Impossible)) {
        possible.add(new OpenRegion(clip(value.pattern()), List.of(), allow.words()));
      }
    }
    return possible;
  }

  private static AllowPath part(AllowPath allow, Template value) {
    return new AllowPath(
        allow.words(),
        allow.fromPolicy(),
        new ResourceElement(false, List.of(value)),
        allow.conditions());
  }

  private List<OpenRegion> regions(
      AllowPath allow, List<AllowPath> denies, RequestSearch.Result.Found first) {
    List<OpenRegion> regions = new ArrayList<>();
    List<Template> values = allow.resource().values();
    if (allow.resource().allBut() || values.size() > MAX_REGIONS) {
      return List.of(new OpenRegion(first.resource(), List.of(), allow.words()));
    }
    for (Template value : values) {
      AllowPath part = part(allow, value);
      if (narrow(part, denies) instanceof RequestSearch.Result.Found found
          && confirm(found).isPresent()) {
        boolean whole = found.region() && value.variables().isEmpty();
        regions.add(
            new OpenRegion(
                whole ? clip(value.pattern()) : found.resource(),
                whole ? found.avoiding() : List.of(),
                allow.words()));
      }
    }
    return regions;
  }

  /// A pattern that covers all ARNs in question is told as these.
  private String clip(Pattern pattern) {
    return PatternSearch.find(List.of(base), List.of(pattern))
            instanceof PatternSearch.Found.Impossible
        ? base.text()
        : pattern.text();
  }
}
