package io.cofferdam.app.investigate;

import io.cofferdam.logs.cloudtrail.digest.DigestChain;
import io.cofferdam.logs.cloudtrail.digest.DigestKeys;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Store;
import io.cofferdam.model.event.TrailDigest;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.read.ReaderReads;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.model.source.InputSummary;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.coverage.CoverageFinder;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.respond.exposure.ExposureReplay;
import io.cofferdam.respond.exposure.ExposureResult;
import io.cofferdam.respond.origin.OriginFinder;
import io.cofferdam.respond.reads.ReadCollector;
import io.cofferdam.respond.reads.ReadFindings;
import io.cofferdam.respond.reads.ReadQuestion;
import io.cofferdam.respond.scope.ScopeCalculator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Asks the features in order: how complete the logs are, what stood open, who read what, how much,
/// and where it came from.
final class Resolution {
  private final InvestigationRequest request;
  private final DataMap dataMap;
  private final ExposureReplay replay;
  private final CoverageFinder coverage;
  private final ReadCollector reads;
  private final EventRouter router;

  Resolution(
      InvestigationRequest request,
      DataMap dataMap,
      ExposureReplay replay,
      CoverageFinder coverage,
      ReadCollector reads,
      EventRouter router) {
    this.request = request;
    this.dataMap = dataMap;
    this.replay = replay;
    this.coverage = coverage;
    this.reads = reads;
    this.router = router;
  }

  Answers resolve(List<InputSummary> inputs) {
    var period = period();
    var stores = stores();
    var ownAccounts = ownAccounts();
    checkedDigests().forEach(coverage::add);
    dataMap.completeLogs().forEach(coverage::add);
    var covered = coverage.resolve(period, inputs, stores);
    var exposed =
        replay.resolve(period, ownAccounts, !dataMap.ownAccounts().isEmpty(), stores, covered);
    var found = reads.resolve(question(period, ownAccounts, covered, exposed));
    if (witnessed(found, ownAccounts)) {
      var before = exposed.exposures();
      exposed =
          replay.resolve(period, ownAccounts, !dataMap.ownAccounts().isEmpty(), stores, covered);
      var question = question(period, ownAccounts, covered, exposed);
      found =
          resources(exposed.exposures()).equals(resources(before))
              ? found.askedWith(question)
              : reads.resolve(question);
    }
    var scope = ScopeCalculator.calculate(found);
    var origin = OriginFinder.find(found, scope, request.leaked());
    return new Answers(period, because(), ownAccounts, covered, exposed, found, scope, origin);
  }

  private static Set<ResourceId> resources(List<Exposure> exposures) {
    return exposures.stream().map(Exposure::resource).collect(Collectors.toSet());
  }

  private List<TrailDigest> checkedDigests() {
    var keys = request.digestKeys().map(DigestKeys::load).orElseGet(DigestKeys::none);
    return DigestChain.check(router.digests(), keys).digests();
  }

  private ReadQuestion question(
      Window period, List<String> ownAccounts, CoverageResult covered, ExposureResult exposed) {
    return new ReadQuestion(
        exposed.exposures(),
        dataMap,
        ownAccounts,
        new ReadQuestion.Named(request.principals(), request.accessKeys(), request.networks()),
        period,
        covered.coverage());
  }

  /// A read by an outsider that succeeded proves that the store was open at its instant. Whoever
  /// reads a database has a login: that they came from the internet shows the way to it.
  private boolean witnessed(ReadFindings found, List<String> ownAccounts) {
    boolean any = false;
    for (var each : found.readers()) {
      var audience = audience(each, ownAccounts);
      if (audience.isPresent() && !each.events().isEmpty() && each.reads() > 0) {
        replay.addWitness(each.resource(), audience.get(), each.first(), each.events().getFirst());
        replay.addWitness(each.resource(), audience.get(), each.last(), each.events().getLast());
        any = true;
      }
    }
    return any;
  }

  private Optional<Audience> audience(ReaderReads reads, List<String> ownAccounts) {
    if (reads.resource().kind() == ResourceKind.DATABASE) {
      return InternetAddresses.all(reads.addresses(), dataMap.networks())
          ? Optional.of(new Audience.Anyone())
          : Optional.empty();
    }
    var reader = reads.reader();
    var account = reader.account();
    return switch (reader.kind()) {
      case ANONYMOUS -> Optional.of(new Audience.Anyone());
      case FOREIGN_ACCOUNT ->
          account.isEmpty() ? Optional.empty() : Optional.of(new Audience.ForeignAccount(account));
      case SUSPECTED ->
          account.isEmpty() || ownAccounts.contains(account)
              ? Optional.empty()
              : Optional.of(new Audience.ForeignAccount(account));
      case OUTSIDE_HOME, UNDECLARED, NAMED -> Optional.empty();
    };
  }

  private List<ResourceId> stores() {
    return dataMap.stores().stream().map(Store::resource).distinct().toList();
  }

  private List<String> ownAccounts() {
    var accounts = new TreeSet<>(dataMap.ownAccounts());
    if (accounts.isEmpty()) {
      accounts.addAll(router.accounts());
    }
    return List.copyOf(accounts);
  }

  private Window period() {
    var first = router.first();
    var last = router.last();
    var from = request.since().orElse(first == null ? Instant.EPOCH : first);
    var until = request.until().orElse(last == null ? from.plusSeconds(1) : last.plusSeconds(1));
    return new Window(from, until.isAfter(from) ? until : from.plusSeconds(1));
  }

  private String because() {
    if (request.since().isPresent() && request.until().isPresent()) {
      return "as you named it";
    }
    if (router.first() == null) {
      return "no record with a time was found";
    }
    return request.since().isPresent() || request.until().isPresent()
        ? "one end as you named it, the other by what the inputs tell of"
        : "the span that the inputs tell of: events, digest files, metered hours";
  }
}
