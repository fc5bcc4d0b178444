package io.cofferdam.access.aws.estate;

import io.cofferdam.access.aws.s3.PublicAccessBlock;
import io.cofferdam.access.exposure.Part;
import java.util.Optional;

/// An AWS account of the estate.
///
/// @param id 12 digits
/// @param place where it stands in the organisation; empty for an account outside it
/// @param publicAccessBlock the account's S3 settings
/// @param canonicalId the S3 canonical user id, where told
/// @param principalsKnown whether the snapshot holds all of its users and roles
public record Account(
    String id,
    String name,
    Optional<OrganisationNode> place,
    Part<PublicAccessBlock> publicAccessBlock,
    Optional<String> canonicalId,
    boolean principalsKnown) {}
