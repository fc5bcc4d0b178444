package io.cofferdam.posture.predicate.identity;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.bucket.BucketPredicates;
import io.cofferdam.posture.scene.Scene;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who can read a bucket from outside the accounts of a scan, as the controls on buckets tell it.
/// Of several that hold the widest is told: whoever needs no credentials needs no account either.
///
/// @param found in words who can, with the first line of the witness
/// @param missing why that is not known
record Outside(Map<String, String> found, List<String> missing) {
  private static final List<String> READ = List.of("policy", "acl", "ownership", "block");

  /// The widest first.
  private static final Map<String, String> QUESTIONS = questions();

  private static Map<String, String> questions() {
    Map<String, String> questions = new LinkedHashMap<>();
    questions.put("s3-no-public-read", "anybody without credentials");
    questions.put("s3-no-any-account", "any AWS account");
    questions.put("s3-no-outsider", "somebody outside the trust zone");
    return questions;
  }

  Outside {
    found = Map.copyOf(found);
    missing = List.copyOf(missing);
  }

  static Outside of(Resource bucket, Scene scene) {
    var gaps = bucket.gapsOf(READ);
    if (!gaps.isEmpty()) {
      return new Outside(Map.of(), gaps.stream().map(Gap::words).distinct().toList());
    }
    List<String> missing = new ArrayList<>();
    for (var question : QUESTIONS.entrySet()) {
      var predicate = BucketPredicates.all().get(question.getKey());
      if (predicate == null) {
        throw new CofferdamBug("no predicate " + question.getKey());
      }
      switch (predicate.evaluate(bucket, scene)) {
        case Outcome.Violated(_, var witness) -> {
          var first = witness.isEmpty() ? "" : ": " + witness.getFirst();
          return new Outside(Map.of(question.getValue(), first), missing);
        }
        case Outcome.Undetermined(var why) -> missing.addAll(why);
        case Outcome.Met _, Outcome.NotApplicable _ -> {
          // nobody of that kind
        }
      }
    }
    return new Outside(Map.of(), missing);
  }
}
