package io.cofferdam.access.aws.symbolic;

import io.cofferdam.access.aws.pattern.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the ARN of a resource tells about the requests made of it.
final class ResourceKinds {
  /// Services that take requests without a signature (their user guides on anonymous access).
  private static final Set<String> UNSIGNED =
      Set.of("s3", "sqs", "sns", "es", "execute-api", "lambda", "vpc-lattice-svcs");

  private ResourceKinds() {}

  /// What stands in the service field, in lower case.
  static String service(String arn) {
    String[] fields = arn.split(":", 6);
    return fields.length < 6 ? "" : fields[2].toLowerCase(Locale.ROOT);
  }

  static boolean takesUnsigned(String arn) {
    return UNSIGNED.contains(service(arn));
  }

  /// Whether the resource's own policy must allow even within its account.
  static boolean resourceLeads(String arn) {
    return (service(arn).equals("kms") && arn.contains(":key/")) || service(arn).equals("iam");
  }

  /// The actions that can be asked of it; those of a role are those of its trust policy.
  static List<Pattern> actions(String arn) {
    String service = service(arn);
    return switch (service) {
      case "" -> List.of(Pattern.glob("*"));
      case "iam" -> List.of(Pattern.globIgnoringCase("sts:*"));
      default -> List.of(Pattern.globIgnoringCase(service + ":*"));
    };
  }

  /// The ARN itself and what is within it.
  static List<Pattern> arns(String arn) {
    if (arn.isEmpty()) {
      return List.of(Pattern.glob("*"));
    }
    if (arn.indexOf('*') >= 0 || arn.indexOf('?') >= 0) {
      return List.of(Pattern.glob(arn));
    }
    boolean bucket = service(arn).equals("s3");
    if (bucket && arn.contains(":accesspoint/") && !arn.contains("/object/")) {
      return List.of(Pattern.glob(arn + "/object/?*"), Pattern.literal(arn));
    }
    if (bucket && arn.indexOf('/') >= 0) {
      return List.of(Pattern.literal(arn));
    }
    return bucket
        ? List.of(Pattern.glob(arn + "/?*"), Pattern.literal(arn))
        : List.of(Pattern.literal(arn), Pattern.glob(arn + "/?*"), Pattern.glob(arn + ":?*"));
  }
}
