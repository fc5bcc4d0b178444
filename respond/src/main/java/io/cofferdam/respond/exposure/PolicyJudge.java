package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.aws.decide.AccessPoint;
import io.cofferdam.access.aws.decide.S3Controls;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.s3.PublicPolicy;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.AudienceQuestion;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.Reason;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import io.cofferdam.respond.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the access engine whether what the parts of a resource hold lets an audience in.
///
/// What counts as in: reading images, decrypting, invoking, taking on the role, reading the secret,
/// reading objects.
final class PolicyJudge {
  private final Map<Question, Judgement> known = new HashMap<>();

  private record Question(
      ResourceId resource, String account, PolicyState state, Audience audience) {}

  Judgement judge(ResourceId resource, String account, PolicyState state, Audience audience) {
    return known.computeIfAbsent(new Question(resource, account, state, audience), this::ask);
  }

  private Judgement ask(Question asked) {
    if (asked.state().gone()) {
      return Judgement.of(ExposureState.CLOSED, "it did not exist");
    }
    if (asked.account().isEmpty()) {
      return Judgement.of(ExposureState.UNKNOWN, "no single account is known to own it");
    }
    return switch (asked.resource().kind()) {
      case ECR_REPOSITORY -> signed(asked, "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
      case IAM_ROLE -> signed(asked, "sts:AssumeRole");
      case SECRET -> signed(asked, "secretsmanager:GetSecretValue");
      case KMS_KEY -> key(asked);
      case LAMBDA_FUNCTION -> function(asked);
      case S3_ACCESS_POINT -> accessPoint(asked);
      case S3_BUCKET,
          EBS_SNAPSHOT,
          MACHINE_IMAGE,
          RDS_SNAPSHOT,
          AZURE_STORAGE_ACCOUNT,
          AZURE_CONTAINER,
          DATABASE,
          OTHER ->
          Judgement.of(ExposureState.UNKNOWN, "no policy of its own decides this kind");
    };
  }

  /// A resource that takes signed requests only.
  private static Judgement signed(Question asked, String... actions) {
    if (asked.audience() instanceof Audience.Anyone) {
      return Judgement.of(
          ExposureState.CLOSED, "reaching it takes credentials of the provider, by its kind");
    }
    return byPolicy(asked, asked.state().part(new Slot.Policy()), actions);
  }

  private static Judgement byPolicy(Question asked, Part<String> policy, String... actions) {
    return switch (policy) {
      case Part.Unknown<String>(String why) ->
          Judgement.of(ExposureState.UNKNOWN, "its policy is not known: " + why);
      case Part.Absent<String>() -> Judgement.of(ExposureState.CLOSED, "it did not exist");
      case Part.Known<String>(String text) ->
          text.isEmpty()
              ? Judgement.of(ExposureState.CLOSED, "it had no policy, so nobody outside was let in")
              : byText(asked, text, actions);
    };
  }

  private static Judgement byText(Question asked, String text, String... actions) {
    Optional<PolicyDocument> policy = PolicyParser.parse(text).asOptional();
    if (policy.isEmpty()) {
      return Judgement.of(ExposureState.UNKNOWN, "its policy could not be understood");
    }
    return answered(
        asked, PublicQuestion.of(asked.resource().id(), asked.account(), policy.get()), actions);
  }

  private static Judgement answered(Question asked, PublicQuestion about, String... actions) {
    var question = new AudienceQuestion(about, asked.audience(), List.of(actions));
    return switch (question.answer()) {
      case Answer.Found found ->
          Judgement.of(
              ExposureState.OPEN,
              "its policy lets " + asked.audience().words() + " in: " + found.request().action());
      case Answer.Impossible(_) ->
          Judgement.of(
              ExposureState.CLOSED,
              "its policy lets nobody of " + asked.audience().words() + " in");
      case Answer.Unknown(var why) ->
          Judgement.of(
              ExposureState.UNKNOWN,
              "whether its policy lets "
                  + asked.audience().words()
                  + " in: "
                  + String.join("; ", why));
    };
  }

  private static Judgement key(Question asked) {
    if (asked.state().part(new Slot.Disabled()) instanceof Part.Known<String>(String word)
        && !word.isEmpty()) {
      return Judgement.of(ExposureState.CLOSED, "the key was disabled");
    }
    var byPolicy = signed(asked, "kms:Decrypt", "kms:ReEncryptFrom");
    if (byPolicy.state() != ExposureState.CLOSED
        || !(asked.audience() instanceof Audience.ForeignAccount(String account))) {
      return byPolicy;
    }
    for (var item : asked.state().items()) {
      var grant = Json.parse(item);
      var named = NamedOutsiders.of(Json.text(grant, "granteePrincipal"), asked.account());
      if (named.contains(asked.audience()) && decrypts(grant)) {
        return denies(asked)
            ? Judgement.of(
                ExposureState.UNKNOWN,
                "a grant lets account "
                    + account
                    + " decrypt, but the key"
                    + " policy has a Deny that may hold it back")
            : Judgement.of(ExposureState.OPEN, "a key grant lets account " + account + " decrypt");
      }
    }
    return asked.state().allItemsKnown()
        ? byPolicy
        : Judgement.of(
            ExposureState.UNKNOWN, "grants made before the logs begin are not told by any log");
  }

  private static boolean decrypts(JsonNode grant) {
    return Json.items(grant.path("operations")).stream()
        .anyMatch(o -> o.asText().equals("Decrypt") || o.asText().equals("ReEncryptFrom"));
  }

  private static boolean denies(Question asked) {
    return asked.state().part(new Slot.Policy()).asOptional().orElse("").contains("\"Deny\"");
  }

  /// A function's policy is what its statements are together; statements only ever allow.
  private static Judgement function(Question asked) {
    var url = asked.state().part(new Slot.FunctionUrl());
    var judgements = new ArrayList<Judgement>();
    var policy = functionPolicy(asked.state().items());
    if (!(asked.audience() instanceof Audience.Anyone)) {
      var direct = asked.state().items().stream().filter(i -> !onlyByUrl(i)).toList();
      judgements.add(byText(asked, functionPolicy(direct), "lambda:InvokeFunction"));
    }
    judgements.add(
        switch (url) {
          case Part.Unknown<String>(String why) ->
              Judgement.of(ExposureState.UNKNOWN, "whether it has a URL is not known: " + why);
          case Part.Absent<String>() -> Judgement.of(ExposureState.CLOSED, "it did not exist");
          case Part.Known<String>(String type) -> byUrl(asked, type, policy);
        });
    return joined(asked, judgements);
  }

  private static String functionPolicy(List<String> statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /// Whether a statement holds only for requests that come by the function's URL: without one it
  /// lets nobody in.
  private static boolean onlyByUrl(String statement) {
    for (var test : Json.parse(statement).path("Condition").path("Bool").properties()) {
      if (test.getKey().equalsIgnoreCase("lambda:InvokedViaFunctionUrl")) {
        return test.getValue().asText().equalsIgnoreCase("true");
      }
    }
    return false;
  }

  /// Function URLs made since October 2025 ask for lambda:InvokeFunction too (AWS Lambda Developer
  /// Guide, "Control access to Lambda function URLs").
  private static Judgement byUrl(Question asked, String type, String policy) {
    if (type.isEmpty()) {
      return Judgement.of(ExposureState.CLOSED, "it had no URL");
    }
    if (asked.audience() instanceof Audience.Anyone && !type.equals("NONE")) {
      return Judgement.of(ExposureState.CLOSED, "its URL asked for signed requests");
    }
    var url = byText(asked, policy, "lambda:InvokeFunctionUrl");
    if (url.state() != ExposureState.OPEN) {
      return url;
    }
    var invoke = byText(asked, policy, "lambda:InvokeFunction");
    return invoke.state() == ExposureState.OPEN
        ? url
        : Judgement.of(
            ExposureState.UNKNOWN,
            "its URL is permitted, but not lambda:InvokeFunction, which URLs made since October"
                + " 2025 need too");
  }

  private static Judgement joined(Question asked, List<Judgement> judgements) {
    for (var judgement : judgements) {
      if (judgement.state() == ExposureState.OPEN) {
        return judgement;
      }
    }
    for (var judgement : judgements) {
      if (judgement.state() == ExposureState.UNKNOWN) {
        return judgement;
      }
    }
    return asked.state().allItemsKnown()
        ? judgements.getFirst()
        : Judgement.of(
            ExposureState.UNKNOWN,
            "permissions given before the logs begin are not told by any log");
  }

  /// A request through an access point needs the leave of the access point and of the bucket
  /// (Amazon S3 User Guide, "Configuring IAM policies for using access points").
  private static Judgement accessPoint(Question asked) {
    String[] reads = {"s3:GetObject", "s3:ListBucket"};
    var own = byPolicy(asked, asked.state().part(new Slot.Policy()), reads);
    if (own.state() != ExposureState.OPEN) {
      return own;
    }
    var both = throughBoth(asked, reads);
    if (both.state() == ExposureState.CLOSED) {
      return both;
    }
    if (both.state() == ExposureState.OPEN
        && asked.audience() instanceof Audience.ForeignAccount
        && !perhapsPublic(asked, new Slot.Policy())
        && !perhapsPublic(asked, new Slot.BucketPolicy())) {
      return both;
    }
    var because = new ArrayList<>(own.because());
    because.add(
        both.state() == ExposureState.UNKNOWN
            ? both.because().getFirst()
            : Reason.of("whether a public access block holds it back is told by the bucket's row"));
    return new Judgement(ExposureState.UNKNOWN, because);
  }

  private static Judgement throughBoth(Question asked, String... reads) {
    var bucket = asked.state().part(new Slot.Bucket()).asOptional();
    var bucketPolicy = asked.state().part(new Slot.BucketPolicy()).asOptional();
    var policy = asked.state().part(new Slot.Policy()).asOptional();
    if (bucket.isEmpty() || bucketPolicy.isEmpty() || policy.isEmpty()) {
      return Judgement.of(
          ExposureState.UNKNOWN,
          "the policy of the bucket behind it, which must let the request in too, is not known");
    }
    var point =
        new AccessPoint(
            asked.resource().id(),
            asked.account(),
            PolicyParser.parse(policy.get()).asOptional(),
            Optional.empty(),
            Optional.empty());
    return answered(
        asked,
        new PublicQuestion(
            "arn:aws:s3:::" + bucket.get(),
            asked.account(),
            PolicyParser.parse(bucketPolicy.get()).asOptional(),
            S3Controls.NONE,
            List.of(point)),
        reads);
  }

  /// Whether a public access block could void the policy.
  private static boolean perhapsPublic(Question asked, Slot slot) {
    return asked
        .state()
        .part(slot)
        .asOptional()
        .flatMap(text -> PolicyParser.parse(text).asOptional())
        .map(policy -> PublicPolicy.isPublic(policy) != Ternary.FALSE)
        .orElse(true);
  }
}
