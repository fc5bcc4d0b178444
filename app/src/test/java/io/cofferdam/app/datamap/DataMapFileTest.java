package io.cofferdam.app.datamap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.datamap.SubjectIndex;
import io.cofferdam.model.resource.ResourceKind;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("E-03")
class DataMapFileTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("repository.root"), "docs/examples/data-map.yaml");

  @TempDir Path folder;

  @Test
  void theExampleIsReadAsWritten() {
    var map = DataMapFile.read(EXAMPLE);

    assertThat(map.organisation().name()).isEqualTo("Example Shop GmbH");
    assertThat(map.organisation().onlineMarketplace()).isEqualTo(Ternary.FALSE);
    assertThat(map.stores()).hasSize(2);
    assertThat(map.stores().getFirst().role()).isEqualTo(StoreRole.TRAINING_DATA);
    assertThat(map.stores().getFirst().people()).containsEntry("DE", 1200L);
    assertThat(map.stores().getFirst().resource().kind()).isEqualTo(ResourceKind.S3_BUCKET);
    assertThat(map.stores().getLast().artefact()).isEqualTo("weights");
    assertThat(map.completeLogs()).hasSize(2);
    assertThat(map.completeLogs().getFirst().by()).isEqualTo("Greta Invented");
  }

  @Test
  void theExampleFitsThePublishedSchema() throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(DataMapFile.class.getResourceAsStream("/schema/data-map.schema.json"));
    var yaml = new ObjectMapper(new YAMLFactory()).readTree(EXAMPLE.toFile());

    assertThat(schema.validate(yaml)).isEmpty();
  }

  @Test
  void allMistakesAreToldAtOnceWithLineAndColumn() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    version: 1
                    organisation: {country: XX, time-zone: Mars/Olympus}
                    networks: ["300.1.1.1/8"]
                    stores:
                      - resource: bucket-without-arn
                        rol: weights
                      - resource: arn:aws:s3:::b
                        role: trainig-data
                        people: {DE: many}
                    """))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining(":2:25: `XX` is no country")
        .hasMessageContaining("`Mars/Olympus` is no time zone")
        .hasMessageContaining("`300.1.1.1/8` is no network")
        .hasMessageContaining(":5:15: `bucket-without-arn` names no resource")
        .hasMessageContaining("unknown key `rol` in a store [did you mean `role`?]")
        .hasMessageContaining("`trainig-data` [did you mean `training-data`?]")
        .hasMessageContaining("`DE` is `many` [a whole number from 0]");
  }

  @Test
  void aStatementThatALogIsWholeNamesLogSpanAndPerson() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    version: 1
                    complete-logs:
                      - {log: azure-activty, about: x, from: 2026-03-01T00:00:00Z, until: 2026-03-02T00:00:00Z, by: Greta}
                      - {log: azure-activity, about: shopdata, from: yesterday, until: 2026-03-02T00:00:00Z, by: ""}
                      - log: azure-storage-writes
                        about: https://shopdata.blob.core.windows.net
                        from: 2026-03-02T00:00:00Z
                        until: 2026-03-02T00:00:00Z
                    """))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("`azure-activty` [did you mean `azure-activity`?]")
        .hasMessageContaining("`shopdata` [a subscription id for azure-activity")
        .hasMessageContaining("`yesterday` [2026-01-31T00:00:00Z]")
        .hasMessageContaining("`by` is empty")
        .hasMessageContaining("`until` is not after `from`")
        .hasMessageContaining("a complete log has no `by`");
  }

  @Test
  void whatIsDemandedOfTheCloudsIsCheckedAndRead() throws IOException {
    assertThatThrownBy(
            () ->
                read(
                    """
                    version: 1
                    expected: {regions: [Frankfurt], partners: ["1111"], log-days: 0, region: [x]}
                    """))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("`Frankfurt` is no region")
        .hasMessageContaining("`1111` is no account or organisation")
        .hasMessageContaining("`log-days` is 0 [1 to 36500]")
        .hasMessageContaining("did you mean `regions`?");
    var map =
        read(
            """
            version: 1
            expected:
              regions: [eu-central-1, us-gov-west-1]
              partners: ["444455556666", o-exampleorgid]
              log-days: 400
              class-tag: shop:class
            """);
    assertThat(map.expected())
        .isEqualTo(
            new Expectations(
                List.of("eu-central-1", "us-gov-west-1"),
                List.of("444455556666", "o-exampleorgid"),
                400,
                "shop:class"));
    assertThat(read("version: 1\n").expected()).isEqualTo(Expectations.none());
  }

  @Test
  void whatIsNotToldStaysUnknown() throws IOException {
    var map = read("version: 1\nstores: [{resource: \"arn:aws:s3:::b\"}]\n");

    assertThat(map.organisation().controller()).isEqualTo(Ternary.UNKNOWN);
    assertThat(map.stores().getFirst().personalData()).isEqualTo(Ternary.UNKNOWN);
    assertThat(map.stores().getFirst().role()).isEqualTo(StoreRole.UNKNOWN);
    assertThat(map.subjects()).isEmpty();
  }

  @Test
  void aliasBombsAndBrokenYamlAreRefusedWithAPosition() {
    assertThatThrownBy(() -> read("version: 1\n  stores: ]["))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("not YAML");
    assertThatThrownBy(() -> read("")).isInstanceOf(CofferdamException.class);
    assertThatThrownBy(() -> read("- 1\n- 2\n")).isInstanceOf(CofferdamException.class);
  }

  @Test
  void aWordOfMegabytesIsRefusedBeforeItIsParsed() {
    assertThatThrownBy(() -> read("version: 1\nstores: [" + "G".repeat(8 << 20) + "]\n"))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining(":2:1: a line of more than 256 KiB");
  }

  @Test
  void aThousandMistakesAreCountedNotListed() {
    assertThatThrownBy(() -> read("version: 1\nstores:\n" + "  - {rol: x}\n".repeat(1000)))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("a store has no `resource`")
        .message()
        .contains("and 1950 more")
        .hasLineCount(51);
  }

  @Test
  void aSubjectIndexThatUnpacksToOneEndlessLineIsRefused() throws IOException {
    var bomb = Files.newOutputStream(folder.resolve("bomb.csv.gz"));
    try (var gzip = new GZIPOutputStream(bomb)) {
      gzip.write(
          "store,key,version,subject,country,data_classes,rows\n".getBytes(StandardCharsets.UTF_8));
      var block = new byte[1 << 20];
      Arrays.fill(block, (byte) 'x');
      for (int i = 0; i < 64; i++) {
        gzip.write(block);
      }
    }
    var index = read("version: 1\nsubject-index: bomb.csv.gz\n").subjects().orElseThrow();
    assertThatThrownBy(() -> index.forEach(_ -> {}))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("line 2 is longer than 64 KiB");
  }

  @Test
  void aSubjectIndexIsReadPlainOrGzipped() throws IOException {
    var csv =
        """
        store,key,version,subject,country,data_classes,rows
        arn:aws:s3:::b,"a,""b"".jsonl",,s1,de,contact|purchase,2
        arn:aws:s3:::b,c.jsonl,v1,s2,ZZ,contact,
        """;
    Files.writeString(folder.resolve("plain.csv"), csv);
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("zipped.csv.gz")))) {
      out.write(csv.getBytes(StandardCharsets.UTF_8));
    }

    for (var name : new String[] {"plain.csv", "zipped.csv.gz"}) {
      var entries = new ArrayList<SubjectIndex.Entry>();
      read("version: 1\nsubject-index: " + name + "\n")
          .subjects()
          .orElseThrow()
          .forEach(entries::add);
      assertThat(entries).hasSize(2);
      assertThat(entries.getFirst().key()).isEqualTo("a,\"b\".jsonl");
      assertThat(entries.getFirst().country()).isEqualTo("DE");
      assertThat(entries.getFirst().dataClasses()).containsExactly("contact", "purchase");
      assertThat(entries.getLast().rows()).isEqualTo(1);
    }
  }

  @Test
  void aBrokenLineRefusesTheWholeIndex() throws IOException {
    Files.writeString(
        folder.resolve("subjects.csv"),
        """
        store,key,version,subject,country,data_classes,rows
        arn:aws:s3:::b,k,,s
        """);
    var index = read("version: 1\nsubject-index: subjects.csv\n").subjects().orElseThrow();

    assertThatThrownBy(() -> index.forEach(e -> {}))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("line 2 has 4 fields [7]");
  }

  private DataMap read(String yaml) throws IOException {
    return DataMapFile.read(Files.writeString(folder.resolve("map.yaml"), yaml));
  }
}
