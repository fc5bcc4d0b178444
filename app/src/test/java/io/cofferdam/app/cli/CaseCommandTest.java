package io.cofferdam.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.app.cases.CaseDesk;
import io.cofferdam.evidence.key.KeyFiles;
import io.cofferdam.respond.cases.Actor;
import io.cofferdam.respond.cases.ApprovalRequest;
import io.cofferdam.respond.cases.ApprovalRule;
import io.cofferdam.respond.cases.CaseEvent;
import io.cofferdam.respond.cases.CaseId;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("R-01")
class CaseCommandTest {
  @TempDir Path folder;

  private Ran ran(String... words) {
    return Ran.program(folder, words);
  }

  private JsonNode json(String... words) throws IOException {
    var all = new String[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--format";
    all[words.length + 1] = "json";
    var ran = ran(all);
    assertThat(ran.err()).isEmpty();
    return new ObjectMapper().readTree(ran.out());
  }

  private String opened() throws IOException {
    return json("case", "open", "a public bucket", "--by", "mara").path("id").asText();
  }

  private void enrolled(String id, String person) {
    ran("case", "key", folder.resolve(person + ".pem").toString());
    assertThat(
            ran(
                    "case",
                    "enrol",
                    id,
                    person,
                    "--role",
                    "incident-lead",
                    "--public-key",
                    folder.resolve(person + ".pem.vkey").toString(),
                    "--by",
                    "mara")
                .code())
        .isZero();
  }

  /// What the act engine will do: Mara asks, signed.
  private void asked(String id, String request) {
    try (var desk = CaseDesk.open(Optional.empty(), folder.resolve("home"), Ran.NOW)) {
      var asked =
          new ApprovalRequest(
              new CaseId(id),
              request,
              "ab".repeat(32),
              "close the bucket",
              ApprovalRule.people(1),
              Actor.person("mara"),
              Ran.NOW.plus(Duration.ofHours(1)));
      var key = KeyFiles.openOrCreate(folder.resolve("mara.pem"), new SecureRandom()).key();
      var signature = Base64.getEncoder().encodeToString(key.sign(asked.requestBytes()));
      desk.record(
          new CaseId(id),
          _ ->
              List.of(
                  new CaseEvent.ApprovalRequested(
                      Ran.NOW, Actor.person("mara"), asked, signature)));
    }
  }

  @Test
  void aColleagueApprovesWithAKeyOfTheirOwn() throws IOException {
    var id = opened();
    enrolled(id, "mara");
    enrolled(id, "tomas");
    asked(id, "A1");
    assertThat(json("case", "show", id).at("/approvals/0/status").asText()).isEqualTo("waiting");
    var own =
        ran(
            "case",
            "approve",
            id,
            "A1",
            "--by",
            "mara",
            "--sign-with",
            folder.resolve("mara.pem").toString());
    assertThat(own.code()).isEqualTo(2);
    assertThat(own.err()).contains("four eyes", "CFD-APP-0150");
    var borrowed =
        ran(
            "case",
            "approve",
            id,
            "A1",
            "--by",
            "tomas",
            "--sign-with",
            folder.resolve("mara.pem").toString());
    assertThat(borrowed.err()).contains("signature");
    var good =
        ran(
            "case",
            "approve",
            id,
            "A1",
            "--by",
            "tomas",
            "--sign-with",
            folder.resolve("tomas.pem").toString());
    assertThat(good.out()).contains("A1 is approved by tomas");
    assertThat(json("case", "show", id).at("/approvals/0/status").asText()).isEqualTo("granted");
    assertThat(ran("case", "show", id).out()).contains("approved by tomas");
    assertThat(ran("case", "reject", id, "A1", "--why", "checkout breaks", "--by", "tomas").code())
        .isZero();
    assertThat(json("case", "show", id).at("/approvals/0/status").asText()).isEqualTo("rejected");
  }

  @Test
  void anotherStoreIsAnotherWorld() throws IOException {
    opened();
    var other = folder.resolve("other/cases.db").toString();
    var none = ran("case", "list", "--store", other);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("there is no store `" + other + "`", "CFD-APP-0175");
    assertThat(ran("case", "show", "x", "--store", other).err()).contains("CFD-APP-0175");
    assertThat(folder.resolve("other")).doesNotExist();
    ran("case", "open", "elsewhere", "--by", "mara", "--store", other);
    assertThat(ran("case", "list", "--store", other).out()).contains("elsewhere");
    assertThat(folder.resolve("other/cases-ledger/checkpoint")).exists();
  }

  @Test
  void aCaseIsFoundByTheEndOfItsId() throws IOException {
    var id = opened();
    assertThat(ran("case", "show", id.substring(id.length() - 4)).code()).isZero();
    assertThat(ran("case", "show", "nothing").err()).contains("is no case [" + id + "]");
    opened();
    assertThat(ran("case", "show", "case-2026").err()).contains("beginning or end of several");
  }

  @Test
  void everyEventIsInTheLedger() throws IOException {
    var id = opened();
    ran("case", "note", id, "seen by a customer", "--by", "mara");
    try (var payloads = Files.walk(folder.resolve("home/cases-ledger/payloads"))) {
      var text = new StringBuilder();
      for (var file : payloads.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file));
      }
      assertThat(text).contains("a public bucket", "seen by a customer");
    }
  }

  @Test
  void onlyItsOwnerReadsTheLedger() throws IOException {
    opened();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("home/cases-ledger"))))
        .isEqualTo("rwx------");
  }

  @Test
  void theJsonHasTheShapeOfItsSchema() throws IOException {
    var id = opened();
    enrolled(id, "mara");
    enrolled(id, "tomas");
    asked(id, "A1");
    ran(
        "case",
        "task",
        "add",
        id,
        "copy the logs",
        "--due",
        "2026-03-21",
        "--to",
        "tomas",
        "--by",
        "mara");
    ran("case", "contact", id, "legal", "Example LLP", "--reach", "x", "--by", "mara");
    ran("case", "link", id, "alert", "alert-7", "--by", "mara");
    ran("case", "raci", id, "recovery", "--accountable", "tomas", "--by", "mara");
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(getClass().getResourceAsStream("/schema/case.schema.json"));
    var told = json("case", "show", id);
    assertThat(schema.validate(told)).isEmpty();
    for (var part : List.of("people", "raci", "contacts", "tasks", "links", "approvals")) {
      assertThat(told.path(part)).as(part).isNotEmpty();
    }
  }

  @Test
  void withoutTheLedgerNothingIsClaimedToBeDone() throws IOException {
    var id = opened();
    var checkpoint = folder.resolve("home/cases-ledger/checkpoint");
    Files.delete(checkpoint);
    var ran = ran("case", "note", id, "seen by a customer", "--by", "mara");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("CFD-EVIDENCE-0003");
  }

  @Test
  void aListOfNothingMakesNoStore() throws IOException {
    assertThat(ran("case", "list").out()).startsWith("no cases");
    assertThat(json("case", "list").path("cases")).isEmpty();
    assertThat(folder.resolve("home/cases.db")).doesNotExist();
  }

  @Test
  void theStoreIsComparedWithItsLedger() throws Exception {
    var id = opened();
    ran("case", "note", id, "seen by a customer", "--by", "mara");
    ran("case", "note", id, "it was on Friday", "--by", "mara");
    var same = ran("case", "verify");
    assertThat(same.out()).contains("1 case, 3 events", "3 events are in the ledger as");
    assertThat(same.code()).isZero();

    change("update cofferdam_case_event set body = replace(body, 'Friday', 'Sunday')");
    var changed = ran("case", "verify");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out()).contains("event 3 of " + id + " was changed in the store");
    change("update cofferdam_case_event set body = replace(body, 'Sunday', 'Friday')");

    change("delete from cofferdam_case_event where version = 3");
    assertThat(ran("case", "verify").out())
        .contains("the ledger tells of event 3 of " + id, "the store does not have it");
    assertThat(json("case", "verify").path("faults")).hasSize(1);
  }

  @Test
  void anEventAddedBehindTheProgramsBackIsNotInTheLedger() throws Exception {
    var id = opened();
    ran("case", "note", id, "seen by a customer", "--by", "mara");
    change(
        "insert into cofferdam_case_event select case_id, 3, kind, at, body from"
            + " cofferdam_case_event where version = 2");
    var ran = ran("case", "verify");
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out()).contains("1 are not in this ledger: another machine's holds them, or");
    assertThat(id).isNotEmpty();
  }

  @Test
  void aTextThatWasChangedInTheLedgerIsToldSo() throws Exception {
    var id = opened();
    ran("case", "note", id, "it was on Friday", "--by", "mara");
    try (var files = Files.walk(folder.resolve("home/cases-ledger/payloads"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.writeString(file, Files.readString(file).replace("Friday", "Sunday"));
      }
    }
    assertThat(ran("case", "verify").out())
        .contains("the text of event 2 of " + id + " was changed in the ledger");
  }

  private void change(String sql) throws Exception {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("home/cases.db"));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
