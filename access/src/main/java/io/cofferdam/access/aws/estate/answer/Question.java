package io.cofferdam.access.aws.estate.answer;

import io.cofferdam.access.aws.estate.Estate;
import io.cofferdam.access.aws.estate.EstateResource;
import io.cofferdam.access.aws.estate.ResourceDetail;
import io.cofferdam.access.aws.estate.request.Operation;
import io.cofferdam.access.exposure.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What is asked about: actions that one and the same actor must be allowed.
///
/// @param title for a person
/// @param needs all of them
public record Question(String title, List<Need> needs) {
  public Question {
    needs = List.copyOf(needs);
  }

  /// An action on a resource.
  ///
  /// @param anyObject whether the resource is a bucket and any object of it will do
  /// @param context keys that the operation fixes
  public record Need(
      String action, String resource, boolean anyObject, Map<String, String> context) {
    public Need {
      context = Map.copyOf(context);
    }

    Operation operation(String arn) {
      return new Operation(action, arn, false, context);
    }
  }

  /// One action on one resource; for a bucket and an action on objects, on any object.
  ///
  /// @param resource ARN
  public static Question of(String action, String resource) {
    return new Question(action + " on " + resource, List.of(need(action, resource)));
  }

  private static Need need(String action, String resource) {
    boolean objects =
        action.toLowerCase(Locale.ROOT).matches("s3:.*object.*") && !resource.contains("/");
    return new Need(action, resource, objects && resource.contains(":s3:::"), Map.of());
  }

  /// Reading a bucket's objects in clear text: getting an object, and decrypting with the key that
  /// the bucket encrypts new objects with. Objects under another key need that one.
  public static Question clearText(Estate estate, String bucketArn) {
    List<Need> needs = new ArrayList<>();
    needs.add(need("s3:GetObject", bucketArn));
    String title = "clear-text reading of " + bucketArn;
    EstateResource bucket = estate.resources().get(bucketArn);
    if (bucket != null && bucket.detail() instanceof ResourceDetail.Bucket detail) {
      switch (detail.encryptionKey()) {
        case Part.Known<String>(String key) -> {
          if (!key.equals(ResourceDetail.Bucket.AWS_MANAGED)) {
            Map<String, String> context = new TreeMap<>();
            context.put("kms:viaservice", "s3." + key.split(":", 5)[3] + ".amazonaws.com");
            context.put("aws:viaawsservice", "true");
            needs.add(new Need("kms:Decrypt", key, false, context));
          }
        }
        case Part.Absent<String> a -> {
          // S3's own keys: whoever gets the object gets clear text
        }
        case Part.Unknown<String> u ->
            needs.add(
                new Need(
                    "kms:Decrypt",
                    "arn:aws:kms:unknown::key/of-" + name(bucketArn),
                    false,
                    Map.of()));
      }
    }
    return new Question(title, needs);
  }

  private static String name(String bucketArn) {
    return bucketArn.substring(bucketArn.lastIndexOf(':') + 1);
  }
}
