package io.cofferdam.access.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.cofferdam.access.azure.network.Origin;
import io.cofferdam.access.azure.storage.BlobOperation;
import io.cofferdam.access.azure.storage.Sas;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("P-01")
class AzureExposureTest {
  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private static AzureEstate estate(String yaml) throws IOException {
    return CaseEstate.of(new YAMLMapper().readTree(yaml));
  }

  private static AzureOpenness read(String yaml) throws IOException {
    return AzureExposure.anonymous(
        estate(yaml), "shopdata", "retrieval", "a.txt", BlobOperation.GET_BLOB, NOON);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{account: {public: true}, level: BLOB} | Open",
        "{account: {public: false}, level: BLOB} | Closed",
        "{account: {public: true}, level: NONE} | Closed",
        "{account: {public: unknown}, level: BLOB} | Unknown",
        "{account: {public: unknown}, level: NONE} | Closed",
        "{account: {public: true}, level: unknown} | Unknown",
        "{account: {public: true, firewall: {default: Deny}}, level: BLOB} | Closed",
        "{account: {public: true, firewall: unknown}, level: BLOB} | Unknown",
        "{account: {public: true, network: DISABLED}, level: BLOB} | Closed",
        "{account: {public: true, firewall: {default: Deny, addresses: [203.0.113.0/24]}},"
            + " level: BLOB} | Closed",
        "{account: {public: true, firewall: {default: Deny, addresses: [203.0.0.0/8]}},"
            + " level: BLOB} | Closed",
        "{account: {public: true, firewall: {default: Deny, addresses: [0.0.0.0/1]}},"
            + " level: BLOB} | Open",
        "{account: {public: true, firewall: {default: Deny, addresses: [0.0.0.0/0]}},"
            + " level: BLOB} | Open",
      })
  void opennessToAnyone(String yaml, String expected) throws IOException {
    AzureOpenness answer = read(yaml);

    assertThat(answer.getClass().getSimpleName()).as("%s", answer).isEqualTo(expected);
  }

  @Test
  void everyOpenAnswerIsARequestThatIsAllowed() throws IOException {
    AzureEstate estate =
        estate(
            "{account: {public: true, firewall: {default: Deny, addresses: [128.0.0.0/1]}},"
                + " level: CONTAINER}");
    AzureOpenness answer =
        AzureExposure.anonymous(
            estate, "shopdata", "retrieval", "", BlobOperation.LIST_BLOBS, NOON);

    assertThat(answer).isInstanceOf(AzureOpenness.Open.class);
    AzureRequest witness = ((AzureOpenness.Open) answer).witness();
    assertThat(AzureDecider.decide(witness, estate)).isInstanceOf(AzureDecision.Allowed.class);
    assertThat(witness.origin()).isInstanceOf(Origin.Internet.class);
  }

  @Test
  void signatureOpensAPrivateContainerToItsHolderUntilItExpires() throws IOException {
    AzureEstate estate = estate("{account: {public: false}}");
    Sas sas =
        new Sas.Service(
            new Sas.Terms(
                Optional.of("r"),
                Optional.empty(),
                Optional.of(NOON),
                Optional.empty(),
                false,
                Sas.Signature.ACCEPTED),
            new Sas.Target(Sas.Target.Kind.CONTAINER, "retrieval", ""),
            Optional.empty());

    assertThat(holder(estate, sas, NOON.minusSeconds(1))).isInstanceOf(AzureOpenness.Open.class);
    assertThat(holder(estate, sas, NOON)).isInstanceOf(AzureOpenness.Closed.class);
    assertThat(holder(estate("{account: {keys: unknown}}"), sas, NOON.minusSeconds(1)))
        .isInstanceOf(AzureOpenness.Unknown.class);
  }

  private static AzureOpenness holder(AzureEstate estate, Sas sas, Instant time) {
    return AzureExposure.holder(
        estate, "shopdata", "retrieval", "a.txt", BlobOperation.GET_BLOB, sas, time);
  }

  @Test
  void vaultsAreNeverOpenToAnyone() throws IOException {
    assertThat(
            AzureExposure.vault(estate("{vault: {firewall: {default: Allow}}}"), "shopvault", NOON))
        .isInstanceOf(AzureOpenness.Closed.class);
  }
}
