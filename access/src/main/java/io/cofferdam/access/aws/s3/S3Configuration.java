package io.cofferdam.access.aws.s3;

import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.JsonRead;
import io.cofferdam.access.json.JsonReader;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads S3 configuration out of JSON as the clouds' logs write it: request parameters of
/// CloudTrail, answers of the S3 API, AWS Config supplementary configuration. Names are taken
/// without regard to case, since the three differ in it.
public final class S3Configuration {
  private S3Configuration() {}

  /// An access control list: GetBucketAcl JSON, `AccessControlPolicy` or `x-amz-acl` and
  /// `x-amz-grant-*` in CloudTrail, `grantList` of AWS Config.
  ///
  /// @param owner canonical id or account number of the owner where known, else empty
  public static S3Reading<Acl> acl(String json, String owner) {
    return acl(members(json), owner);
  }

  /// As [#acl(String, String)], of JSON that is read already.
  public static S3Reading<Acl> acl(Json json, String owner) {
    return acl(members(json), owner);
  }

  private static S3Reading<Acl> acl(S3Reading<Json.Members> read, String owner) {
    return switch (read) {
      case S3Reading.Read<Json.Members>(Json.Members members) -> AclReading.read(members, owner);
      case S3Reading.Unreadable<Json.Members>(String why) -> new S3Reading.Unreadable<>(why);
    };
  }

  /// The four public access block settings; one that is not mentioned is off.
  public static S3Reading<PublicAccessBlock> publicAccessBlock(String json) {
    return publicAccessBlock(members(json));
  }

  /// As [#publicAccessBlock(String)], of JSON that is read already.
  public static S3Reading<PublicAccessBlock> publicAccessBlock(Json json) {
    return publicAccessBlock(members(json));
  }

  private static S3Reading<PublicAccessBlock> publicAccessBlock(S3Reading<Json.Members> read) {
    return switch (read) {
      case S3Reading.Unreadable<Json.Members>(String why) -> new S3Reading.Unreadable<>(why);
      case S3Reading.Read<Json.Members>(Json.Members members) -> block(members);
    };
  }

  private static S3Reading<PublicAccessBlock> block(Json.Members outer) {
    Json.Members members =
        get(outer, "PublicAccessBlockConfiguration") instanceof Json.Members inner ? inner : outer;
    Boolean[] settings = new Boolean[4];
    String[] names = {
      "BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"
    };
    boolean any = false;
    for (int i = 0; i < names.length; i++) {
      Json value = get(members, names[i]);
      String text = value == null ? "" : value.scalar().orElse("?").toLowerCase(Locale.ROOT);
      if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
        return new S3Reading.Unreadable<>("`" + names[i] + "` is neither true nor false");
      }
      any |= !text.isEmpty();
      settings[i] = text.equals("true");
    }
    return any
        ? new S3Reading.Read<>(
            new PublicAccessBlock(settings[0], settings[1], settings[2], settings[3]))
        : new S3Reading.Unreadable<>("none of the four public access block settings");
  }

  /// The Object Ownership setting: of `OwnershipControls`, or of the header of CreateBucket.
  public static S3Reading<ObjectOwnership> ownership(String json) {
    return ownership(members(json));
  }

  /// As [#ownership(String)], of JSON that is read already.
  public static S3Reading<ObjectOwnership> ownership(Json json) {
    return ownership(members(json));
  }

  private static S3Reading<ObjectOwnership> ownership(S3Reading<Json.Members> read) {
    return switch (read) {
      case S3Reading.Unreadable<Json.Members>(String why) -> new S3Reading.Unreadable<>(why);
      case S3Reading.Read<Json.Members>(Json.Members members) ->
          text(members, 0)
              .flatMap(ObjectOwnership::parse)
              .<S3Reading<ObjectOwnership>>map(S3Reading.Read::new)
              .orElseGet(() -> new S3Reading.Unreadable<>("no known object ownership value"));
    };
  }

  private static Optional<String> text(Json json, int depth) {
    if (depth > 8) {
      return Optional.empty();
    }
    if (json instanceof Json.Members members) {
      for (String name : new String[] {"ObjectOwnership", "x-amz-object-ownership"}) {
        Json value = get(members, name);
        if (value != null && value.scalar().isPresent()) {
          return value.scalar();
        }
      }
      for (Json value : members.map().values()) {
        Optional<String> inner = text(value, depth + 1);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    if (json instanceof Json.Items items) {
      for (Json item : items.list()) {
        Optional<String> inner = text(item, depth + 1);
        if (inner.isPresent()) {
          return inner;
        }
      }
    }
    return Optional.empty();
  }

  private static S3Reading<Json.Members> members(String json) {
    return switch (JsonReader.read(json)) {
      case JsonRead.Malformed(String message, Json.Position at) ->
          new S3Reading.Unreadable<>(message + " (" + at + ")");
      case JsonRead.Value(Json value) -> members(value);
    };
  }

  private static S3Reading<Json.Members> members(Json json) {
    return json instanceof Json.Members members
        ? new S3Reading.Read<>(members)
        : new S3Reading.Unreadable<>("not a JSON object");
  }

  /// A member by name, without regard to case.
  static @Nullable Json get(Json.Members members, String name) {
    Json exact = members.map().get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, Json> entry : members.map().entrySet()) {
      if (entry.getKey().equalsIgnoreCase(name)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
