package io.cofferdam.respond.exposure;

import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.exposure.ConfigurationChange.Effect;
import io.cofferdam.respond.exposure.Observation.Subject;
import io.cofferdam.respond.json.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Lists the acts that changed who may reach what, in order of time, with whom each names outside.
final class ChangeList {
  private static final String TAKEN_BACK = "share taken back from ";

  private final Set<String> ownAccounts;

  /// @param ownAccounts accounts that are the company's own: they are no outsiders
  ChangeList(Collection<String> ownAccounts) {
    this.ownAccounts = Set.copyOf(ownAccounts);
  }

  List<ConfigurationChange> of(
      BucketFacts buckets,
      Collection<Share> shares,
      Collection<DatabaseChange> databases,
      Window period) {
    var ofBuckets =
        buckets.bySubject().entrySet().stream()
            .flatMap(
                e ->
                    e.getValue().stream()
                        .filter(o -> o.basis() != Observation.Basis.ANCHOR)
                        .map(o -> change(e.getKey(), o, buckets)));
    var ofDatabases =
        databases.stream().filter(DatabaseChange::aboutInstance).map(ChangeList::change);
    return Stream.of(ofBuckets, shares.stream().map(this::change), ofDatabases)
        .flatMap(each -> each)
        .filter(c -> period.contains(c.time()))
        .distinct()
        .sorted(
            Comparator.comparing(ConfigurationChange::time)
                .thenComparing(ConfigurationChange::resource)
                .thenComparing(ConfigurationChange::words)
                .thenComparing(c -> c.event().id()))
        .toList();
  }

  private ConfigurationChange change(Share share) {
    var outsiders = outside(share.audiences(), Set.of(share.account()));
    var effect =
        outsiders.isEmpty()
            ? Effect.OTHER
            : share.words().startsWith(TAKEN_BACK) ? Effect.TAKES_BACK : Effect.GIVES;
    return new ConfigurationChange(
        share.time(),
        share.resource(),
        share.words(),
        share.principal(),
        effect,
        outsiders,
        share.ref());
  }

  private ConfigurationChange change(
      Subject subject, Observation observation, BucketFacts buckets) {
    var resource =
        switch (subject) {
          case Subject.Bucket(String name) -> ResourceId.bucket(name);
          case Subject.Account(String id) ->
              new ResourceId(ResourceKind.OTHER, "S3 settings of account " + id);
        };
    var owners =
        switch (subject) {
          case Subject.Bucket(String name) -> buckets.owners(name);
          case Subject.Account(String id) -> Set.of(id);
        };
    var outsiders = outside(named(observation.setting()), owners);
    return new ConfigurationChange(
        observation.time(),
        resource,
        observation.words(),
        observation.principal(),
        outsiders.isEmpty() ? Effect.OTHER : Effect.GIVES,
        outsiders,
        observation.ref());
  }

  /// A public address alone lets nobody in; the spans say what it and the groups come to.
  private static ConfigurationChange change(DatabaseChange database) {
    var change = database.change();
    return new ConfigurationChange(
        change.time(),
        database.instance(),
        change.words(),
        change.principal(),
        Effect.OTHER,
        List.of(),
        change.ref());
  }

  private static List<Audience> named(BucketSetting setting) {
    return switch (setting) {
      case BucketSetting.Policy(Part<String> policy) ->
          policy
              .asOptional()
              .map(text -> NamedOutsiders.ofPolicy(Json.parse(text), ""))
              .orElse(List.of());
      case BucketSetting.AccessList(Part<Acl> list) ->
          list.asOptional().map(ChangeList::named).orElse(List.of());
      default -> List.of();
    };
  }

  private static List<Audience> named(Acl list) {
    var all = new LinkedHashSet<Audience>();
    for (var grant : list.grants()) {
      switch (grant.grantee()) {
        case Grantee.Group.ALL_USERS -> all.add(new Audience.Anyone());
        case Grantee.Group.AUTHENTICATED_USERS -> all.add(new Audience.AnyAccount());
        case Grantee.Account(String id) -> all.add(new Audience.ForeignAccount(id));
        case Grantee.Group.LOG_DELIVERY -> {}
        case Grantee.CanonicalUser _, Grantee.ByEmail _ -> {} // whose account it is, is not told
      }
    }
    return List.copyOf(all);
  }

  private List<Audience> outside(List<Audience> named, Set<String> owners) {
    return named.stream()
        .filter(
            each ->
                !(each instanceof Audience.ForeignAccount(String account))
                    || (!ownAccounts.contains(account) && !owners.contains(account)))
        .toList();
  }
}
