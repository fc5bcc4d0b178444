package io.cofferdam.access.aws.estate;

/// A VPC endpoint and its policy.
///
/// @param id `vpce-...`
/// @param service `s3`, `kms`, ...
public record VpcEndpoint(String id, String account, String service, NamedPolicy policy) {}
