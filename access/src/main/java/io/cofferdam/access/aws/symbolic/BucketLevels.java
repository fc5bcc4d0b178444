package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.catalogue.ServiceAction;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.access.aws.pattern.PatternSearch;
import io.cofferdam.access.aws.policy.ActionElement;
import io.cofferdam.access.aws.policy.Effect;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.policy.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Leaves out of a bucket policy what grants nothing: an object action on the bucket's own ARN, or
/// a bucket action on ARNs of objects (Service Authorization Reference, "Actions, resources, and
/// condition keys for Amazon S3").
///
/// Only actions that are written out and known are left out; a wildcard may stand for an action
/// that the catalogue does not know yet.
final class BucketLevels {
  private BucketLevels() {}

  /// The policy of a bucket without such actions; of anything else as it is.
  static PolicyDocument pruned(PolicyDocument policy, String resource) {
    if (!ResourceKinds.service(resource).equals("s3") || resource.indexOf('/') >= 0) {
      return policy;
    }
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      if (statement.effect() == Effect.DENY
          || statement.action().allBut()
          || statement.resource().allBut()) {
        statements.add(statement);
        continue;
      }
      boolean objects = reaches(statement, Pattern.glob(resource + "/?*"));
      boolean bucket = reaches(statement, Pattern.literal(resource));
      List<Pattern> actions =
          statement.action().patterns().stream()
              .filter(action -> applies(action, objects, bucket))
              .toList();
      if (!actions.isEmpty()) {
        statements.add(
            new Statement(
                statement.number(),
                statement.sid(),
                statement.effect(),
                statement.principal(),
                new ActionElement(false, actions),
                statement.resource(),
                statement.conditions(),
                statement.at()));
      }
    }
    return new PolicyDocument(policy.version(), statements);
  }

  private static boolean reaches(Statement statement, Pattern arns) {
    for (Template value : statement.resource().values()) {
      if (!(PatternSearch.find(List.of(arns, value.pattern()), List.of())
          instanceof PatternSearch.Found.Impossible)) {
        return true;
      }
    }
    return false;
  }

  private static boolean applies(Pattern action, boolean objects, boolean bucket) {
    String text = action.text();
    if (text.indexOf('*') >= 0 || text.indexOf('?') >= 0) {
      return true;
    }
    ServiceAction known = ServiceCatalogue.shipped().action(text).orElse(null);
    if (known == null) {
      return true;
    }
    boolean ofObjects = names(known, "object");
    boolean ofBucket = names(known, "bucket");
    return (!ofObjects && !ofBucket) || (ofObjects && objects) || (ofBucket && bucket);
  }

  private static boolean names(ServiceAction action, String type) {
    return Stream.concat(action.required().stream(), action.optional().stream())
        .anyMatch(one -> one.name().equals(type));
  }
}
