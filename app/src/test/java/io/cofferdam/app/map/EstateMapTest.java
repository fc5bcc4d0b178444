package io.cofferdam.app.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.model.Ternary;
import io.cofferdam.model.datamap.DataMap;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("P-05")
class EstateMapTest {
  @TempDir Path folder;

  private DataMap draft(EstateMap map) throws IOException {
    return DataMapFile.read(
        Files.writeString(folder.resolve("data-map.yaml"), DataMapDraft.of(map)));
  }

  @Test
  void partsOfAWorkloadHaveNoRowOfTheirOwn() {
    assertThat(MappedShop.with(3).map().rows())
        .extracting(row -> row.workload().resource().type())
        .containsExactlyInAnyOrder("sagemaker-endpoint", "ec2-instance", "bedrock-agent");
  }

  @Test
  void aRowTellsWhoReachesItAndWhatItTouches() {
    var rows = MappedShop.with(3).map().rows();
    assertThat(rows)
        .anySatisfy(
            row -> {
              assertThat(row.reach().getFirst().kind()).isEqualTo(Reach.Kind.INTERNET);
              assertThat(row.sentence()).contains("everybody on port 11434", "sg-open");
              assertThat(row.logs()).isEmpty();
            });
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row.sentence())
                    .contains(
                        "trained on s3://shop-training/tickets/",
                        "weights in s3://shop-models",
                        "role/service-role/advice-execution",
                        "s3://shop-captured"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 40})
  void theDraftIsADataMapThatCanBeRead(int workloads) throws IOException {
    var map = draft(MappedShop.with(workloads).map());
    assertThat(map.ownAccounts()).containsExactly("111122223333");
    if (workloads >= 3) {
      assertThat(map.stores())
          .extracting(store -> store.role())
          .contains(StoreRole.TRAINING_DATA, StoreRole.WEIGHTS, StoreRole.INFERENCE_DATA);
    }
    assertThat(map.stores())
        .allSatisfy(
            store -> {
              assertThat(store.personalData()).isEqualTo(Ternary.UNKNOWN);
              assertThat(store.readers()).isEmpty();
            });
  }

  @Test
  void whatIsGuessedIsMarked() {
    assertThat(DataMapDraft.of(MappedShop.with(3).map()).lines())
        .filteredOn(line -> line.contains("role:") || line.contains("artefact:"))
        .isNotEmpty()
        .allMatch(line -> line.contains("# guess"));
  }

  @Test
  void hostileNamesStayNames() throws IOException {
    var shop =
        MappedShop.with(1)
            .add(
                "bedrock-custom-model",
                "arn:aws:bedrock:eu-central-1:111122223333:custom-model/<script>alert(1)</script>",
                "eu-central-1",
                "{'modelName':'x','model':{'trainingDataConfig':{'s3Uri':"
                    + "'s3://b/\\\"\\nstores: [] # <b>'}}}");
    assertThat(draft(shop.map()).stores()).anyMatch(store -> store.prefix().contains("stores: []"));
    assertThat(MapPage.html(shop.map())).doesNotContain("<script", "<b>\n");
  }

  @Test
  void whatCouldNotBeReadIsOnThePage() {
    assertThat(MapPage.html(MappedShop.with(0).unread().map()))
        .contains(
            "No workload with a language model was found", "sagemaker:ListEndpoints was denied");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 40})
  void everyDrawingHasItsWords(int workloads) {
    var page = MapPage.html(MappedShop.with(workloads).map());
    assertThat(page.split("<svg class=\"wide\"", -1)).hasSize(workloads + 1);
    assertThat(page.split("<figure", -1)).hasSize(workloads + 1);
    assertThat(page).contains("role=\"img\" aria-labelledby", "The same as a table");
  }
}
