package io.cofferdam.app.access;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cofferdam.access.aws.decide.DecisionRequest;
import io.cofferdam.access.aws.symbolic.Proof;
import io.cofferdam.access.aws.symbolic.PublicAnswer;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.question.PublicLine;
import io.cofferdam.access.question.QuestionReading;
import io.cofferdam.model.Ternary;
import java.io.IOException;

/// Answers `access public --batch`:
/// `{"id","answer","external","because":[..],"witness"?,"proof"?:[..],"undecided"?:[..],
/// "services"?:[{"service","anybodysUse"}]}`.
///
/// `external` is true also where it is not decided, which `undecided` then tells.
public final class PublicLineAnswer implements LineAnswer<PublicQuestion> {
  @Override
  public QuestionReading<PublicQuestion> read(String line) {
    return PublicLine.read(line);
  }

  @Override
  public void answer(PublicQuestion question, JsonGenerator json) throws IOException {
    PublicAnswer answer = question.answer();
    json.writeStringField("answer", answer.verdict().word());
    json.writeBooleanField("external", answer.external() != Ternary.FALSE);
    Texts.write(json, "because", answer.because());
    if (answer.witness().isPresent()) {
      json.writeFieldName("witness");
      witness(json, answer.witness().get());
    }
    if (answer.proof().isPresent()) {
      proof(json, answer.proof().get());
    }
    if (!answer.undecided().isEmpty()) {
      Texts.write(json, "undecided", answer.undecided().stream().sorted().toList());
    }
    if (!answer.services().isEmpty()) {
      json.writeArrayFieldStart("services");
      for (var grant : answer.services()) {
        json.writeStartObject();
        json.writeStringField("service", grant.service());
        json.writeBooleanField("anybodysUse", grant.deputy().isPresent());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  static void proof(JsonGenerator json, Proof proof) throws IOException {
    Texts.write(json, "proof", proof.lines());
  }

  /// A request in the shape of the `request` of `access decide`, so that it can be asked again.
  static void witness(JsonGenerator json, DecisionRequest request) throws IOException {
    json.writeStartObject();
    json.writeStringField("principal", request.principal().name());
    json.writeStringField("principalKind", kind(request));
    json.writeStringField("action", request.action());
    json.writeStringField("resource", request.resource());
    if (!request.resourceAccount().isEmpty()) {
      json.writeStringField("resourceAccount", request.resourceAccount());
    }
    json.writeObjectFieldStart("context");
    for (var key : request.context().present().entrySet()) {
      if (key.getValue().size() == 1) {
        json.writeStringField(key.getKey(), key.getValue().getFirst());
      } else {
        Texts.write(json, key.getKey(), key.getValue());
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String kind(DecisionRequest request) {
    return switch (request.principal().kind()) {
      case ANONYMOUS -> "Anonymous";
      case ACCOUNT_ROOT -> "AccountRoot";
      case IAM_USER -> "IamUser";
      case IAM_ROLE -> "IamRole";
      case ROLE_SESSION -> "RoleSession";
      case FEDERATED_USER -> "FederatedUser";
      case IDENTITY_PROVIDER -> "IdentityProvider";
      case AWS_SERVICE -> "AwsService";
    };
  }
}
