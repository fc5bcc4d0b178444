package io.cofferdam.respond.coverage;

import io.cofferdam.model.resource.ResourceId;

/// The names under which [io.cofferdam.model.source.SourceCoverage] speaks of sources, and how its
/// `about` names an account with a region.
public final class Sources {
  /// CloudTrail's records of configuration changes; `about` is `account/region`.
  public static final String MANAGEMENT = "CloudTrail management events";

  /// CloudTrail's records of object accesses; `about` is the store's resource id.
  public static final String DATA = "CloudTrail data events";

  /// S3 server access logs; `about` is the store's resource id.
  public static final String S3_ACCESS_LOGS = "S3 server access logs";

  /// Azure Storage logs; `about` is the container's resource id.
  public static final String AZURE_BLOB_LOGS = "Azure blob logs";

  /// Azure Activity log; `about` is the subscription.
  public static final String AZURE_ACTIVITY = "Azure Activity log";

  /// Azure Storage logs of writes, which tell of settings made at the account's own endpoint;
  /// `about` is the account's resource id.
  public static final String AZURE_STORAGE_WRITES = "Azure storage write logs";

  private Sources() {}

  /// `111122223333/eu-central-1`.
  public static String accountRegion(String account, String region) {
    return account + "/" + region;
  }

  /// The `about` of a store.
  public static String store(ResourceId store) {
    return store.id();
  }
}
