package io.cofferdam.aws.act;

import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

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

  /// By service and word. Sources: the naming pages of each service's guide and the patterns of
  /// its API reference (S3 bucket naming rules, EC2 resource ids, IAM names, ECR repository names,
  /// RDS identifiers).
  private static final Map<String, Form> FORMS =
      Map.of(
          "s3.bucket",
          form("[a-z0-9](?:[a-z0-9.-]{1,61})[a-z0-9]", "3 to 63 lower case letters, digits, . -"),
          "ec2.snapshot",
          form("snap-[0-9a-f]{8,17}", "snap-0123456789abcdef0"),
          "ec2.image",
          form("ami-[0-9a-f]{8,17}", "ami-0123456789abcdef0"),
          "ec2.instance",
          form("i-[0-9a-f]{8,17}", "i-0123456789abcdef0"),
          "rds.snapshot",
          form("[A-Za-z](?:[A-Za-z0-9-]{0,253})", "letters, digits and -, a letter first"),
          "iam.user",
          form("[A-Za-z0-9_+=,.@-]{1,64}", "letters, digits, _+=,.@-, at most 64"),
          "iam.role",
          form("[A-Za-z0-9_+=,.@-]{1,64}", "letters, digits, _+=,.@-, at most 64"),
          "iam.key",
          form("[A-Z0-9]{16,128}", "16 to 128 upper case letters and digits"),
          "iam.path",
          form("/(?:[A-Za-z0-9_+=,.@-]+/)*", "/ or /part/part/"),
          "ecr.repository",
          form(
              "[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*",
              "lower case letters, digits, . _ - and /"));

  private static final int LONGEST = 256;

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
    var form = FORMS.get(service(kind) + "." + word);
    var known = kind.names().contains(word) || (word.equals("path") && kind.id().contains(IAM));
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

  /// How such a name looks, for people.
  public static String like(ActKind kind, String word) {
    var form = FORMS.get(service(kind) + "." + word);
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
