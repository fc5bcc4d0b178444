package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.cli.Ran;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Acts on Azure by the commands that a responder types, and what may go wrong between.
@Covers({"R-02", "R-03", "X-03"})
class ContainAzureTest {
  private static final String BLOCK = "azure.storage.block-public-access";

  @TempDir Path folder;

  private static List<String> told(Ran... runs) {
    var told = new ArrayList<String>();
    for (var run : runs) {
      told.add(run.out());
      told.add(run.err());
    }
    return told;
  }

  @Test
  void aContainerIsClosedAndOpenedAgainByItsKey() throws Exception {
    try (var azurite = AzuriteServer.start(folder)) {
      azurite.container("training", "blob", "");
      var scene = new AzureCase(folder, azurite.endpoint(), azurite.key());
      var plan =
          scene.contain(
              "plan",
              "azure.container.close",
              "--account",
              "00000000-0000-0000-0000-000000000000",
              "group=shop",
              "account=" + AzuriteServer.ACCOUNT,
              "container=training");
      assertThat(plan.out()).contains("anyone could read blobs of training without a credential");
      assertThat(plan.code()).isZero();
      assertThat(azurite.anonymous("training/order-1.json")).isEqualTo(200);
      scene.approved("C1");
      var executed = scene.contain("execute", "C1");
      assertThat(executed.code()).as(executed.out() + executed.err()).isZero();
      assertThat(executed.out()).contains("acting with a key of the storage account");
      assertThat(azurite.anonymous("training/order-1.json")).isEqualTo(403);
      assertThat(scene.contain("verify", "C1").code()).isZero();
      var back = scene.contain("rollback", "C1");
      assertThat(back.code()).isZero();
      assertThat(azurite.anonymous("training/order-1.json")).isEqualTo(200);
      assertThat(told(plan, executed, back)).noneMatch(text -> text.contains(azurite.key()));
      assertThat(scene.written()).doesNotContain(azurite.key());
    }
  }

  @Test
  void aNewKeyAndTheTokenAreWrittenNowhereAndTwoPeopleApprove() throws IOException {
    try (var arm = new RecordedArm()) {
      arm.furnish("{'allowSharedKeyAccess':true}");
      var scene = new AzureCase(folder, arm.endpoint(), RecordedArm.TOKEN);
      var plan = scene.planned("azure.storage.rotate-key", "key=key1");
      assertThat(plan.out())
          .contains(
              "every shared access signature that it signed dies with it",
              "back   none: this step stays",
              "2 people other than who asks",
              "Rights: what a role of Azure needs");
      scene.people.ask("C1");
      scene.people.approve("A1", "tomas");
      assertThat(scene.contain("execute", "C1").err()).contains("2 people other than who asks");
      assertThat(arm.newKey()).isEmpty();
      scene.people.approve("A1", "ina");
      var executed = scene.contain("execute", "C1");
      assertThat(executed.code()).as(executed.out() + executed.err()).isZero();
      assertThat(arm.newKey()).isNotEmpty();
      var back = scene.contain("rollback", "C1");
      assertThat(back.code()).isEqualTo(1);
      var shown = scene.people.ran("contain", "show", scene.people.id, "C1");
      assertThat(told(plan, executed, back, shown))
          .noneMatch(text -> text.contains(arm.newKey()) || text.contains(RecordedArm.TOKEN));
      assertThat(scene.written()).doesNotContain(arm.newKey(), RecordedArm.TOKEN);
    }
  }

  /// An account that never had the setting, and one that had it.
  @Test
  void whatWasUnsetIsUnsetAgainAndWhatWasTrueIsTrue() throws IOException {
    try (var arm = new RecordedArm()) {
      for (var before : List.of("null", "true")) {
        arm.furnish("{'allowBlobPublicAccess':" + before + "}");
        var properties = arm.properties().deepCopy();
        var scene = new AzureCase(folder.resolve(before), arm.endpoint(), RecordedArm.TOKEN);
        assertThat(scene.planned(BLOCK).code()).isZero();
        scene.approved("C1");
        assertThat(scene.contain("execute", "C1").code()).isZero();
        assertThat(arm.properties().path("allowBlobPublicAccess").asText()).isEqualTo("false");
        assertThat(scene.contain("rollback", "C1").code()).isZero();
        assertThat(arm.properties()).isEqualTo(properties);
        assertThat(arm.changes().getLast())
            .isEqualTo("{\"properties\":{\"allowBlobPublicAccess\":" + before + "}}");
      }
    }
  }

