package io.cofferdam.drill.plot;

import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// All scenarios.
public final class Plots {
  private static final List<Plot> LEAKS =
      List.of(
          new PublicTrainingBucket(),
          new WeightsCopied(),
          new PromptLogShared(),
          new StolenRole(),
          new PublicSnapshot(),
          new AzureContainerOpened(),
          new DatabaseDumped(),
          new CustomerDataAndWeights());
  private static final List<Plot> PEACE =
      List.of(
          new Quiet(),
          new QuietDeploy(),
          new QuietMigration(),
          new QuietRefused(),
          new QuietEndpoint(),
          new QuietNat());
  private static final List<Plot> ALL = all(LEAKS, PEACE);

  private Plots() {}

  private static List<Plot> all(List<Plot> leaks, List<Plot> peace) {
    var all = new ArrayList<>(leaks);
    for (var kind : Openable.values()) {
      all.add(new ResourceOpened(kind));
    }
    all.addAll(peace);
    return List.copyOf(all);
  }

  /// Names with what each is about, in the order of the catalogue.
  public static SequencedMap<String, String> all() {
    var names = new LinkedHashMap<String, String>();
    ALL.forEach(plot -> names.put(plot.name(), plot.about()));
    return names;
  }

  /// Stages the world that a request asks for.
  ///
  /// @throws CofferdamException CFD-DRILL-0001 where no scenario has this name
  public static World stage(DrillRequest request) {
    for (var plot : ALL) {
      if (plot.name().equals(request.scenario())) {
        return plot.stage(new Stage(request));
      }
    }
    throw new CofferdamException(
        "CFD-DRILL-0001",
        ErrorCategory.INVALID_INPUT,
        "no scenario is named `" + request.scenario() + "`",
        "`drill list` shows them: " + String.join(", ", ALL.stream().map(Plot::name).toList()));
  }
}
