package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import java.util.Optional;

/// An S3 access point through which a request comes.
public record AccessPoint(
    String arn,
    String accountId,
    Optional<PolicyDocument> policy,
    Optional<PublicAccessBlock> publicAccessBlock,
    Optional<String> vpcId) {}
