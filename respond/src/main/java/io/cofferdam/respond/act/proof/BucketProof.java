package io.cofferdam.respond.act.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.S3Configuration;
import io.cofferdam.access.aws.s3.S3Reading;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.exposure.BucketExposure;
import io.cofferdam.access.exposure.BucketRight;
import io.cofferdam.access.exposure.BucketState;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.time.Window;
import io.cofferdam.respond.act.proof.Judgement.Verdict;
import io.cofferdam.respond.spi.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// That a bucket is closed to everybody whom nobody named, and opened to nobody. Accounts that its
/// policy names are asked about one by one, so that those whom the change stops are told.
final class BucketProof {
  private static final Duration AHEAD = Duration.ofDays(365);
  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
  private static final int ACCOUNTS = 50;

  private final Claim.Bucket claim;
  private final Window window;
  private final BucketState before;
  private final BucketState after;
  private final List<String> cuts = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private boolean wasOpen;
  private boolean mayHaveBeenOpen;

  BucketProof(Claim.Bucket claim, Instant now) {
    this.claim = claim;
    this.window = new Window(now, now.plus(AHEAD));
    this.before = state(claim.before());
    this.after = state(claim.after());
  }

  private BucketState state(JsonNode fields) {
    return new BucketState(
        claim.bucket(),
        Part.known(claim.owner()),
        Set.of(claim.owner()),
        text(fields, "policy"),
        read(fields, "acl", json -> S3Configuration.acl(json, claim.owner())),
        Part.unknown("ACLs of single objects are not read"),
        read(fields, "block", S3Configuration::publicAccessBlock),
        read(fields, "accountBlock", S3Configuration::publicAccessBlock),
        Part.absent(),
        text(fields, "ownership") instanceof Part.Known<String>(var name)
            ? ObjectOwnership.parse(name)
                .map(Part::known)
                .orElse(Part.unknown("an ownership that is not known"))
            : Part.absent());
  }

  private static Part<String> text(JsonNode fields, String name) {
    return fields.path(name).isTextual()
        ? Part.known(fields.path(name).textValue())
        : Part.absent();
  }

  private interface Reader<T> {
    S3Reading<T> read(String json);
  }

  private static <T> Part<T> read(JsonNode fields, String name, Reader<T> reader) {
    if (fields.path(name).isMissingNode()) {
      return Part.absent();
    }
    return switch (reader.read(fields.path(name).toString())) {
      case S3Reading.Read<T>(var value) -> Part.known(value);
      case S3Reading.Unreadable<T>(var why) -> Part.unknown(why);
    };
  }

  Judgement judgement() {
    for (var audience : List.of(new Audience.Anyone(), new Audience.AnyAccount())) {
      var bad = closed(audience);
      if (bad.isPresent()) {
        return bad.get();
      }
    }
    var accounts = accounts();
    if (accounts.size() > ACCOUNTS) {
      cuts.add(
          (accounts.size() - ACCOUNTS)
              + " further accounts that the policy names were not asked about");
    }
    for (var account : accounts.stream().limit(ACCOUNTS).toList()) {
      var bad = narrower(new Audience.ForeignAccount(account));
      if (bad.isPresent()) {
        return bad.get();
      }
    }
    var opened = policyOpens();
    if (opened.isPresent()) {
      return opened.get();
    }
    if (!unknown.isEmpty()) {
      return new Judgement(claim.what(), Verdict.UNKNOWN, String.join("; ", unknown), cuts);
    }
    return new Judgement(
        claim.what(),
        wasOpen || mayHaveBeenOpen ? Verdict.PROVED : Verdict.UNCHANGED,
        words(),
        cuts);
  }

  private String words() {
    if (wasOpen) {
      return "nobody whom nobody named can read or list its objects any more";
    }
    return mayHaveBeenOpen
        ? "nobody whom nobody named can read or list its objects; whether somebody could is not"
            + " known"
        : "nobody whom nobody named could read or list its objects before either";
  }

  private Optional<Judgement> closed(Audience audience) {
    for (var right : BucketRight.values()) {
      var now = exposure(after, audience, right);
      var then = exposure(before, audience, right);
      wasOpen |= then == ExposureState.OPEN;
      mayHaveBeenOpen |= then == ExposureState.UNKNOWN;
      if (now == ExposureState.OPEN) {
        return Optional.of(
            new Judgement(
                claim.what(),
                then == ExposureState.CLOSED ? Verdict.OPENS : Verdict.STILL_OPEN,
                audience.words() + " can " + verb(right),
                List.of()));
      }
      if (now == ExposureState.UNKNOWN) {
        unknown.add("whether " + audience.words() + " could still " + verb(right));
      } else if (then == ExposureState.OPEN) {
        cuts.add(audience.words() + " could " + verb(right));
      }
    }
    return Optional.empty();
  }

  private Optional<Judgement> narrower(Audience audience) {
    for (var right : BucketRight.values()) {
      var now = exposure(after, audience, right);
      var then = exposure(before, audience, right);
      if (now == ExposureState.OPEN && then == ExposureState.CLOSED) {
        return Optional.of(
            new Judgement(
                claim.what(), Verdict.OPENS, audience.words() + " can " + verb(right), List.of()));
      }
      if (now == ExposureState.CLOSED && then == ExposureState.OPEN) {
        cuts.add(audience.words() + ", which the policy names, could " + verb(right));
      }
    }
    return Optional.empty();
  }

  private ExposureState exposure(BucketState state, Audience audience, BucketRight right) {
    return new BucketExposure().ask(state, audience, right, window).state();
  }

  private static String verb(BucketRight right) {
    return right == BucketRight.READ ? "read objects" : "list objects";
  }

  /// Accounts other than the owner's that either policy names.
  private Set<String> accounts() {
    Set<String> accounts = new TreeSet<>();
    for (var policy : List.of(before.policy(), after.policy())) {
      if (policy instanceof Part.Known<String>(var text)) {
        ACCOUNT
            .matcher(text)
            .results()
            .map(found -> found.group())
            .filter(account -> !account.equals(claim.owner()))
            .forEach(accounts::add);
      }
    }
    return accounts;
  }

  /// What the policy, taken by itself, allows newly: writing and deleting are asked here too.
  private Optional<Judgement> policyOpens() {
    if (before.policy().equals(after.policy())) {
      return Optional.empty();
    }
    var then = Policies.parsed(before.policy().asOptional());
    var now = Policies.parsed(after.policy().asOptional());
    if (then.isEmpty() || now.isEmpty()) {
      unknown.add("the policy cannot be read as one");
      return Optional.empty();
    }
    var opened = Policies.opened(then.get(), now.get());
    if (opened instanceof Answer.Found) {
      return Optional.of(
          new Judgement(claim.what(), Verdict.OPENS, Policies.words(opened), List.of()));
    }
    if (opened instanceof Answer.Unknown) {
      unknown.add(Policies.words(opened));
    }
    return Optional.empty();
  }
}
