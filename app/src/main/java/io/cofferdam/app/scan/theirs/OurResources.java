package io.cofferdam.app.scan.theirs;

import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.posture.control.Finding;
import io.cofferdam.posture.inventory.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The resources that our findings are about, found by the names that others give them.
final class OurResources {
  /// Services whose name in a CloudFormation type is not the one in an ARN.
  private static final Map<String, String> ARN_SERVICES =
      Map.of(
          "certificatemanager", "acm",
          "elasticloadbalancingv2", "elasticloadbalancing",
          "elasticsearch", "es",
          "opensearch", "es",
          "opensearchservice", "es",
          "apigatewayv2", "apigateway",
          "efs", "elasticfilesystem",
          "stepfunctions", "states");

  private record Name(String service, String name) {}

  private final Set<String> arns = new HashSet<>();
  private final Map<Name, List<Resource>> byName = new HashMap<>();

  OurResources(ScanResult result) {
    result.findings().stream().map(Finding::resource).forEach(this::add);
  }

  private void add(Resource resource) {
    if (!arns.add(resource.id())) {
      return;
    }
    for (var name : List.of(resource.name(), last(resource.id()))) {
      byName
          .computeIfAbsent(new Name(service(resource.id()), name), _ -> new ArrayList<>())
          .add(resource);
    }
  }

  /// The resource with an ARN.
  Optional<String> byArn(String arn) {
    return arns.contains(arn) ? Optional.of(arn) : Optional.empty();
  }

  /// The resource that a service of CloudFormation's type (`AWS::S3::Bucket`) names so; empty where
  /// several may be meant.
  ///
  /// @param account empty where it is not told
  Optional<String> byTypeAndName(String type, String name, String account) {
    if (name.startsWith("arn:")) {
      return byArn(name);
    }
    var parts = type.split("::", -1);
    if (parts.length < 3) {
      return Optional.empty();
    }
    if (type.equals("AWS::::Account")) {
      return byArn("arn:aws:iam::" + name + ":root");
    }
    var word = parts[1].toLowerCase(Locale.ROOT);
    var service = ARN_SERVICES.getOrDefault(word, word);
    var found =
        byName.getOrDefault(new Name(service, name), List.of()).stream()
            .filter(each -> account.isEmpty() || each.account().equals(account))
            .map(Resource::id)
            .distinct()
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static String service(String arn) {
    var parts = arn.split(":", 4);
    return parts.length > 2 ? parts[2] : "";
  }

  private static String last(String arn) {
    return arn.substring(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
  }
}