  @Test
  void aChangeOfAnotherSettingIsSeenAndNotOverwritten() throws IOException {
    try (var arm = new RecordedArm()) {
      var scene = new AzureCase(folder, arm.endpoint(), RecordedArm.TOKEN);
      assertThat(scene.planned("azure.storage.block-network").code()).isZero();
      scene.approved("C1");
      arm.furnish("{'minimumTlsVersion':'TLS1_0'}");
      var changed = scene.contain("execute", "C1");
      assertThat(changed.code()).isEqualTo(3);
      assertThat(changed.out())
          .contains("/settings/minimumTlsVersion: \"TLS1_2\" when planned", "\"TLS1_0\" now");
      assertThat(arm.changes()).isEmpty();
      arm.furnish("{'minimumTlsVersion':'TLS1_2'}");
      assertThat(scene.contain("execute", "C1").code()).isZero();
      arm.furnish("{'minimumTlsVersion':'TLS1_0'}");
      var verified = scene.contain("verify", "C1");
      assertThat(verified.code()).isEqualTo(1);
      assertThat(verified.out()).contains("minimumTlsVersion \"TLS1_2\"");
      arm.furnish("{'networkAcls':{'ipRules':[{'value':'198.51.100.0/24','action':'Allow'}]}}");
      var back = scene.contain("rollback", "C1");
      assertThat(back.code()).isEqualTo(3);
      assertThat(back.out()).contains("somebody else changed it", "198.51.100.0/24");
      assertThat(arm.changes()).hasSize(1);
    }
  }

  private static String token(String audience) {
    var claims = "{\"aud\":\"" + audience + "\",\"oid\":\"0f0f0f0f-invented\"}";
    return "eyJhbGciOiJub25lIn0."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2lnbmF0dXJl";
  }

  @Test
  void whatCannotBeAskedWithIsToldBeforeAnythingIsAsked() throws IOException {
    try (var arm = new RecordedArm()) {
      var key = Base64.getEncoder().encodeToString(new byte[64]);
      for (var mistake :
          List.of(
              List.of(key, "CFD-APP-0214", "is a key of a storage account"),
              List.of(token("https://storage.azure.com/"), "CFD-APP-0214", "a token for `https"),
              List.of("two words", "CFD-APP-0213", "where no token or key is kept"),
              List.of("{\"accessToken\":7}", "CFD-APP-0213", "env:NAME or file:PATH"))) {
        var scene =
            new AzureCase(
                folder.resolve("m" + mistake.hashCode()), arm.endpoint(), mistake.getFirst());
        var ran = scene.planned(BLOCK);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(mistake.subList(1, 3)).doesNotContain(mistake.getFirst());
      }
      assertThat(arm.changes()).isEmpty();
    }
  }

  @Test
  void aTokenTellsWhoActsAndTheCommandLineWhoseItIs() throws IOException {
    try (var arm = new RecordedArm()) {
      var printed =
          "{\"accessToken\":\""
              + token("https://management.core.windows.net/")
              + "\",\"subscription\":\"00000000-0000-0000-0000-000000000000\"}";
      var scene = new AzureCase(folder, arm.endpoint(), printed);
      var ran = scene.contain("plan", BLOCK, "group=javacsmrg63953", "account=javacsmsa98173");
      assertThat(ran.out())
          .contains("StorageAccounts_GetProperties: InvalidAuthenticationToken")
          .contains("grant Microsoft.Storage/storageAccounts/read");
      assertThat(ran.code()).isEqualTo(3);
      var none =
          scene.people.ran(
              "contain", "plan", scene.people.id, BLOCK, "--by", "mara", "group=g", "account=abc");
      assertThat(none.err()).contains("CFD-APP-0211", "az account get-access-token");
      var far =
          scene.people.ran(
              "contain",
              "plan",
              scene.people.id,
              BLOCK,
              "--by",
              "mara",
              "group=g",
              "account=abc",
              "--azure-credential",
              "file:" + folder.resolve("azure-credential"),
              "--endpoint-url",
              "http://elsewhere.example");
      assertThat(far.err()).contains("CFD-APP-0210", "a token goes there");
      var aim = scene.contain("plan", BLOCK, "group=..", "acount=abc");
      assertThat(aim.err())
          .contains("CFD-APP-0168", "`group` is `..`", "`acount` is no name", "no `account` was");
    }
  }
}
