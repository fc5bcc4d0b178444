package io.cofferdam.respond.reads;

import static io.cofferdam.respond.reads.Judgement.MEANT;

import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.resource.Caller;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.reads.Judgement.Missing;
import io.cofferdam.respond.reads.Judgement.Outsider;
import io.cofferdam.respond.reads.Judgement.Undecided;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells those the data was meant for from all others, by rule and not by likelihood.
final class ReaderJudge {
  private final ReadQuestion question;
  private final CredentialChains chains;
  private final Sightings sightings;
  private final Set<String> ownAccounts;
  private final Cidrs networks;
  private final Cidrs namedNetworks;
  private final Set<String> namedKeys;
  private final String maskedAddress;
  private final Map<Caller, Boolean> named = new HashMap<>();
  private final Map<Caller, Boolean> workloads = new HashMap<>();

  ReaderJudge(ReadQuestion question, CredentialChains chains, Sightings sightings) {
    this.question = question;
    this.chains = chains;
    this.sightings = sightings;
    ownAccounts = new HashSet<>(question.dataMap().ownAccounts());
    ownAccounts.addAll(question.ownAccounts());
    networks = new Cidrs(question.dataMap().networks());
    namedNetworks = new Cidrs(question.named().cidrs());
    namedKeys =
        question.named().nobody()
            ? Set.of()
            : chains.descendants(
                new HashSet<>(question.named().accessKeys()), this::namedByPrincipal);
    maskedAddress = sightings.onlyAddress();
  }

  /// The one address that all records bear, which therefore proves nothing; or empty.
  String maskedAddress() {
    return maskedAddress;
  }

  boolean networksTold() {
    return !networks.isEmpty();
  }

  Judgement judge(ObjectAccess access, Unit unit) {
    var caller = access.caller();
    if (isNamed(caller)) {
      return new Outsider(ReaderKind.NAMED, "named by the user as suspect");
    }
    var readers = unit.store() == null ? List.<String>of() : unit.store().readers();
    boolean declared = Principals.declared(readers, caller);
    if (access.store().kind() == ResourceKind.DATABASE) {
      return databaseUser(caller, readers, declared);
    }
    return switch (caller.kind()) {
      case ANONYMOUS ->
          declared
              ? MEANT
              : new Outsider(
                  ReaderKind.ANONYMOUS,
                  "no credential was presented, and the read"
                      + " succeeded: the store was open at that instant");
      case SERVICE -> MEANT;
      case UNKNOWN -> declared ? MEANT : new Undecided(Missing.CALLER);
      case FOREIGN_ACCOUNT, ROOT, USER, ROLE_SESSION, FEDERATED ->
          credential(access, caller, readers, declared);
      case SHARED_KEY -> shared(access, caller);
    };
  }

  /// A database knows its users by name and address alone.
  private Judgement databaseUser(Caller caller, List<String> readers, boolean declared) {
    var address = caller.address();
    boolean outside =
        Cidrs.isAddress(address) && !Cidrs.isPrivate(address) && !networks.contains(address);
    if (outside && !networks.isEmpty()) {
      return new Outsider(
          ReaderKind.OUTSIDE_HOME,
          "the database was read from " + address + ", which is outside the company's networks");
    }
    if (!readers.isEmpty() && !declared) {
      return new Outsider(
          ReaderKind.UNDECLARED, "not among the readers that the data map declares for this store");
    }
    return outside ? new Undecided(Missing.NETWORKS) : MEANT;
  }

  private Judgement credential(
      ObjectAccess access, Caller caller, List<String> readers, boolean declared) {
    var belongs = belongs(caller, access.account());
    if (!declared && Principals.mayBeDeclared(readers, caller)) {
      return new Undecided(Missing.CALLER);
    }
    if (belongs == Belongs.NO) {
      return declared ? MEANT : foreign(caller.account());
    }
    if (belongs == Belongs.UNKNOWN && !declared) {
      return new Undecided(caller.account().isEmpty() ? Missing.CALLER : Missing.ACCOUNTS);
    }
    var byAddress = byAddress(access, caller, declared);
    if (byAddress instanceof Outsider outsider && outsider.kind() != ReaderKind.SUSPECTED) {
      return byAddress;
    }
    if (!readers.isEmpty() && !declared) {
      return new Outsider(
          ReaderKind.UNDECLARED, "not among the readers that the data map declares for this store");
    }
    return byAddress;
  }

