package io.cofferdam.respond.exposure;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.access.exposure.Part;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.exposure.PolicyChange.Slot;
import io.cofferdam.respond.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads what a successful call did to a resource with a policy: ECR repositories, KMS keys, Lambda
/// functions, roles, secrets and access points.
final class PolicyEvents {
  private PolicyEvents() {}

  static List<PolicyChange> read(ApiCall call, ResourceKind kind) {
    var request = Json.parse(call.request());
    var id = PolicyResources.id(call, kind, request);
    if (id.isEmpty()) {
      return List.of();
    }
    var told = new Told(call, new ResourceId(kind, id));
    switch (kind) {
      case ECR_REPOSITORY -> repository(told, request);
      case KMS_KEY -> KeyEvents.read(told, request);
      case LAMBDA_FUNCTION -> FunctionEvents.read(told, request);
      case IAM_ROLE -> role(told, request);
      case SECRET -> secret(told, request);
      case S3_ACCESS_POINT -> accessPoint(told, request);
      case S3_BUCKET,
          EBS_SNAPSHOT,
          MACHINE_IMAGE,
          RDS_SNAPSHOT,
          AZURE_STORAGE_ACCOUNT,
          AZURE_CONTAINER,
          DATABASE,
          OTHER -> {}
    }
    return told.changes;
  }

  private static void repository(Told told, JsonNode request) {
    switch (told.call.action()) {
      case "CreateRepository" -> told.creation(Part.known(""), "repository made");
      case "SetRepositoryPolicy" ->
          told.set(new Slot.Policy(), text(request.path("policyText")), "repository policy set");
      case "DeleteRepositoryPolicy" ->
          told.set(new Slot.Policy(), Part.known(""), "repository policy removed");
      case "DeleteRepository" -> told.deletion("repository deleted");
      default -> {}
    }
  }

  private static void role(Told told, JsonNode request) {
    switch (told.call.action()) {
      case "CreateRole" ->
          told.creation(text(request.path("assumeRolePolicyDocument")), "role made");
      case "UpdateAssumeRolePolicy" ->
          told.set(new Slot.Policy(), text(request.path("policyDocument")), "trust policy set");
      case "DeleteRole" -> told.deletion("role deleted");
      default -> {}
    }
  }

  private static void secret(Told told, JsonNode request) {
    switch (told.call.action()) {
      case "CreateSecret" -> told.creation(Part.known(""), "secret made");
      case "PutResourcePolicy" ->
          told.set(new Slot.Policy(), text(request.path("resourcePolicy")), "secret policy set");
      case "DeleteResourcePolicy" ->
          told.set(new Slot.Policy(), Part.known(""), "secret policy removed");
      case "DeleteSecret" -> told.deletion("secret deleted");
      default -> {}
    }
  }

  private static void accessPoint(Told told, JsonNode request) {
    switch (told.call.action()) {
      case "CreateAccessPoint", "CreateMultiRegionAccessPoint" -> {
        told.creation(Part.known(""), "access point made");
        var bucket = Json.any(request, "bucket", "Bucket").asText("");
        told.set(
            new Slot.Bucket(),
            bucket.isEmpty() ? Part.unknown("the record does not name it") : Part.known(bucket),
            "access point made");
      }
      case "PutAccessPointPolicy", "PutMultiRegionAccessPointPolicy" ->
          told.set(
              new Slot.Policy(),
              text(Json.any(request, "policy", "Policy")),
              "access point policy set");
      case "DeleteAccessPointPolicy" ->
          told.set(new Slot.Policy(), Part.known(""), "access point policy removed");
      case "DeleteAccessPoint", "DeleteMultiRegionAccessPoint" ->
          told.deletion("access point deleted");
      default -> {}
    }
  }

  /// A policy out of a record: an object, its text, or its URL-encoded text as IAM writes it.
  static Part<String> text(JsonNode policy) {
    var document = Json.decoded(policy);
    if (document.isMissingNode() && policy.isTextual() && policy.asText().startsWith("%")) {
      document = Json.parse(urlDecoded(policy.asText()));
    }
    return document.isObject()
        ? Part.known(document.toString())
        : Part.unknown("the record of the call does not hold the policy");
  }

  private static String urlDecoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /// Collects what one call told.
  static final class Told {
    private final ApiCall call;
    private final ResourceId resource;
    private final List<PolicyChange> changes = new ArrayList<>();

    private Told(ApiCall call, ResourceId resource) {
      this.call = call;
      this.resource = resource;
    }

    ApiCall call() {
      return call;
    }

    /// The resource was made with this policy; empty text is: none.
    void creation(Part<String> policy, String words) {
      add(new Slot.Whole(), policy, true, words);
    }

    void deletion(String words) {
      add(new Slot.Whole(), Part.absent(), false, words);
    }

    void set(Slot slot, Part<String> value, String words) {
      add(slot, value, false, words);
    }

    private void add(Slot slot, Part<String> value, boolean creates, String words) {
      changes.add(
          new PolicyChange(
              resource,
              slot,
              call.account(),
              call.region(),
              new Change<>(
                  call.time(), value, creates, words, call.caller().groupingName(), call.ref())));
    }
  }
}
