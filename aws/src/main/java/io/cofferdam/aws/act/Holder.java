package io.cofferdam.aws.act;

import static io.cofferdam.aws.act.Calls.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Looking;
import io.cofferdam.respond.spi.Target;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Users and roles: who may hold policies of their own.
enum Holder {
  USER("user", "User"),
  ROLE("role", "Role");

  /// How the policies are named that acts lay beside a holder's own.
  static final String OURS = "cofferdam-";

  final String word;
  private final String member;

  Holder(String word, String member) {
    this.word = word;
    this.member = member;
  }

  /// Its ARN and path, and the policies that acts laid beside its own.
  ObjectNode look(Target target, Looking looking) {
    var state = object();
    var answer = looking.body(call(target, "Get" + member, object())).path(member);
    if (answer.isMissingNode()) {
      return state;
    }
    state.set("arn", answer.path("Arn"));
    state.set("path", answer.path("Path"));
    var ours = state.putObject("ours");
    looking.foresee(get(target, OURS));
    var marker = "";
    do {
      var page =
          looking.body(
              call(
                  target,
                  "List" + member + "Policies",
                  marker.isEmpty() ? object() : object().put("Marker", marker)));
      page.path("PolicyNames")
          .forEach(
              name -> {
                if (name.asText().startsWith(OURS)) {
                  ours.set(name.asText(), policy(target, name.asText(), looking));
                }
              });
      marker = page.path("IsTruncated").asBoolean() ? page.path("Marker").asText("") : "";
    } while (!marker.isEmpty());
    return state;
  }

  private JsonNode policy(Target target, String name, Looking looking) {
    var document = looking.body(get(target, name)).path("PolicyDocument");
    return document.isTextual()
        ? Calls.policy(Calls.text(URLDecoder.decode(document.textValue(), StandardCharsets.UTF_8)))
        : document;
  }

  private ActCall get(Target target, String name) {
    return call(target, "Get" + member + "Policy", object().put("PolicyName", name));
  }

  ActCall put(Target target, String name, String document) {
    return call(
        target,
        "Put" + member + "Policy",
        object().put("PolicyName", name).put("PolicyDocument", document));
  }

  ActCall delete(Target target, String name) {
    return call(target, "Delete" + member + "Policy", object().put("PolicyName", name));
  }

  private ActCall call(Target target, String operation, ObjectNode more) {
    var parameters = object().put(member + "Name", target.name(word));
    parameters.setAll(more);
    return Calls.call("iam", operation, "", arn(target), parameters);
  }

  /// As far as the target tells it.
  String arn(Target target) {
    return "arn:aws:iam::" + target.account() + ":" + word + "/" + pathed(target);
  }

  /// A path stands between the type and the name, and is not known before the first reading.
  private String pathed(Target target) {
    return target.names().containsKey("path")
        ? target.name("path").substring(1) + target.name(word)
        : target.name(word);
  }
}