  /// Only the company can say which accounts are its own: a sister account looks like a stranger's.
  private Judgement foreign(String account) {
    return question.dataMap().ownAccounts().isEmpty()
        ? new Outsider(
            ReaderKind.SUSPECTED,
            "account "
                + account
                + " owns neither the store nor a trail given, and which accounts are"
                + " the company's was not told",
            true)
        : new Outsider(ReaderKind.FOREIGN_ACCOUNT, "account " + account + " is not the company's");
  }

  private Judgement byAddress(ObjectAccess access, Caller caller, boolean declared) {
    if (caller.kind() != CallerKind.ROLE_SESSION && caller.kind() != CallerKind.SHARED_KEY) {
      return MEANT;
    }
    var address = caller.address();
    if (!caller.vpcEndpoint().isEmpty()
        || !Cidrs.isAddress(address)
        || Cidrs.isPrivate(address)
        || networks.contains(address)
        || address.equals(maskedAddress)) {
      return address.equals(maskedAddress) && !address.isEmpty() && isWorkload(caller, declared)
          ? new Undecided(Missing.NETWORKS)
          : MEANT;
    }
    boolean workload = caller.kind() == CallerKind.SHARED_KEY || isWorkload(caller, declared);
    if (!networks.isEmpty()) {
      if (access.signedQuery() && !sightings.holderSeen(caller)) {
        return new Outsider(
            ReaderKind.SUSPECTED,
            "a presigned URL was used from "
                + address
                + ", outside the company's networks; who"
                + " held it is not known");
      }
      return workload
          ? new Outsider(
              ReaderKind.OUTSIDE_HOME,
              "a workload's credential was used from "
                  + address
                  + ", which is outside the company's networks, is no service of the provider and"
                  + " came through no endpoint of the company")
          : Principals.looksLikePerson(caller)
              ? MEANT
              : new Outsider(
                  ReaderKind.SUSPECTED,
                  "a role session acted from "
                      + address
                      + ", outside the company's networks; whether a workload or a person bears it"
                      + " is not known");
    }
    if (sightings.seenAtHome(caller)) {
      return new Outsider(
          ReaderKind.SUSPECTED,
          "the same session acted from a private network and from "
              + address
              + ", and the company's networks were not told");
    }
    return workload || !Principals.looksLikePerson(caller)
        ? new Undecided(Missing.NETWORKS)
        : MEANT;
  }

  private Judgement shared(ObjectAccess access, Caller caller) {
    return byAddress(access, caller, false);
  }

  private boolean isWorkload(Caller caller, boolean declared) {
    return workloads.computeIfAbsent(caller, this::isWorkload)
        || (declared && !Principals.looksLikePerson(caller));
  }

  private boolean isWorkload(Caller caller) {
    var link = chains.origin(caller);
    return Principals.looksLikeWorkload(caller) || (link != null && link.workload());
  }

  private enum Belongs {
    YES,
    NO,
    UNKNOWN
  }

  private Belongs belongs(Caller caller, String owner) {
    var account = caller.account();
    if (account.isEmpty()) {
      return caller.kind() == CallerKind.FOREIGN_ACCOUNT ? Belongs.NO : Belongs.UNKNOWN;
    }
    if (ownAccounts.contains(account) || account.equals(owner)) {
      return Belongs.YES;
    }
    boolean comparable =
        ownAccounts.stream().anyMatch(own -> own.length() == account.length())
            || (owner.length() == account.length() && ownAccounts.isEmpty());
    return comparable ? Belongs.NO : Belongs.UNKNOWN;
  }

  boolean isNamed(Caller caller) {
    if (question.named().nobody()) {
      return false;
    }
    return named.computeIfAbsent(
        caller,
        c ->
            namedKeys.contains(c.accessKeyId())
                || namedByPrincipal(c)
                || namedNetworks.contains(c.address()));
  }

  private boolean namedByPrincipal(Caller caller) {
    for (var pattern : question.named().principals()) {
      if (Principals.named(pattern, caller)) {
        return true;
      }
    }
    return question.named().accessKeys().contains(caller.accessKeyId());
  }
}
