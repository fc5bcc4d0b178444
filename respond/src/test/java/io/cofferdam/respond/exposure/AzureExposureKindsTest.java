package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.azure;
import static io.cofferdam.respond.made.Made.complete;
import static io.cofferdam.respond.made.Made.span;
import static io.cofferdam.respond.made.Made.stated;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.model.event.AccessLog;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.EventRef;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Blob containers and storage accounts. Nothing but a person's word says that an Activity log or
/// the logs of an account's endpoint are here whole: without it a read alone proves anything.
@Covers("R-05")
class AzureExposureKindsTest {
  private static final String ENDPOINT = "https://shopdata.blob.core.windows.net";
  private static final ResourceId CONTAINER =
      new ResourceId(ResourceKind.AZURE_CONTAINER, ENDPOINT + "/prompts");
  private static final ResourceId STORE =
      new ResourceId(ResourceKind.AZURE_STORAGE_ACCOUNT, ENDPOINT);
  private static final Audience ANYONE = new Audience.Anyone();
  private static final String ACCOUNT =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/"
          + "Microsoft.Storage/storageAccounts/shopdata";
  private static final String LETS_IN =
      "{\"allowBlobPublicAccess\":true,\"publicNetworkAccess\":\"Enabled\","
          + "\"networkAcls\":{\"defaultAction\":\"Allow\"}}";
  private static final String CONTAINER_WRITE =
      "Microsoft.Storage/storageAccounts/blobServices/containers/write";

  private final ExposureReplay replay = new ExposureReplay();

  private static CoverageResult whole() {
    return stated(DAY, DAY, ENDPOINT);
  }

  private Exposure exposure(CoverageResult coverage, ResourceId resource, Instant time) {
    return replay.resolve(DAY, List.of(OWN), List.of(resource), coverage).exposures().stream()
        .filter(e -> e.resource().equals(resource) && e.audience().equals(ANYONE))
        .filter(e -> e.window().contains(time))
        .findFirst()
        .orElseThrow();
  }

  private void assertState(CoverageResult coverage, int minute, ExposureState expected) {
    var found = exposure(coverage, CONTAINER, at(minute));
    assertThat(found.state()).as("%s", found).isEqualTo(expected);
  }

  private static String body(String field, String properties) {
    return "{\"" + field + "\":" + new ObjectMapper().valueToTree(properties) + "}";
  }

  private static ApiCall container(int minute, String level) {
    return azure(
        at(minute),
        CONTAINER_WRITE,
        ACCOUNT + "/blobServices/default/containers/prompts",
        body("requestbody", "{\"properties\":{\"publicAccess\":\"" + level + "\"}}"));
  }

  private static ApiCall account(int minute, String properties) {
    return azure(
        at(minute),
        "Microsoft.Storage/storageAccounts/write",
        ACCOUNT,
        body("requestbody", "{\"properties\":" + properties + "}"));
  }

  private static ApiCall accountDeleted(int minute) {
    return azure(at(minute), "Microsoft.Storage/storageAccounts/delete", ACCOUNT, "{}");
  }

  private static ObjectAccess atEndpoint(int minute, String action) {
    return new ObjectAccess(
        new EventRef(3, minute, action),
        at(minute),
        AccessLog.AZURE_BLOB,
        AccessOperation.WRITE,
        action,
        container(minute, "None").caller(),
        CONTAINER,
        "",
        "",
        "",
        -1,
        -1,
        200,
        "",
        "",
        false,
        "",
        "");
  }

  @Test
  void azureContainerOpen() {
    replay.add(account(30, LETS_IN));
    replay.add(container(60, "Blob"));
    replay.add(container(180, "None"));
    var open = exposure(whole(), CONTAINER, at(120));

    assertThat(open.state()).isEqualTo(ExposureState.OPEN);
    assertThat(open.window()).isEqualTo(span(65, 180));
    assertThat(open.because()).anyMatch(r -> r.text().contains("publicAccess Blob"));
    assertThat(open.because()).anyMatch(r -> r.text().contains("Greta Invented states"));
  }

  @Test
  void azureContainerClosed() {
    replay.add(container(60, "Blob"));
    replay.add(container(180, "None"));

    assertState(whole(), 190, ExposureState.CLOSED);
    assertState(whole(), 182, ExposureState.UNKNOWN);
  }

