package io.cofferdam.access.azure.abac;

import java.util.Locale;

/// An attribute of a condition, such as
/// `@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name]`.
///
/// Names are compared without regard to case, save the key of a blob index tag, which is case
/// sensitive (Microsoft Learn, "storage-auth-abac-attributes"):
/// `tags:Project<$key_case_sensitive$>`
/// is read as the name `...tags:Project`.
///
/// @param name lower-case but for what follows `tags:`
public record Attribute(AttributeSource source, String name) {
  private static final String CASE_MARK = "<$key_case_sensitive$>";

  public Attribute {
    String plain = name.strip();
    int mark = plain.toLowerCase(Locale.ROOT).indexOf(CASE_MARK);
    if (mark >= 0) {
      plain = plain.substring(0, mark);
    }
    int tags = plain.toLowerCase(Locale.ROOT).indexOf("/tags:");
    int keep = tags < 0 ? plain.length() : tags + "/tags:".length();
    name = plain.substring(0, keep).toLowerCase(Locale.ROOT) + plain.substring(keep);
  }

  @Override
  public String toString() {
    return source.code() + "[" + name + "]";
  }
}
