package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request and all that bears on it, in the plainest form: what [ReferenceWorld] decides and
/// [WorldTranslation] hands to the product.
///
/// @param caller `anonymous`, an ARN or the name of a service
/// @param account of the caller; empty for anonymous callers and services
/// @param resource bucket object, key or role
/// @param owner account of the resource
/// @param scps per level; empty where none apply
/// @param blocks which of `ignore`, `restrict` are on, at any level
/// @param bucketAcl grants on the bucket, as `AllUsers READ` or `ACCOUNT READ`
/// @param objectOwner account that owns the object
record SmallWorld(
    String caller,
    String account,
    String action,
    String resource,
    String owner,
    Map<String, String> context,
    List<SimpleStatement> identity,
    Optional<List<SimpleStatement>> policy,
    List<List<SimpleStatement>> scps,
    List<List<SimpleStatement>> rcps,
    Optional<List<SimpleStatement>> boundary,
    Optional<List<SimpleStatement>> session,
    Optional<List<SimpleStatement>> endpoint,
    List<SmallGrant> grants,
    List<String> blocks,
    List<String> bucketAcl,
    List<String> objectAcl,
    boolean aclsDisabled,
    String objectOwner,
    Optional<SmallPoint> point) {

  /// A grant on a key.
  ///
  /// @param equals whether the constraint is for the whole encryption context
  /// @param constraint name and value, or empty for none
  record SmallGrant(
      String grantee,
      String retiring,
      List<String> operations,
      boolean equals,
      Map<String, String> constraint) {}

  /// An access point.
  ///
  /// @param vpc its network origin, or empty for the internet
  record SmallPoint(
      String arn,
      String account,
      Optional<List<SimpleStatement>> policy,
      boolean restrict,
      String vpc) {}

  SmallWorld withPolicy(List<SimpleStatement> other) {
    return new SmallWorld(
        caller,
        account,
        action,
        resource,
        owner,
        context,
        identity,
        Optional.of(other),
        scps,
        rcps,
        boundary,
        session,
        endpoint,
        grants,
        blocks,
        bucketAcl,
        objectAcl,
        aclsDisabled,
        objectOwner,
        point);
  }

  SmallWorld withIdentity(List<SimpleStatement> other) {
    return new SmallWorld(
        caller,
        account,
        action,
        resource,
        owner,
        context,
        other,
        policy,
        scps,
        rcps,
        boundary,
        session,
        endpoint,
        grants,
        blocks,
        bucketAcl,
        objectAcl,
        aclsDisabled,
        objectOwner,
        point);
  }
}
