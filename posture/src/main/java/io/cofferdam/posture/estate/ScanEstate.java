package io.cofferdam.posture.estate;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.answer.Holder;
import io.cofferdam.access.aws.estate.answer.Question;
import io.cofferdam.access.aws.estate.answer.WhoCan;
import io.cofferdam.access.aws.estate.answer.WhoCanAnswer;
import io.cofferdam.access.aws.estate.reading.EstateProblem;
import io.cofferdam.access.aws.estate.reading.EstateReader;
import io.cofferdam.access.aws.estate.reading.EstateReading;
import io.cofferdam.posture.collect.Traversal;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The estate of a scan with the questions already asked of it, so that controls that need the same
/// answer share it. Safe for use by several threads.
///
/// Cost: the estate is read once; the first question follows what every principal can come to act
/// as; each bucket is then decided once for all principals that are alike.
public final class ScanEstate {
  private final Estate estate;
  private final WhoCan whoCan;
  private final Optional<OrganisationFacts> organisation;
  private final Map<String, List<String>> missing;
  private final Map<String, List<Holder>> readers = new ConcurrentHashMap<>();
  private final Map<String, WhoCanAnswer> clearText = new ConcurrentHashMap<>();

  private ScanEstate(
      Estate estate, Optional<OrganisationFacts> organisation, Map<String, List<String>> missing) {
    this.estate = estate;
    this.whoCan = new WhoCan(estate);
    this.organisation = organisation;
    this.missing = Map.copyOf(missing);
  }

  /// The estate of an inventory. A snapshot that the engine refuses gives an empty estate, of every
  /// account of which it is missing why.
  public static ScanEstate of(Inventory inventory) {
    var organisation = OrganisationFacts.of(inventory);
    var reading = EstateReader.read(new EstateTexts(inventory, organisation).write());
    Map<String, List<String>> missing = new ConcurrentHashMap<>();
    for (var account : OrganisationFacts.ofType(inventory, Traversal.ACCOUNT)) {
      List<String> of =
          new ArrayList<>(
              account.gapsOf(List.of("identities")).stream().map(Gap::words).distinct().toList());
      if (of.isEmpty() && !account.fact("identities").isObject()) {
        of.add("iam:GetAccountAuthorizationDetails was not answered");
      }
      if (reading instanceof EstateReading.Refused(List<EstateProblem> problems)) {
        of.add("the account's users, roles and policies: " + problems.getFirst());
      }
      missing.put(account.account(), List.copyOf(of));
    }
    return new ScanEstate(reading.asOptional().orElseGet(Estate::empty), organisation, missing);
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
    return readers.computeIfAbsent(bucket, b -> whoCan.holders(Question.of("s3:GetObject", b)));
  }

  /// Who can read a bucket's objects in clear: get them and use the key they are encrypted with.
  ///
  /// @param bucket ARN
  public WhoCanAnswer clearTextReaders(String bucket) {
    return clearText.computeIfAbsent(bucket, b -> whoCan.ask(Question.clearText(estate, b)));
  }
}
