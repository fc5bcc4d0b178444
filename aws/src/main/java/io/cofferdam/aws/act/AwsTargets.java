package io.cofferdam.aws.act;

import static java.util.Map.entry;

import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the names of targets look like. A name goes into ARNs of policies, so nothing that a
/// policy would read as more than that name gets through.
public final class AwsTargets {
  private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
  private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(-[a-z]+){1,3}-[0-9]{1,2}");
  private static final String IAM = ".iam.";

  /// The form of a name.
  ///
  /// @param like for people
  private record Form(Pattern pattern, String like) {}

  private static final String USER = "iam.user";
  private static final String ROLE = "iam.role";
  private static final String PATH = "iam.path";
  private static final String WAF = "arn:aws:wafv2:[a-z0-9-]+:[0-9]{12}:(?:regional|global)/";
  private static final Form BUCKET =
      form("[a-z0-9](?:[a-z0-9.-]{1,61})[a-z0-9]", "3 to 63 lower case letters, digits, . -");
  private static final Form KEY_ARN =
      form(
          "arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/(?:mrk-)?[0-9a-f-]{32,36}",
          "arn:aws:kms:REGION:ACCOUNT:key/ID");

  /// By service and word. Sources: the naming pages of each service's guide and the patterns of
  /// its API reference (S3 bucket naming rules, EC2 resource ids, IAM names, ECR repository names,
  /// RDS identifiers).
  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          entry("s3.bucket", BUCKET),
          entry("s3.logs", BUCKET),
          entry("s3.key", form("[^*?$\\p{C}]{1,1024}", "the object's key, without * ? $")),
          entry("s3.version", form("[A-Za-z0-9._-]{1,1024}", "the id of a version, or null")),
          entry("s3.kms", KEY_ARN),
          entry("ec2.snapshot", form("snap-[0-9a-f]{8,17}", "snap-0123456789abcdef0")),
          entry("ec2.image", form("ami-[0-9a-f]{8,17}", "ami-0123456789abcdef0")),
          entry("ec2.instance", form("i-[0-9a-f]{8,17}", "i-0123456789abcdef0")),
          entry("ec2.acl", form("acl-[0-9a-f]{8,17}", "acl-0123456789abcdef0")),
          entry("ec2.peer", form("all|[0-9a-fA-F.:]+/[0-9]{1,3}", "192.0.2.0/24, or all")),
          entry("ec2.bucket", BUCKET),
          entry("ec2.resource", form("(?:vpc|subnet|eni)-[0-9a-f]{8,17}", "vpc-0123456789abcdef0")),
          entry(
              "rds.snapshot",
              form("[A-Za-z](?:[A-Za-z0-9-]{0,253})", "letters, digits and -, a letter first")),
          entry(USER, form("[A-Za-z0-9_+=,.@-]{1,64}", "letters, digits, _+=,.@-, at most 64")),
          entry(ROLE, form("[A-Za-z0-9_+=,.@-]{1,64}", "letters, digits, _+=,.@-, at most 64")),
          entry("iam.key", form("[A-Z0-9]{16,128}", "16 to 128 upper case letters and digits")),
          entry(PATH, form("/(?:[A-Za-z0-9_+=,.@-]+/)*", "/ or /part/part/")),
          entry(
              "ecr.repository",
              form(
                  "[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*",
                  "lower case letters, digits, . _ - and /")),
          entry("bedrock.bucket", BUCKET),
          entry(
              "sagemaker.endpoint",
              form("[a-zA-Z0-9](?:-*[a-zA-Z0-9]){0,62}", "letters, digits and -, at most 63")),
          entry(
              "sagemaker.callers",
              form(
                  "(?:user|role)/[A-Za-z0-9_+=.@-]{1,64}(?:,(?:user|role)/[A-Za-z0-9_+=.@-]{1,64})*",
                  "role/checkout,user/exporter")),
          entry("lambda.function", form("[A-Za-z0-9_-]{1,64}", "the function's name")),
          entry(
              "kms.key",
              form(
                  "(?:arn:aws:kms:[a-z0-9-]+:[0-9]{12}:key/)?(?:mrk-)?[0-9a-f-]{32,36}",
                  "the key's id or ARN, no alias")),
          entry("kms.grant", form("[0-9A-Za-z]{1,128}", "its id, letters and digits")),
          entry(
              "kms.principal",
              form(
                  "arn:aws:iam::[0-9]{12}:(?:user|role)/[A-Za-z0-9_+=,.@/-]{1,512}",
                  "arn:aws:iam::111122223333:role/checkout")),
          entry(
              "cloudtrail.trail", form("[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]", "its name")),
          entry("cloudtrail.bucket", BUCKET),
          entry("waf.acl", form(WAF + "webacl/[A-Za-z0-9_-]+/[0-9a-f-]+", "the web ACL's ARN")),
          entry("waf.set", form(WAF + "ipset/[A-Za-z0-9_-]+/[0-9a-f-]+", "the IP set's ARN")),
          entry(
              "waf.addresses",
              form(
                  "[0-9a-fA-F.:]+/[0-9]{1,3}(?:,[0-9a-fA-F.:]+/[0-9]{1,3})*",
                  "192.0.2.0/24,198.51.100.7/32")));

  private static final int LONGEST = 1024;

  private AwsTargets() {}

  private static Form form(String pattern, String like) {
    return new Form(Pattern.compile(pattern), like);
  }

  /// What an act can be aimed at, or what is wrong with it.
  public sealed interface Aimed {
    record At(Target target) implements Aimed {}

    /// It is no such target.
    ///
    /// @param mistakes one line each: what, the value in backticks, what was expected in brackets
    record Wrong(List<String> mistakes) implements Aimed {
      public Wrong {
        mistakes = List.copyOf(mistakes);
      }
    }
  }

  /// Checks a target. Users and roles lie in no region: for them it is left out.
  public static Aimed aim(
      ActKind kind, String account, Optional<String> region, Map<String, String> names) {
    List<String> mistakes = new ArrayList<>();
    if (!ACCOUNT.matcher(account).matches()) {
      mistakes.add("the account is `" + shown(account) + "` [12 digits]");
    }
    if (!kind.id().contains(IAM)) {
      region.ifPresentOrElse(
          name -> {
            if (!REGION.matcher(name).matches()) {
              mistakes.add("the region is `" + shown(name) + "` [as in eu-central-1]");
            }
          },
          () -> mistakes.add("no region was named [where it lies, as in eu-central-1]"));
    }
    for (var word : kind.names()) {
      if (!names.containsKey(word)) {
        mistakes.add("no `" + word + "` was named [" + word + "=" + like(kind, word) + "]");
      }
    }
    names.forEach((word, name) -> check(kind, word, name, mistakes));
    return mistakes.isEmpty()
        ? new Aimed.At(
            new Target(
                account, kind.id().contains(IAM) ? "" : region.orElse(""), new TreeMap<>(names)))
        : new Aimed.Wrong(mistakes);
  }

  private static void check(ActKind kind, String word, String name, List<String> mistakes) {
    var form = form(kind, word);
    var named = kind.names();
    var known =
        named.contains(word)
            || (word.equals("path") && (named.contains("user") || named.contains("role")));
    if (!known || form == null) {
      mistakes.add(
          "`"
              + shown(word)
              + "` is no name of such a target ["
              + String.join(", ", kind.names())
              + "]");
    } else if (name.length() > LONGEST || !form.pattern().matcher(name).matches()) {
      mistakes.add("`" + word + "` is `" + shown(name) + "` [" + form.like() + "]");
    }
  }

  /// Users and roles have the same names whatever is done to them.
  private static @Nullable Form form(ActKind kind, String word) {
    var own = FORMS.get(service(kind) + "." + word);
    return own == null && List.of("user", "role", "path").contains(word)
        ? FORMS.get("iam." + word)
        : own;
  }

  /// How such a name looks, for people.
  public static String like(ActKind kind, String word) {
    var form = form(kind, word);
    return form == null ? "NAME" : form.like();
  }

  /// `aws.s3.close-bucket`: `s3`.
  private static String service(ActKind kind) {
    return kind.id().split("\\.", 3)[1];
  }

  private static String shown(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }
}
