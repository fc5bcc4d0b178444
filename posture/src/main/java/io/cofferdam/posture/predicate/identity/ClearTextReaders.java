package io.cofferdam.posture.predicate.identity;

import io.cofferdam.access.aws.estate.EstatePrincipal;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.answer.Outsider;
import io.cofferdam.access.aws.estate.request.Verdict;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.estate.ScanEstate;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.List;

/// Of a bucket with sensitive data under a key of the company's own: the key keeps apart who gets
/// objects and who reads them. Whoever passes both `s3:GetObject` and `kms:Decrypt`, by policies or
/// by grants of the key, is told; they must be those declared as readers, or no more than the
/// company allows, and nobody from outside.
final class ClearTextReaders implements Predicate {

  @Override
  public Outcome evaluate(Resource bucket, Scene scene) {
    return switch (SensitiveBuckets.of(scene).of(bucket, scene)) {
      case SensitiveBuckets.Held.Lower(var why) -> new Outcome.NotApplicable(why);
      case SensitiveBuckets.Held.Undecided(var missing) -> new Outcome.Undetermined(missing);
      case SensitiveBuckets.Held.Sensitive _ -> withKey(bucket, scene);
    };
  }

  private static Outcome withKey(Resource bucket, Scene scene) {
    var estate = ScanEstate.of(scene);
    var known = estate.estate().resources().get(bucket.id());
    if (known == null || !(known.detail() instanceof ResourceDetail.Bucket detail)) {
      return new Outcome.Undetermined(estate.missing(bucket.account()));
    }
    return switch (detail.encryptionKey()) {
      case Part.Absent<String> _ -> new Outcome.NotApplicable(noKey());
      case Part.Known<String>(String key) when key.equals(ResourceDetail.Bucket.AWS_MANAGED) ->
          new Outcome.NotApplicable(noKey());
      case Part.Known<String>(String key) -> judge(bucket, key, scene, estate);
      case Part.Unknown<String> _ ->
          new Outcome.Undetermined(
              List.of(
                  "s3:GetEncryptionConfiguration or kms:ListAliases: the key of "
                      + bucket.name()
                      + " is not known"));
    };
  }

  private static String noKey() {
    return "no key of the company's own stands between: whoever gets an object reads it in clear"
        + " (aws.iam.readers-count tells who)";
  }

  private static Outcome judge(Resource bucket, String key, Scene scene, ScanEstate estate) {
    var answer = estate.clearTextReaders(bucket.id());
    var readers = Readers.of(estate, answer.holders(), answer.question());
    List<String> outside = new ArrayList<>();
    List<String> perhaps = new ArrayList<>();
    for (Outsider outsider : answer.outsiders()) {
      if (!scene.zone().holds(account(outsider.who()))) {
        (outsider.verdict() == Verdict.YES ? outside : perhaps).add(outsider.who());
      }
    }
    var declared = ApprovedReaders.of(scene, bucket);
    List<String> beyond = new ArrayList<>();
    for (var arn : readers.certain()) {
      if (declared.isEmpty() || !declared.get().holds(arn)) {
        beyond.add(words(estate, arn));
      }
    }
    var most = declared.isPresent() ? 0 : scene.expected().access().readersAtMost();
    if (!outside.isEmpty() || beyond.size() > most) {
      List<String> lines = new ArrayList<>();
      outside.forEach(who -> lines.add(who + ", from outside"));
      lines.addAll(beyond);
      return Told.violated(
          estate, bucket.account(), why(outside, beyond, most, declared.isPresent()), lines);
    }
    List<String> missing = new ArrayList<>(estate.missing(bucket.account()));
    if (estate.estate().resource(key).isEmpty()) {
      missing.add("kms:GetKeyPolicy and kms:ListGrants: key " + key + " was not read");
    }
    perhaps.forEach(who -> missing.add(who + ": reads in clear if what was not read allows it"));
    if (beyond.size() + readers.conditional().size() > most) {
      readers
          .conditional()
          .forEach(arn -> missing.add(arn + ": reads in clear if what was not read allows it"));
    }
    if (!missing.isEmpty()) {
      return new Outcome.Undetermined(Told.shortened(missing));
    }
    List<String> proof = new ArrayList<>();
    proof.add(
        Told.count(readers.certain().size(), "principal")
            + " passes both s3:GetObject and kms:Decrypt on "
            + key);
    readers.certain().forEach(arn -> proof.add(words(estate, arn)));
    return new Outcome.Met(proof);
  }

  private static String why(List<String> outside, List<String> beyond, int most, boolean declared) {
    if (!outside.isEmpty()) {
      return Told.count(outside.size(), "caller") + " from outside can read it in clear";
    }
    return declared
        ? Told.count(beyond.size(), "principal")
            + " can read it in clear and is not declared as a reader"
        : Told.count(beyond.size(), "principal")
            + " can read it in clear, at most "
            + most
            + " are meant to";
  }

  private static String words(ScanEstate estate, String arn) {
    return estate.estate().principal(arn).map(EstatePrincipal::words).orElse(arn);
  }

  private static String account(String who) {
    var fields = who.split(":", 6);
    return fields.length == 6 ? fields[4] : who;
  }
}
