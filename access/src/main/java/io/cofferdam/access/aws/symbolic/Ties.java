package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.pattern.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What ties the keys of a class of callers together: its account, its name, policy variables.
///
/// @param account whether the account is still to be chosen
/// @param name whether more than one key tells the caller's name
/// @param variables keys that policy variables take their values from
record Ties(CallerClass caller, boolean account, boolean name, Set<String> variables) {

  /// A class with what was tied chosen.
  ///
  /// @param pinned by key
  record Choice(CallerClass caller, Map<String, KeyDomain> pinned) {

    /// The values found, with those that only a variable needs.
    Map<String, KeyState> complete(Map<String, KeyState> found) {
      Map<String, KeyState> all = new HashMap<>(found);
      pinned.forEach(
          (key, domain) -> {
            if (domain instanceof KeyDomain.Fixed(KeyState state)) {
              all.putIfAbsent(key, state);
            }
          });
      return all;
    }
  }

  static Ties of(CallerClass caller, Formula formula) {
    Set<String> keys = new TreeSet<>();
    Set<String> variables = new TreeSet<>();
    collect(formula, keys, variables);
    keys.addAll(variables);
    boolean name =
        caller.kind() == PrincipalKind.IAM_USER
            && caller.nameIsOpen()
            && keys.contains("aws:username")
            && keys.contains("aws:principalarn");
    return new Ties(caller, caller.accountIsOpen(), name, variables);
  }

  private static void collect(Formula formula, Set<String> keys, Set<String> variables) {
    switch (formula) {
      case Formula.All(List<Formula> parts) -> parts.forEach(p -> collect(p, keys, variables));
      case Formula.Any(List<Formula> parts) -> parts.forEach(p -> collect(p, keys, variables));
      case Formula.Is is -> {
        keys.add(is.test().variable());
        variables.addAll(is.test().variables());
      }
    }
  }

  boolean none() {
    return !account && !name && variables.isEmpty();
  }

  String words() {
    List<String> words = new ArrayList<>();
    if (account) {
      words.add("the caller's account");
    }
    if (name) {
      words.add("the caller's name");
    }
    variables.forEach(key -> words.add("policy variable " + key));
    return String.join(", ", words);
  }

  /// Ways to choose, the likeliest first.
  ///
  /// @param values of a search in which nothing was tied
  List<Choice> choices(Map<String, KeyState> values, Domains domains) {
    List<Choice> choices = new ArrayList<>();
    for (CallerClass one : withAccount(values)) {
      Map<String, KeyDomain> pinned = new HashMap<>();
      for (String key : variables) {
        value(key, values, one, domains)
            .ifPresent(state -> pinned.put(key, new KeyDomain.Fixed(state)));
      }
      if (!name) {
        choices.add(new Choice(one, pinned));
        continue;
      }
      for (String path : userPaths(values)) {
        Map<String, KeyDomain> named = new HashMap<>(pinned);
        String user = path.substring(path.lastIndexOf('/') + 1);
        named.put("aws:username", new KeyDomain.Fixed(KeyState.of(user)));
        named.put(
            "aws:principalarn",
            new KeyDomain.Fixed(
                KeyState.of("arn:aws:iam::" + one.principal().account() + ":user/" + path)));
        choices.add(new Choice(one, named));
      }
    }
    return choices;
  }

  /// Names of users, with their paths, that the keys found suggest.
  private static Set<String> userPaths(Map<String, KeyState> values) {
    Set<String> paths = new LinkedHashSet<>();
    single(values, "aws:username").ifPresent(paths::add);
    single(values, "aws:principalarn")
        .ifPresent(arn -> paths.add(arn.substring(arn.indexOf(":user/") + ":user/".length())));
    paths.add("guest");
    paths.removeIf(path -> path.isEmpty() || path.endsWith("/"));
    return paths;
  }

  /// A value for a key that a variable takes: as found, where it can be present; else any.
  private static Optional<KeyState> value(
      String key, Map<String, KeyState> values, CallerClass one, Domains domains) {
    if (single(values, key).isPresent() && !key.startsWith("aws:principala")) {
      return Optional.ofNullable(values.get(key));
    }
    KeyDomain domain = domains.of(key);
    if (key.equals("aws:principalaccount") && one.hasAccount()) {
      return Optional.of(KeyState.of(one.principal().account()));
    }
    KeyDomain present =
        domain instanceof KeyDomain.Chosen chosen
            ? new KeyDomain.Chosen(
                false,
                false,
                chosen.within().isEmpty() ? List.of(Pattern.glob("?*")) : chosen.within(),
                chosen.without())
            : domain;
    return KeySolver.solve(key, present, List.of(), new Budget(10_000))
                instanceof KeySolver.Solution.Holds(KeyState state)
            && state instanceof KeyState.Present(List<String> list)
            && list.size() == 1
        ? Optional.of(state)
        : Optional.empty();
  }

  private static Optional<String> single(Map<String, KeyState> values, String key) {
    return values.get(key) instanceof KeyState.Present(List<String> one) && one.size() == 1
        ? Optional.of(one.get(0))
        : Optional.empty();
  }

  /// The class with its account chosen: as a search found it, else one that nobody names.
  private List<CallerClass> withAccount(Map<String, KeyState> values) {
    if (!account) {
      return List.of(caller);
    }
    Set<String> accounts = new LinkedHashSet<>();
    for (Map.Entry<String, KeyState> entry : values.entrySet()) {
      single(values, entry.getKey())
          .flatMap(v -> account(entry.getKey(), v))
          .ifPresent(accounts::add);
    }
    accounts.add(Accounts.unnamed(caller.notAccounts()));
    accounts.removeAll(caller.notAccounts());
    return accounts.stream().map(caller::inAccount).toList();
  }

  private static Optional<String> account(String key, String value) {
    String account =
        switch (key) {
          case "aws:principalaccount", "kms:calleraccount" -> value;
          case "aws:userid" -> value.split(":", 2)[0];
          case "aws:principalarn" -> {
            String[] fields = value.split(":", 6);
            yield fields.length > 4 ? fields[4] : "";
          }
          default -> "";
        };
    return Accounts.isAccount(account) ? Optional.of(account) : Optional.empty();
  }
}
