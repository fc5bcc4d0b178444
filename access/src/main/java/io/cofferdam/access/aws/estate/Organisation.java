package io.cofferdam.access.aws.estate;

import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.Part;
import java.util.Map;

/// An AWS organisation.
///
/// @param id `o-...`
/// @param root id of the root, `r-...`; any other text stands in for a root that is not known
/// @param managementAccount 12 digits; its own policies do not reach it
/// @param nodes root and organisational units by id
/// @param publicAccessBlock the organisation's S3 policy
public record Organisation(
    String id,
    String root,
    String managementAccount,
    Map<String, OrganisationNode> nodes,
    Part<PublicAccessBlock> publicAccessBlock) {
  public Organisation {
    nodes = Map.copyOf(nodes);
  }

  /// Whether it is known in which units its accounts stand.
  public boolean treeKnown() {
    return root.startsWith("r-");
  }
}
