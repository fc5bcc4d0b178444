package io.cofferdam.respond.exposure;

import static io.cofferdam.respond.made.Made.DAY;
import static io.cofferdam.respond.made.Made.OWN;
import static io.cofferdam.respond.made.Made.PUBLIC_READ;
import static io.cofferdam.respond.made.Made.START;
import static io.cofferdam.respond.made.Made.accountItem;
import static io.cofferdam.respond.made.Made.at;
import static io.cofferdam.respond.made.Made.azure;
import static io.cofferdam.respond.made.Made.block;
import static io.cofferdam.respond.made.Made.complete;
import static io.cofferdam.respond.made.Made.item;
import static io.cofferdam.respond.made.Made.policy;
import static io.cofferdam.respond.made.Made.unproved;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.Exposure;
import io.cofferdam.model.exposure.ExposureState;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.respond.coverage.CoverageResult;
import io.cofferdam.testkit.Covers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One test for each kind of resource and each of OPEN, CLOSED, UNKNOWN. Nothing proves an Azure
/// Activity log complete, so Azure kinds have no CLOSED.
@Covers("R-05")
class ExposureKindsTest {
  private static final ResourceId STORE = ResourceId.bucket("shop-training");
  private static final Audience ANYONE = new Audience.Anyone();

  private final ExposureReplay replay = new ExposureReplay();

  private Exposure exposure(
      CoverageResult coverage, ResourceId resource, Audience audience, Instant time) {
    return replay.resolve(DAY, List.of(OWN), List.of(STORE), coverage).exposures().stream()
        .filter(e -> e.resource().equals(resource) && e.audience().equals(audience))
        .filter(e -> e.window().contains(time))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void s3BucketOpen() {
    replay.add(item(START, "", true));
    replay.add(accountItem(START, false));
    replay.add(block(at(60), false));
    replay.add(policy(at(61), PUBLIC_READ));
    var open = exposure(complete(DAY), STORE, ANYONE, at(120));

    assertThat(open.state()).isEqualTo(ExposureState.OPEN);
    assertThat(open.window().from()).isEqualTo(at(66));
    assertThat(open.because().getFirst().text()).contains("bucket policy set");
    assertThat(open.because().getFirst().events()).hasSize(1);
  }

  @Test
  void s3BucketClosed() {
    replay.add(item(START, "", true));

    assertThat(exposure(complete(DAY), STORE, ANYONE, at(120)).state())
        .isEqualTo(ExposureState.CLOSED);
  }

  @Test
  void s3BucketUnknown() {
    replay.add(item(START, "", true));
    replay.add(accountItem(START, false));
    replay.add(block(at(60), false));
    replay.add(policy(at(61), PUBLIC_READ));
    var unknown = exposure(unproved(), STORE, ANYONE, at(120));

    assertThat(unknown.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(unknown.because().getFirst().text())
        .contains("by what was seen it was open")
        .contains("digest files");
  }

  private static final String ACCOUNT =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/"
          + "Microsoft.Storage/storageAccounts/shopdata";

  private static ApiCall container(Instant time, String level) {
    return azure(
        time,
        "Microsoft.Storage/storageAccounts/blobServices/containers/write",
        ACCOUNT + "/blobServices/default/containers/prompts",
        "{\"requestbody\":\"{\\\"properties\\\":{\\\"publicAccess\\\":\\\"" + level + "\\\"}}\"}");
  }

  private static ApiCall storageAccount(Instant time, String properties) {
    return azure(
        time,
        "Microsoft.Storage/storageAccounts/write",
        ACCOUNT,
        "{\"requestbody\":"
            + new ObjectMapper().valueToTree("{\"properties\":" + properties + "}")
            + "}");
  }

  private Exposure azureExposure(Instant time) {
    return exposure(
        complete(DAY),
        new ResourceId(
            ResourceKind.AZURE_CONTAINER, "https://shopdata.blob.core.windows.net/prompts"),
        ANYONE,
        time);
  }

  @Test
  void azureContainerLooksOpenWhereItsAccountAllows() {
    replay.add(
        storageAccount(
            at(30),
            "{\"allowBlobPublicAccess\":true,\"publicNetworkAccess\":\"Enabled\","
                + "\"networkAcls\":{\"defaultAction\":\"Allow\"}}"));
    replay.add(container(at(60), "Blob"));
    var open = azureExposure(at(120));

    assertThat(open.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(open.because().getFirst().text())
        .contains("by what was seen it was open")
        .contains("Activity log");
  }

  @Test
  void azureContainerLooksClosedAgainOnceItsLevelIsNone() {
    replay.add(container(at(60), "Blob"));
    replay.add(container(at(180), "None"));

    assertThat(azureExposure(at(300)).because().getFirst().text())
        .contains("by what was seen it was closed");
  }

  @Test
  void azureAccountThatDisallowsPublicAccessLooksClosedWhateverTheLevel() {
    replay.add(container(at(60), "Container"));
    replay.add(storageAccount(at(90), "{\"allowBlobPublicAccess\":false}"));

    assertThat(azureExposure(at(200)).because().getFirst().text())
        .contains("by what was seen it was closed");
  }

  @Test
  void azureContainerUnknown() {
    replay.add(container(at(60), "Blob"));
    var unknown = azureExposure(at(120));

    assertThat(unknown.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(unknown.because()).anyMatch(r -> r.text().contains("not known"));
    assertThat(unknown.because()).noneMatch(r -> r.text().contains("waits for"));
  }

  @Test
  void azureContainerOpen() {
    replay.add(container(at(60), "Blob"));
    replay.addWitness(
        new ResourceId(
            ResourceKind.AZURE_CONTAINER, "https://shopdata.blob.core.windows.net/prompts"),
        ANYONE,
        at(120),
        container(at(60), "Blob").ref());

    assertThat(azureExposure(at(120)).state()).isEqualTo(ExposureState.OPEN);
  }

  @Test
  void azureStorageAccountUnknown() {
    replay.add(storageAccount(at(60), "{\"allowBlobPublicAccess\":true}"));
    var unknown =
        exposure(
            complete(DAY),
            new ResourceId(
                ResourceKind.AZURE_STORAGE_ACCOUNT, "https://shopdata.blob.core.windows.net"),
            ANYONE,
            at(120));

    assertThat(unknown.state()).isEqualTo(ExposureState.UNKNOWN);
    assertThat(unknown.because()).noneMatch(r -> r.text().contains("waits for"));
  }

  @Test
  void databaseUnknown() {
    var database = new ResourceId(ResourceKind.DATABASE, "db:postgresql:orders-db/shop");
    var rows = replay.resolve(DAY, List.of(OWN), List.of(database), complete(DAY)).exposures();

    assertThat(rows).hasSize(2).allMatch(e -> e.state() == ExposureState.UNKNOWN);
  }
}
