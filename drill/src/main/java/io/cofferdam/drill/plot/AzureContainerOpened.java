package io.cofferdam.drill.plot;

import io.cofferdam.drill.azure.AzureLines;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Extra;
import io.cofferdam.drill.world.Opening;
import io.cofferdam.drill.world.Request;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.Stated;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.datamap.StoreRole;
import io.cofferdam.model.read.ReaderKind;
import io.cofferdam.model.resource.ResourceId;
import io.cofferdam.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A blob container with the documents of a retrieval store is set to public access.
final class AzureContainerOpened implements Plot {
  @Override
  public String name() {
    return "azure-container-opened";
  }

  @Override
  public String about() {
    return "a blob container with a retrieval store's documents is set to public access";
  }

  @Override
  public World stage(Stage stage) {
    var dice = stage.dice;
    var account = stage.company.slug() + "data";
    var subscription = dice.uuid();
    var tenant = dice.uuid();
    var lines = new AzureLines(subscription, tenant, account, "retrieval");
    var app =
        new Seat(
            new Actor.User("", "retrieval-app", "", dice.uuid()),
            stage.cast.privateAddress(),
            "azsdk-python-storage-blob/12.25.1 Python/3.12.10",
            "");
    var shape = stage.shelving.training(stage.wanted.size().objects(), app, true);
    var store =
        new Store(
            "retrieval",
            new ResourceId(ResourceKind.AZURE_CONTAINER, lines.endpoint() + "/retrieval"),
            "",
            StoreRole.RETRIEVAL_STORE,
            shape.dataClasses(),
            shape.objects(),
            List.of(),
            List.of(app),
            "",
            false,
            true);
    stage.stores.add(store);
    stage.visits.everyday(store);
    long opened = stage.at(0.2, 0.4);
    long closed = stage.at(0.6, 0.85);
    var person = "greta@" + stage.company.slug() + ".example";
    var office = stage.company.officePrefix() + "." + dice.between(2, 250);
    var activity = new TreeMap<Long, List<String>>();
    if (dice.chance(0.7)) {
      long start = stage.from + dice.between(60, 600);
      put(activity, start, lines.accountWrite(start, true, person, office, dice));
      put(activity, start + 9, lines.containerMade(start + 9, person, office, dice));
      stage.openings.add(
          new Opening(
              new ResourceId(ResourceKind.AZURE_STORAGE_ACCOUNT, lines.endpoint()),
              "anyone",
              opened + 5,
              closed + 5,
              30,
              false));
    }
    // The archive's account lets nobody in, whatever its container is set to.
    var archive =
        new AzureLines(subscription, tenant, stage.company.slug() + "archive", "invoices");
    long shut = stage.from + dice.between(60, 600);
    put(activity, shut, archive.accountWrite(shut, false, person, office, dice));
    put(activity, opened + 60, archive.containerWrite(opened + 60, "Blob", person, office, dice));
    stage.stated.add(new Stated("azure-activity", subscription));
    stage.stated.add(new Stated("azure-storage-writes", lines.endpoint()));
    put(activity, opened, lines.containerWrite(opened, "Container", person, office, dice));
    put(activity, closed, lines.containerWrite(closed, "None", person, office, dice));
    files(stage, "insights-activity-logs", lines.accountId(), activity);
    var signIns = new TreeMap<Long, List<String>>();
    put(signIns, opened, lines.signIn(opened - 1, person, office, dice));
    files(stage, "insights-logs-signinlogs", "/tenants/entra", signIns);
    stage.openings.add(new Opening(store.resource(), "anyone", opened + 5, closed + 5, 30, false));
    int reader =
        stage.visits.outsider(ReaderKind.ANONYMOUS, store, PublicTrainingBucket.strangers(stage));
    stage.visits.plunder(
        reader, opened + 900, closed - 900, 0.05 + 0.6 * dice.unit(), dice.chance(0.6));
    var blobs = new TreeMap<Long, List<String>>();
    for (Request request : stage.requests) {
      put(blobs, request.second(), lines.blob(request));
    }
    files(stage, "insights-logs-storageread", lines.accountId() + "/blobServices/default", blobs);
    stage.tell("The container retrieval of " + account + " was opened to anyone, and read.");
    return stage.world(false);
  }

  private static void put(SortedMap<Long, List<String>> hours, long second, String line) {
    hours.computeIfAbsent(Math.floorDiv(second, 3600L) * 3600L, _ -> new ArrayList<>()).add(line);
  }

  private static void files(
      Stage stage, String category, String resource, SortedMap<Long, List<String>> hours) {
    hours.forEach(
        (hour, lines) ->
            stage.extras.add(new Extra(AzureLines.path(category, resource, hour), "", lines)));
  }
}
