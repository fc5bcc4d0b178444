package io.cofferdam.access.azure.storage;

import io.cofferdam.access.exposure.Part;
import java.util.Map;

/// A blob container or file system.
///
/// @param policies stored access policies by identifier
/// @param lists access control lists by path, without a slash at either end; the root is empty
public record Container(
    String name,
    Part<PublicAccessLevel> publicAccess,
    Part<Map<String, StoredAccessPolicy>> policies,
    Map<String, PathAccess> lists) {
  public Container {
    lists = Map.copyOf(lists);
  }
}
