package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.decide.PrincipalKind;
import io.cofferdam.access.aws.decide.RequestPrincipal;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PrincipalName;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.symbolic.CallerClass.Route;
import io.cofferdam.access.aws.symbolic.CallerClass.Trust;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Divides all callers into classes that policies cannot tell apart by their Principal elements:
/// each principal named, each kind of other principal of each account named, each kind of
/// principal of an account that is not named.
public final class CallerClasses {
  private static final List<PrincipalKind> SIGNED =
      List.of(
          PrincipalKind.IAM_USER,
          PrincipalKind.ROLE_SESSION,
          PrincipalKind.ACCOUNT_ROOT,
          PrincipalKind.FEDERATED_USER);

  /// Pairs of a canonical user id and an account that are told apart; beyond, it is undecided.
  private static final int MOST_PAIRS = 2_000;

  /// Principals that are told apart; beyond, nothing is excluded.
  private static final int MOST_NAMES = 20_000;

  private final Set<String> arns = new TreeSet<>();
  private final Set<String> accounts = new TreeSet<>();
  private final Set<String> services = new TreeSet<>();
  private final Set<String> providers = new TreeSet<>();
  private final Set<String> canonicalIds = new TreeSet<>();

  private CallerClasses() {}

  /// The classes that these policies' Principal elements make.
  public static CallerClasses of(Collection<PolicyDocument> policies) {
    CallerClasses classes = new CallerClasses();
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        NamedValues.names(statement.principal()).forEach(classes::add);
      }
    }
    return classes;
  }

  private void add(PrincipalName name) {
    switch (name) {
      case PrincipalName.Everyone e -> {}
      case PrincipalName.Deleted d -> {}
      case PrincipalName.Account(String id) -> accounts.add(id);
      case PrincipalName.Arn arn -> {
        arns.add(arn.arn());
        accounts.add(arn.account());
      }
      case PrincipalName.Service(String service) -> services.add(service);
      case PrincipalName.Federated(String provider) -> providers.add(provider);
      case PrincipalName.CanonicalUser(String id) -> canonicalIds.add(id);
    }
  }

  /// Services named, `*` aside.
  Set<String> services() {
    Set<String> named = new TreeSet<>(services);
    named.remove("*");
    return named;
  }

  /// Whoever nobody named: unsigned requests, and principals of an account that is none of
  /// these, by the internet or by a VPC endpoint that nobody named.
  ///
  /// @param accounts accounts that are named, also by conditions, and the owner's
  /// @param unsignedFirst whether the service takes unsigned requests
  static List<CallerClass> unnamed(Set<String> accounts, boolean unsignedFirst) {
    List<CallerClass> classes = new ArrayList<>();
    for (Route route : List.of(Route.INTERNET, Route.VPC_ENDPOINT)) {
      List<CallerClass> some = new ArrayList<>();
      for (PrincipalKind kind : SIGNED) {
        some.add(open(kind, accounts, Trust.UNNAMED, route));
      }
      some.add(unsignedFirst ? 0 : some.size(), anonymous(Trust.UNNAMED, route));
      classes.addAll(some);
    }
    return classes;
  }

  private static CallerClass open(
      PrincipalKind kind, Set<String> notAccounts, Trust trust, Route route) {
    return new CallerClass(
        CallerClass.generic(kind, ""), Optional.empty(), notAccounts, Set.of(), trust, route);
  }

  private static CallerClass anonymous(Trust trust, Route route) {
    return new CallerClass(
        RequestPrincipal.ANONYMOUS, Optional.empty(), Set.of(), Set.of(), trust, route);
  }

  /// Everybody outside an account, AWS services apart.
  public List<CallerClass> outside(String owner) {
    List<CallerClass> classes = new ArrayList<>();
    for (Route route : List.of(Route.INTERNET, Route.VPC_ENDPOINT)) {
      classes.addAll(signed(owner, Trust.ANY, route));
      classes.add(anonymous(Trust.ANY, route));
    }
    return classes;
  }

  /// Everybody there is.
  public List<CallerClass> everybody() {
    List<CallerClass> classes = new ArrayList<>();
    classes.add(anonymous(Trust.ANY, Route.EITHER));
    classes.addAll(signed("", Trust.ANY, Route.EITHER));
    Set<String> serviceNames = services();
    serviceNames.add("unnamed.amazonaws.com");
    serviceNames.forEach(name -> classes.add(service(name, Trust.ANY, Route.EITHER)));
    Set<String> providerNames = new TreeSet<>(providers);
    providerNames.remove("*");
    providerNames.add("unnamed-provider.example");
    providerNames.forEach(
        name ->
            classes.add(
                bare(
                    new RequestPrincipal(PrincipalKind.IDENTITY_PROVIDER, name, "", ""),
                    Trust.ANY,
                    Route.EITHER)));
    return classes;
  }

  /// A principal told by its ARN, an account by its number, a service by its name.
  void addText(String principal) {
    if (Accounts.isAccount(principal)) {
      accounts.add(principal);
    } else if (principal.startsWith("arn:")) {
      add(new PrincipalName.Arn(principal));
    } else {
      services.add(principal);
    }
  }

  /// Grantees of an access control list, each a canonical user id or an account.
  void addGrantees(Collection<Grantee> grantees) {
    for (Grantee grantee : grantees) {
      switch (grantee) {
        case Grantee.CanonicalUser(String id) -> canonicalIds.add(id);
        case Grantee.Account(String id) -> accounts.add(id);
        case Grantee.Group group -> {
          if (group == Grantee.Group.LOG_DELIVERY) {
            services.add("logging.s3.amazonaws.com");
          }
        }
        case Grantee.ByEmail e -> {}
      }
    }
  }

  /// Everybody there is, by the internet or a VPC endpoint, with the principals of an account.
  List<CallerClass> withAccount(String account) {
    accounts.add(account);
    List<CallerClass> classes = new ArrayList<>();
    for (Route route : List.of(Route.INTERNET, Route.VPC_ENDPOINT)) {
      classes.addAll(signed("", Trust.ANY, route));
      classes.add(anonymous(Trust.ANY, route));
    }
    Set<String> names = services();
    names.add("unnamed.amazonaws.com");
    names.forEach(name -> classes.add(service(name, Trust.ANY, Route.INTERNET)));
    return classes;
  }

  /// Everybody whom an identity policy can be attached to.
  static List<CallerClass> holders() {
    return List.of(
        open(PrincipalKind.ROLE_SESSION, Set.of(), Trust.ANY, Route.EITHER),
        open(PrincipalKind.IAM_USER, Set.of(), Trust.ANY, Route.EITHER),
        open(PrincipalKind.FEDERATED_USER, Set.of(), Trust.ANY, Route.EITHER));
  }

  static CallerClass service(String name, Trust trust, Route route) {
    return bare(new RequestPrincipal(PrincipalKind.AWS_SERVICE, name, "", ""), trust, route);
  }

  private static CallerClass bare(RequestPrincipal principal, Trust trust, Route route) {
    return new CallerClass(principal, Optional.empty(), Set.of(), Set.of(), trust, route);
  }

  /// Principals with credentials, those of one account left out.
  private List<CallerClass> signed(String without, Trust trust, Route route) {
    List<CallerClass> classes = new ArrayList<>();
    if (tooManyNames()) {
      for (PrincipalKind kind : SIGNED) {
        classes.add(open(kind, Set.of(), trust, route));
      }
      return classes;
    }
    Map<String, Set<String>> ofAccount = arnsByAccount();
    for (String arn : arns) {
      named(arn, trust, route).stream()
          .filter(one -> !one.principal().account().equals(without))
          .forEach(classes::add);
    }
    for (String account : accounts) {
      if (account.equals(without)) {
        continue;
      }
      for (PrincipalKind kind : SIGNED) {
        classes.add(
            new CallerClass(
                CallerClass.generic(kind, account),
                Optional.empty(),
                Set.of(),
                ofAccount.getOrDefault(account, Set.of()),
                trust,
                route));
      }
    }
    Set<String> but = new LinkedHashSet<>(accounts);
    if (!without.isEmpty()) {
      but.add(without);
    }
    Set<String> notAccounts = Set.copyOf(but);
    for (PrincipalKind kind : SIGNED) {
      classes.add(open(kind, notAccounts, trust, route));
    }
    canonical(without, notAccounts, trust, route, classes);
    return classes;
  }

  /// Whoever signs with credentials of the account behind a canonical user id. Which account
  /// that is is not told: it may be one that is named, or any other.
  private void canonical(
      String without, Set<String> notAccounts, Trust trust, Route route, List<CallerClass> into) {
    for (String id : canonicalIds) {
      for (PrincipalKind kind : SIGNED) {
        into.add(withId(open(kind, notAccounts, trust, route), id));
        for (String account : tooMany() ? Set.<String>of() : accounts) {
          if (!account.equals(without)) {
            into.add(
                withId(
                    new CallerClass(
                        CallerClass.generic(kind, account),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        trust,
                        route),
                    id));
          }
        }
      }
    }
  }

  private boolean tooMany() {
    return (long) canonicalIds.size() * accounts.size() > MOST_PAIRS;
  }

  private boolean tooManyNames() {
    return arns.size() + accounts.size() + canonicalIds.size() > MOST_NAMES;
  }

  /// What makes the classes fewer than there are callers.
  Set<String> undecided() {
    if (tooManyNames()) {
      return Set.of("more than " + MOST_NAMES + " principals are named");
    }
    return tooMany()
        ? Set.of("which of the accounts named are those named by canonical user id")
        : Set.of();
  }

  private static CallerClass withId(CallerClass some, String id) {
    return new CallerClass(
        some.principal().withCanonicalId(id),
        some.roleArn(),
        some.notAccounts(),
        some.notArns(),
        some.trust(),
        some.route());
  }

  private Map<String, Set<String>> arnsByAccount() {
    Map<String, Set<String>> byAccount = new HashMap<>();
    for (String arn : arns) {
      String[] fields = arn.split(":", 6);
      if (fields.length == 6) {
        byAccount.computeIfAbsent(fields[4], a -> new TreeSet<>()).add(arn);
      }
    }
    return byAccount;
  }

  /// The callers an ARN names: a role acts by its sessions, but a NotPrincipal that spares the
  /// role does not spare these.
  private List<CallerClass> named(String arn, Trust trust, Route route) {
    Optional<RequestPrincipal> parsed = RequestPrincipal.parse(arn);
    if (parsed.isEmpty() || parsed.get().kind() != PrincipalKind.IAM_ROLE) {
      return parsed.map(principal -> bare(principal, trust, route)).stream().toList();
    }
    RequestPrincipal role = parsed.get();
    String prefix =
        arn.substring(0, arn.indexOf(":iam:"))
            + ":sts::"
            + role.account()
            + ":assumed-role/"
            + role.roleName()
            + "/session";
    String session = prefix;
    for (int i = 1; arns.contains(session); i++) {
      session = prefix + i;
    }
    return List.of(
        bare(role, trust, route),
        new CallerClass(
            new RequestPrincipal(PrincipalKind.ROLE_SESSION, session, role.account(), ""),
            Optional.of(arn),
            Set.of(),
            Set.of(),
            trust,
            route));
  }
}
