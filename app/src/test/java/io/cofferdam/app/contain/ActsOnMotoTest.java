package io.cofferdam.app.contain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cofferdam.app.docs.GeneratedFile;
import io.cofferdam.app.export.ExportedActs;
import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.aws.AwsClients;
import io.cofferdam.aws.act.AwsActs;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every act on AWS, from the plan to the state as it was before.
@Covers({"R-02", "R-03"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ActsOnMotoTest {
  private static final SortedMap<String, WalkedAct> WALKED = new TreeMap<>();

  private static @Nullable MotoServer moto;
  private static @Nullable AwsClients clients;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    moto = MotoServer.start(folder);
    clients = new AwsClients(Optional.of(moto.endpoint()), Duration.ofSeconds(20));
    clients.useProfile(MotoServer.ACCOUNT, Optional.empty());
  }

  @AfterAll
  static void stop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    if (clients != null) {
      clients.close();
    }
    if (moto != null) {
      moto.close();
    }
  }

  @ParameterizedTest
  @MethodSource("io.cofferdam.app.contain.Furnished#all")
  @Order(1)
  void actsAndGoesBackToTheStateBefore(Furnished furnished) throws IOException {
    requireNonNull(moto).reset();
    WALKED.put(
        furnished.act(), WalkedAct.walk(furnished, requireNonNull(moto), requireNonNull(clients)));
  }

  @Test
  @Order(2)
  void eachActIsWalked() {
    assertThat(Furnished.all().map(Furnished::act))
        .containsExactlyInAnyOrderElementsOf(
            AwsActs.all(WalkedAct.NOW).stream().map(act -> act.kind().id()).toList());
  }

  @Test
  @Order(3)
  void theTableOfActsIsAsTheyWereWalked() throws IOException {
    assumeThat(WALKED.keySet())
        .as("every act was walked, else the table cannot be written")
        .hasSameSizeAs(AwsActs.all(WalkedAct.NOW));
    GeneratedFile.check("docs/acts.md", ActTable.of(WALKED));
  }

  @Test
  @Order(4)
  @Covers("R-09")
  void eachPlanIsExportedInEveryForm(@TempDir Path folder) throws IOException {
    assumeThat(WALKED).as("acts were walked").isNotEmpty();
    new ExportedActs(folder).write(WALKED.values().stream().map(WalkedAct::plan).toList());
  }

  @Test
  @Order(5)
  @Covers("R-09")
  void exportsAreWhatTheToolsOfOthersTake(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeThat(WALKED).as("acts were walked").isNotEmpty();
    var exported =
        new ExportedActs(folder).write(WALKED.values().stream().map(WalkedAct::plan).toList());
    exported.fitTheModelsOfAws();
    exported.areTemplates();
    exported.areStateMachines();
  }
}
