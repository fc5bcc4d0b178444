package io.cofferdam.access.aws.estate;

import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.Part;
import java.util.Map;

/// An AWS organisation.
///
/// @param id `o-...`
/// @param root id of the root, `r-...`
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
}
