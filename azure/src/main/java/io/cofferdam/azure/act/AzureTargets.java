package io.cofferdam.azure.act;

import io.cofferdam.respond.spi.ActKind;
import io.cofferdam.respond.spi.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the names of targets look like. A name goes into paths and hosts, so nothing that means
/// more than that name gets through.
///
/// Sources: Microsoft Learn, "Naming rules and restrictions for Azure resources", "Naming and
/// referencing containers, blobs, and metadata".
public final class AzureTargets {
  private static final Form SUBSCRIPTION =
      form(
          "[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}",
          "the subscription's id: 00000000-0000-0000-0000-000000000000");
  private static final Map<String, Form> FORMS =
      Map.of(
          "group",
          form("(?!.*\\.\\.)[-\\w()]([-\\w._()]{0,88}[-\\w()])?", "the resource group's name"),
          "account",
          form("[a-z0-9]{3,24}", "3 to 24 lower case letters and digits"),
          "container",
          form(
              "\\$(root|web|logs)|[a-z0-9](-?[a-z0-9]){2,62}",
              "3 to 63 lower case letters, digits and -"),
          "key",
          form("key1|key2", "key1 or key2"));

  private AzureTargets() {}

  /// The form of a name.
  ///
  /// @param like for people
  private record Form(Pattern pattern, String like) {}

  private static Form form(String pattern, String like) {
    return new Form(Pattern.compile(pattern), like);
  }

  /// What is wrong with a target, one line each; none where nothing is. Accounts are named
  /// without a region.
  public static List<String> mistakes(
      ActKind kind, String subscription, Map<String, String> names) {
    List<String> mistakes = new ArrayList<>();
    if (!SUBSCRIPTION.pattern().matcher(subscription).matches()) {
      mistakes.add("the account is `" + shown(subscription) + "` [" + SUBSCRIPTION.like() + "]");
    }
    for (var word : kind.names()) {
      if (!names.containsKey(word)) {
        mistakes.add("no `" + word + "` was named [" + word + "=" + like(word) + "]");
      }
    }
    names.forEach(
        (word, name) -> {
          if (!kind.names().contains(word)) {
            mistakes.add(
                "`"
                    + shown(word)
                    + "` is no name of such a target ["
                    + String.join(", ", kind.names())
                    + "]");
          } else if (!named(word, name)) {
            mistakes.add("`" + word + "` is `" + shown(name) + "` [" + like(word) + "]");
          }
        });
    return mistakes;
  }

  /// Whether all its names are such as Azure gives.
  static boolean named(Target target) {
    return SUBSCRIPTION.pattern().matcher(target.account()).matches()
        && target.names().entrySet().stream()
            .allMatch(each -> named(each.getKey(), each.getValue()));
  }

  private static boolean named(String word, String name) {
    var form = FORMS.get(word);
    return form != null && form.pattern().matcher(name).matches();
  }

  /// How such a name looks, for people.
  public static String like(String word) {
    var form = FORMS.get(word);
    return form == null ? "NAME" : form.like();
  }

  private static String shown(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
    return plain.length() > 80 ? plain.substring(0, 80) + "…" : plain;
  }
}
