package io.cofferdam.access.question;

import io.cofferdam.access.aws.decide.KeyGrant;
import io.cofferdam.access.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads `grants`: entries as KMS ListGrants gives them (AWS KMS API Reference, GrantListEntry).
final class GrantFields {
  private static final Set<String> MEMBERS =
      Set.of(
          "GrantId",
          "GranteePrincipal",
          "RetiringPrincipal",
          "Operations",
          "Constraints",
          "KeyId",
          "Name",
          "CreationDate",
          "IssuingAccount");
  private static final Set<String> CONSTRAINTS =
      Set.of("EncryptionContextEquals", "EncryptionContextSubset");

  private GrantFields() {}

  static List<KeyGrant> read(QuestionFields fields) {
    List<KeyGrant> grants = new ArrayList<>();
    List<Json> items = fields.items("grants");
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Json.Members members) {
        grants.add(grant(fields, members, "grant " + (i + 1)));
      } else {
        fields.wrongKind(items.get(i), "grants[" + i + "]", "an object");
      }
    }
    return grants;
  }

  private static KeyGrant grant(QuestionFields fields, Json.Members members, String name) {
    fields.onlyKnown(members, MEMBERS, name);
    Json.Members constraints = fields.object(members, "Constraints");
    if (constraints != null) {
      fields.onlyKnown(constraints, CONSTRAINTS, "constraints of " + name);
    }
    return new KeyGrant(
        fields.optionalText(members, "GrantId").orElse(name),
        fields.requiredText(members, "GranteePrincipal", name),
        fields.optionalText(members, "RetiringPrincipal").orElse(""),
        operations(fields, members, name),
        pairs(fields, constraints, "EncryptionContextEquals"),
        pairs(fields, constraints, "EncryptionContextSubset"));
  }

  private static List<String> operations(QuestionFields fields, Json.Members members, String name) {
    List<String> operations = new ArrayList<>();
    Json json = QuestionFields.in(members, "Operations");
    if (!(json instanceof Json.Items(List<Json> items, Json.Position at))) {
      fields.error(
          "CFD-ACCESS-0111", members.at(), "no `Operations` in " + name + " [expected an array]");
      return operations;
    }
    for (Json item : items) {
      Optional<String> text = item.scalar();
      text.ifPresent(operations::add);
      if (text.isEmpty()) {
        fields.wrongKind(item, "Operations", "an array of strings");
      }
    }
    return operations;
  }

  private static Map<String, String> pairs(
      QuestionFields fields, Json.@org.jspecify.annotations.Nullable Members from, String name) {
    Map<String, String> pairs = new HashMap<>();
    Json.Members object = from == null ? null : fields.object(from, name);
    if (object != null) {
      object
          .map()
          .forEach(
              (key, value) -> {
                Optional<String> text = value.scalar();
                text.ifPresent(one -> pairs.put(key, one));
                if (text.isEmpty()) {
                  fields.wrongKind(value, name, "strings");
                }
              });
    }
    return pairs;
  }
}
