package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.catalogue.ResourceType;
import io.cofferdam.access.aws.catalogue.ServiceAction;
import io.cofferdam.access.aws.catalogue.ServiceCatalogue;
import io.cofferdam.access.aws.decide.DecisionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// Gives a witness a resource of the kind its action works on, where the policies allow it as
/// well: an object for `s3:GetObject`, a key for `kms:Decrypt`.
final class RealResource {
  private RealResource() {}

  /// The request with a likelier resource where there is one of which the same is true; else as
  /// it is.
  static DecisionRequest of(DecisionRequest request, Predicate<DecisionRequest> holds) {
    Optional<ServiceAction> action = ServiceCatalogue.shipped().action(request.action());
    List<ResourceType> types = new ArrayList<>();
    action.ifPresent(known -> types.addAll(known.required()));
    action.ifPresent(known -> types.addAll(known.optional()));
    String arn = request.resource();
    if (types.isEmpty() || types.stream().anyMatch(type -> type.pattern().matches(arn))) {
      return request;
    }
    List<String> candidates = new ArrayList<>();
    candidates.add(arn + "/example");
    candidates.add(arn.indexOf('/') < 0 ? arn : arn.substring(0, arn.indexOf('/')));
    types.forEach(type -> candidates.add(example(type.arn())));
    for (String candidate : candidates) {
      if (types.stream().anyMatch(type -> type.pattern().matches(candidate))) {
        DecisionRequest real = with(request, candidate);
        if (holds.test(real)) {
          return real;
        }
      }
    }
    return request;
  }

  private static DecisionRequest with(DecisionRequest request, String arn) {
    return new DecisionRequest(
        request.principal(), request.action(), arn, request.resourceAccount(), request.context());
  }

  /// An ARN of that shape with invented names.
  private static String example(String shape) {
    StringBuilder arn = new StringBuilder();
    int from = 0;
    while (from < shape.length()) {
      int open = shape.indexOf("${", from);
      int close = open < 0 ? -1 : shape.indexOf('}', open);
      if (close < 0) {
        break;
      }
      arn.append(shape, from, open)
          .append(
              switch (shape.substring(open + 2, close).toLowerCase(Locale.ROOT)) {
                case "partition" -> "aws";
                case "region" -> "eu-west-1";
                case "account" -> "111122223333";
                default -> "example";
              });
      from = close + 1;
    }
    return arn.append(shape, from, shape.length()).toString();
  }
}
