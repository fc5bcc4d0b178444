package io.cofferdam.posture.estate;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.answer.Holder;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.answer.WhoCan;
import io.cofferdam.access.aws.estate.answer.WhoCanAnswer;
import io.cofferdam.access.aws.estate.reach.Reach;
import io.cofferdam.access.aws.estate.reading.EstateProblem;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.access.aws.estate.reading.EstateReading;
import io.cofferdam.access.aws.estate.request.Actor;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.scene.Carried;
import io.cofferdam.posture.scene.Change;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The estate of a scan with the questions already asked of it, so that controls that need the same
/// answer share it. Safe for use by several threads.
///
/// Cost: the estate is read once; the first question follows what every principal can come to act
/// as; each bucket is then decided once for all principals that are alike.
public final class ScanEstate implements Carried {
  private final Estate estate;
  private final ResourceTexts texts;
  private final WhoCan whoCan;
  private final Set<String> changed;
  private final Optional<OrganisationFacts> organisation;
  private final Map<String, List<String>> missing;
  private final String region;
  private final Map<String, List<EstatePrincipal>> principals;
  private final Map<String, List<Holder>> readers = new ConcurrentHashMap<>();
  private final Map<String, WhoCanAnswer> clearText = new ConcurrentHashMap<>();
  private final Map<String, Boolean> limitsUnknown = new ConcurrentHashMap<>();

  private ScanEstate(
      Estate estate,
      ResourceTexts texts,
      Optional<OrganisationFacts> organisation,
      Map<String, List<String>> missing,
      String region) {
    this.estate = estate;
    this.texts = texts;
    this.changed = Set.of();
    this.principals = new HashMap<>();
    this.whoCan = new WhoCan(new Reach(estate, region));
    this.organisation = organisation;
    this.missing = Map.copyOf(missing);
    this.region = region;
    for (var principal : estate.principals().values()) {
      principals.computeIfAbsent(principal.account(), _ -> new ArrayList<>()).add(principal);
    }
  }

  /// The same where only some resources are other ones. Answers about others are kept.
  private ScanEstate(ScanEstate before, EstateChange change, Reach reach) {
    this.estate = change.estate();
    this.texts = before.texts;
    this.changed = change.changed();
    this.whoCan = new WhoCan(reach);
    this.organisation = before.organisation;
    this.missing = before.missing;
    this.region = before.region;
    this.principals = before.principals;
    before.readers.forEach(
        (bucket, of) -> {
          if (!changed.contains(bucket)) {
            readers.put(bucket, of);
          }
        });
    before.clearText.forEach(
        (bucket, of) -> {
          if (of.question().needs().stream().noneMatch(n -> changed.contains(n.resource()))) {
            clearText.put(bucket, of);
          }
        });
  }

  /// Everybody's reach, and what is known of each resource that is not another one, are kept.
  @Override
  public Optional<ScanEstate> after(Scene later, Change change) {
    if (!region(later.inventory()).equals(region)) {
      return Optional.empty();
    }
    return EstateChange.of(estate, texts, change)
        .flatMap(
            each ->
                whoCan
                    .reach()
                    .after(each.estate(), each.changed())
                    .map(reach -> new ScanEstate(this, each, reach)));
  }

  /// Of an estate that was carried over from the scene before: ARNs of the resources on which
  /// verdicts may be others than there.
  public Set<String> changed() {
    return changed;
  }

  /// The estate of a scene, built once for it.
  public static ScanEstate of(Scene scene) {
    return scene.derived(ScanEstate.class, each -> of(each.inventory()));
  }

  /// The estate of an inventory. A snapshot that the engine refuses gives an empty estate, of every
  /// account of which it is missing why.
  static ScanEstate of(Inventory inventory) {
    var organisation = OrganisationFacts.of(inventory);
    var texts = new EstateTexts(inventory, organisation);
    var reading = EstateReader.read(texts.write());
    Map<String, List<String>> missing = new HashMap<>();
    for (var account : inventory.ofType(Inventory.ACCOUNT)) {
      List<String> of =
          new ArrayList<>(
              account.gapsOf(List.of("identities")).stream().map(Gap::words).distinct().toList());
      if (of.isEmpty() && !account.fact("identities").isObject()) {
        of.add("iam:GetAccountAuthorizationDetails was not answered");
      }
      if (reading instanceof EstateReading.Refused(List<EstateProblem> problems)) {
        of.add("users, roles and policies: " + problems.getFirst());
      }
      missing.put(account.account(), List.copyOf(of));
    }
    return new ScanEstate(
        reading.asOptional().orElseGet(Estate::empty),
        texts.ofResources(),
        organisation,
        missing,
        region(inventory));
  }

  /// The region in which most stands.
  private static String region(Inventory inventory) {
    Map<String, Integer> counts = new TreeMap<>();
    for (var resource : inventory.resources()) {
      if (!resource.region().isEmpty()) {
        counts.merge(resource.region(), 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("eu-central-1");
  }

  /// The region in which most stands, where one is to be named.
  public String region() {
    return region;
  }

  /// The users and roles of an account, by ARN.
  public List<EstatePrincipal> principals(String account) {
    return principals.getOrDefault(account, List.of());
  }

  public Estate estate() {
    return estate;
  }

  public WhoCan whoCan() {
    return whoCan;
  }

  public Optional<OrganisationFacts> organisation() {
    return organisation;
  }

  /// What is not known of an account's users and roles, each with the permission that is missing;
  /// none where they are all known.
  public List<String> missing(String account) {
    return missing.getOrDefault(
        account, List.of("account " + account + " is not part of the scan"));
  }

  /// What must be said beside every right found in an account: that policies above it were not
  /// read and may forbid it. Empty where they were, or where there are none.
  public Optional<String> caveat(String account) {
    if (organisation.isEmpty() || organisation.get().management().equals(account)) {
      return Optional.empty();
    }
    var of = organisation.get();
    List<String> unread = new ArrayList<>(of.unread());
    of.rcpsUnread().stream().filter(each -> !unread.contains(each)).forEach(unread::add);
    return unread.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "as far as the account decides: a policy of organisation "
                + of.id()
                + " may still forbid it ("
                + unread.getFirst()
                + ")");
  }

  /// Who of the estate can get objects of a bucket, directly or over several steps, by ARN.
  ///
  /// @param bucket ARN
  public List<Holder> readers(String bucket) {
    return readers.computeIfAbsent(bucket, b -> whoCan.holders(reading(b)));
  }

  /// The question whether somebody gets an object of a bucket.
  public Question reading(String bucket) {
    return Question.of("s3:GetObject", bucket);
  }

  /// Whether a conditional answer hangs on something that was not read, and not merely on a
  /// condition that a policy sets (a network, a second factor). Where the policies above a user
  /// or role were not read, that is so of whatever it does first, and no way is looked at.
  ///
  /// @param principal ARN of one who can, if something holds
  public boolean dependsOnGaps(String principal, Question question) {
    return limitsUnknown.computeIfAbsent(
            principal, arn -> whoCan.reach().decider().limitsUnknown(Actor.of(arn)))
        || whoCan.explain(principal, question).onlyIf().stream().anyMatch(ScanEstate::isGap);
  }

  private static boolean isGap(String condition) {
    return condition.contains("not in the snapshot") || condition.contains("is not known");
  }

  /// Who can read a bucket's objects in clear: get them and use the key they are encrypted with.
  ///
  /// @param bucket ARN
  public WhoCanAnswer clearTextReaders(String bucket) {
    return clearText.computeIfAbsent(bucket, b -> whoCan.ask(Question.clearText(estate, b)));
  }
}