  @Test
  void azureContainerUnknown() {
    replay.add(container(60, "Blob"));
    var unknown = exposure(whole(), CONTAINER, at(120));

    assertThat(unknown.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(unknown.because()).anyMatch(r -> r.text().contains("would decide"));
    assertThat(unknown.because()).noneMatch(r -> r.text().contains("waits for"));
  }

  @Test
  void aContainerMadeInTheLogsDidNotExistBeforeAndIsPrivateAtFirst() {
    replay.add(account(30, LETS_IN));
    var made =
        "{\"statusCode\":\"Created\",\"requestbody\":"
            + new ObjectMapper().valueToTree("{\"properties\":{}}")
            + "}";
    replay.add(
        azure(at(60), CONTAINER_WRITE, ACCOUNT + "/blobServices/default/containers/prompts", made));

    assertState(whole(), 40, ExposureState.CLOSED);
    assertState(whole(), 120, ExposureState.CLOSED);
  }

  @Test
  void withoutAStatementItOnlyLooksSo() {
    replay.add(account(30, LETS_IN));
    replay.add(container(60, "Blob"));
    replay.add(container(180, "None"));

    assertThat(exposure(complete(DAY), CONTAINER, at(120)).because().getFirst().text())
        .contains("by what was seen it was open")
        .contains("Activity log");
    assertThat(exposure(complete(DAY), CONTAINER, at(300)).because().getFirst().text())
        .contains("by what was seen it was closed");
    assertState(complete(DAY), 300, ExposureState.UNKNOWN);
  }

  @Test
  void theActivityLogAloneProvesThatAnAccountLetsNobodyIn() {
    replay.add(container(60, "Container"));
    replay.add(account(90, "{\"allowBlobPublicAccess\":false}"));
    var activity = stated(DAY, DAY, "");

    assertState(activity, 200, ExposureState.CLOSED);
    assertState(activity, 80, ExposureState.UNKNOWN);
  }

  @Test
  void theActivityLogAloneDoesNotProveALevel() {
    replay.add(account(30, LETS_IN));
    replay.add(container(60, "Blob"));
    replay.add(container(180, "None"));
    var activity = stated(DAY, DAY, "");

    assertState(activity, 120, ExposureState.UNKNOWN);
    assertState(activity, 300, ExposureState.UNKNOWN);
  }

  @Test
  void aLevelSetAtTheEndpointIsNotKnown() {
    replay.add(account(30, LETS_IN));
    replay.add(container(60, "None"));
    replay.add(atEndpoint(180, "SetContainerACL"));

    assertState(whole(), 120, ExposureState.CLOSED);
    assertState(whole(), 300, ExposureState.UNKNOWN);
  }

  @Test
  void oneReadProvesTheSpanInWhichNothingChanged() {
    replay.add(container(60, "Blob"));
    replay.add(container(180, "None"));
    replay.addWitness(CONTAINER, ANYONE, at(120), container(60, "Blob").ref());

    assertThat(exposure(whole(), CONTAINER, at(170)).state()).isEqualTo(ExposureState.OPEN);
    assertThat(exposure(complete(DAY), CONTAINER, at(120)).state()).isEqualTo(ExposureState.OPEN);
    assertThat(exposure(complete(DAY), CONTAINER, at(170)).state())
        .isEqualTo(ExposureState.UNKNOWN);
  }

  @Test
  void theRequestIsReadFromTheEntryOfTheStart() {
    replay.add(account(30, LETS_IN));
    var end = azure(at(60), CONTAINER_WRITE, container(60, "Blob").resources().getFirst(), "{}");
    for (var error : List.of("Started", "")) {
      replay.add(
          new ApiCall(
              new EventRef(1, 60, error + "entry"),
              at(60),
              end.provider(),
              end.service(),
              end.action(),
              end.caller(),
              end.account(),
              "",
              error,
              error.isEmpty() ? "" : "{\"properties\":{\"publicAccess\":\"Blob\"}}",
              error.isEmpty() ? "{\"statusCode\":\"OK\"}" : "{}",
              end.resources(),
              "correlation-1"));
    }

    assertState(whole(), 120, ExposureState.OPEN);
  }

  @Test
  void anAccountMadeAnewUnderAnOldNameStartsAfresh() {
    replay.add(account(30, LETS_IN));
    replay.add(container(60, "Blob"));
    replay.add(accountDeleted(120));
    replay.add(account(240, "{\"minimumTlsVersion\":\"TLS1_2\"}"));

    assertState(whole(), 100, ExposureState.OPEN);
    assertState(whole(), 200, ExposureState.CLOSED);
    replay.add(container(300, "Blob"));
    assertState(whole(), 400, ExposureState.UNKNOWN);
  }

  @Test
  void aStaticWebsiteMayBePublicWhateverTheLevel() {
    replay.add(account(30, "{\"allowBlobPublicAccess\":false}"));
    var website = new ResourceId(ResourceKind.AZURE_CONTAINER, ENDPOINT + "/$web");

    assertThat(exposure(whole(), website, at(120)).state()).isEqualTo(ExposureState.UNKNOWN);
  }

  @Test
  void azureStorageAccountOpen() {
    replay.add(account(30, LETS_IN));
    replay.add(container(60, "Container"));
    var open = exposure(whole(), STORE, at(120));

    assertThat(open.state()).isEqualTo(ExposureState.OPEN);
    assertThat(open.because())
        .anyMatch(r -> r.text().contains("of its container " + CONTAINER.shortName()));
  }

  @Test
  void azureStorageAccountClosed() {
    replay.add(account(30, "{\"allowBlobPublicAccess\":true}"));
    var closings =
        Map.of(
            120,
            "{\"allowBlobPublicAccess\":false}",
            240,
            "{\"allowBlobPublicAccess\":true,\"publicNetworkAccess\":\"Disabled\"}",
            360,
            "{\"publicNetworkAccess\":\"Enabled\",\"networkAcls\":{\"defaultAction\":\"Deny\"}}");
    closings.forEach((minute, properties) -> replay.add(account(minute, properties)));

    for (var minute : List.of(180, 300, 420)) {
      var closed = exposure(whole(), STORE, at(minute));
      assertThat(closed.state()).as("%s", closed).isEqualTo(ExposureState.CLOSED);
    }
  }

  @Test
  void azureStorageAccountUnknown() {
    replay.add(account(30, LETS_IN));
    var unknown = exposure(whole(), STORE, at(120));

    assertThat(unknown.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(unknown.because()).anyMatch(r -> r.text().contains("public access level"));
    assertThat(unknown.because()).noneMatch(r -> r.text().contains("waits for"));
  }
}
