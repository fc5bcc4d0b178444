package io.cofferdam.access.question;

import io.cofferdam.access.aws.symbolic.Property;
import io.cofferdam.access.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads `property` of a question: its `name`, and the one member that goes with it.
final class PropertyFields {
  private static final String WHERE = "`property`";
  private static final Map<String, String> MEMBER_OF =
      new TreeMap<>(
          Map.of(
              "ReadOnlyThroughEndpoints", "endpoints",
              "TlsAtLeast", "version",
              "ReadersWithin", "principals",
              "PutOnlyWithKey", "key",
              "InvokeOnlyWithGuardrail", "guardrail"));
  private static final String KEY = "arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[!-~]+";
  private static final String GUARDRAIL =
      "arn:aws[a-z-]*:bedrock:[a-z0-9-]+:[0-9]{12}:guardrail/[a-z0-9]+";
  private static final String PRINCIPAL =
      "[0-9]{12}|arn:aws[a-z-]*:(iam|sts)::[0-9]{12}:[!-~]+|[a-z0-9.-]+\\.amazonaws\\.com";

  private final QuestionFields fields;
  private final Json.Members members;

  private PropertyFields(QuestionFields fields, Json.Members members) {
    this.fields = fields;
    this.members = members;
  }

  /// The property; empty, with an error, where it is not understood or not about such a resource.
  static Optional<Property> read(QuestionFields fields, String resource) {
    Json.Members members = fields.requiredObject("property", "question");
    if (members == null) {
      return Optional.empty();
    }
    Optional<Property> property = new PropertyFields(fields, members).read();
    if (property.isEmpty() || fields.failed()) {
      return Optional.empty();
    }
    String service = property.get().service();
    if (!resource.matches("arn:[^:]*:" + service + ":.*")) {
      fields.error(
          "CFD-ACCESS-0116",
          members.at(),
          "the property is about " + service + " [expected an ARN of it as `resource`]");
      return Optional.empty();
    }
    return property;
  }

  private Optional<Property> read() {
    String name = fields.requiredText(members, "name", WHERE);
    String member = MEMBER_OF.get(name);
    if (member == null) {
      if (!name.isEmpty()) {
        wrong("name", "one of " + String.join(", ", MEMBER_OF.keySet()));
      }
      return Optional.empty();
    }
    fields.onlyKnown(members, Set.of("name", member), WHERE);
    return Optional.of(
        switch (name) {
          case "ReadOnlyThroughEndpoints" ->
              new Property.ReadOnlyThroughEndpoints(
                  texts(member, "vpce-[0-9a-f]+", "ids such as vpce-0a1b2c3d"));
          case "TlsAtLeast" ->
              new Property.TlsAtLeast(text(member, "1\\.[0-3]", "1.0, 1.1, 1.2 or 1.3"));
          case "ReadersWithin" ->
              new Property.ReadersWithin(
                  texts(member, PRINCIPAL, "ARNs, 12-digit accounts or names of services"));
          case "PutOnlyWithKey" ->
              new Property.PutOnlyWithKey(text(member, KEY, "the ARN of a KMS key"));
          default ->
              new Property.InvokeOnlyWithGuardrail(
                  text(member, GUARDRAIL, "the ARN of a guardrail without version"));
        });
  }

  private String text(String member, String shape, String expected) {
    Json json = QuestionFields.in(members, member);
    String text =
        json instanceof Json.Numeral(String number, Json.Position at)
            ? number
            : fields.requiredText(members, member, WHERE);
    if (!text.isEmpty() && !text.matches(shape)) {
      wrong(member, expected);
    }
    return text;
  }

  private Set<String> texts(String member, String shape, String expected) {
    Json json = QuestionFields.in(members, member);
    Set<String> texts = new HashSet<>();
    if (json instanceof Json.Items(List<Json> list, Json.Position at)) {
      for (Json item : list) {
        if (!(item instanceof Json.Text(String text, Json.Position p)) || !text.matches(shape)) {
          wrong(member, expected);
          return Set.of();
        }
        texts.add(text);
      }
      return texts;
    }
    if (json == null) {
      fields.requiredText(members, member, WHERE);
    } else {
      wrong(member, "an array of " + expected);
    }
    return Set.of();
  }

  private void wrong(String member, String expected) {
    Json json = QuestionFields.in(members, member);
    fields.error(
        "CFD-ACCESS-0115",
        json == null ? members.at() : json.at(),
        "`" + member + "` of the property is not understood [expected " + expected + "]");
  }
}
