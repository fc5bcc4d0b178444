package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Requests that would set a public access control list, which BlockPublicAcls refuses (Amazon S3
/// User Guide, "Blocking public access to your Amazon S3 storage"). The list shows in the request
/// as the headers that have condition keys.
final class PublicAclRequest {
  private static final Set<String> SETTING =
      Set.of(
          "s3:putobject",
          "s3:putobjectacl",
          "s3:putobjectversionacl",
          "s3:putbucketacl",
          "s3:createbucket");
  private static final Set<String> PUBLIC =
      Set.of("public-read", "public-read-write", "authenticated-read");
  private static final List<String> GRANTS =
      List.of(
          "s3:x-amz-grant-full-control",
          "s3:x-amz-grant-read",
          "s3:x-amz-grant-read-acp",
          "s3:x-amz-grant-write",
          "s3:x-amz-grant-write-acp");

  private PublicAclRequest() {}

  static Optional<Because> refusal(Facts facts, S3Controls s3) {
    return SETTING.contains(facts.action)
            && s3.effectiveBlock().blockPublicAcls()
            && setsPublicList(facts)
        ? Optional.of(
            Because.of(
                PolicyLayer.PUBLIC_ACCESS_BLOCK,
                "BlockPublicAcls is on and the request would set a public access control list"))
        : Optional.empty();
  }

  private static boolean setsPublicList(Facts facts) {
    for (String value : values(facts, "s3:x-amz-acl")) {
      if (PUBLIC.contains(value)) {
        return true;
      }
    }
    for (String key : GRANTS) {
      for (String value : values(facts, key)) {
        if (value.contains("groups/global/AllUsers")
            || value.contains("groups/global/AuthenticatedUsers")) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> values(Facts facts, String key) {
    return facts.context.state(key) instanceof KeyState.Present(List<String> values)
        ? values
        : List.of();
  }
}
