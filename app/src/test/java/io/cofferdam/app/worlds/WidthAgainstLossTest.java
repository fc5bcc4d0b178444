package io.cofferdam.app.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.drill.request.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Draws `docs/pictures/width-against-loss.svg` and prints the table of `docs/bounds.md`. Takes
/// minutes, so it runs on demand only.
@Tag("soak")
class WidthAgainstLossTest {
  private static final List<Double> LOSSES = List.of(0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0);
  private static final int SEEDS = 6;

  @TempDir Path folder;

  @Test
  void widthGrowsWithLossAndMeteringHoldsIt() throws IOException {
    var picture =
        Path.of(System.getProperty("repository.root"), "docs/pictures/width-against-loss.svg");
    var table = new StringBuilder();
    Files.writeString(picture, picture(folder, table));
    System.out.println(table);
    assertThat(picture).isNotEmptyFile();
  }

  static String picture(Path folder, StringBuilder table) {
    var widths = new Widths(new Trials(folder));
    var with = new ArrayList<List<Double>>();
    var without = new ArrayList<List<Double>>();
    table.append("| lost | worlds | with: median | three quarters | without: median |");
    table.append(" three quarters |\n|---|---|---|---|---|---|\n");
    for (var loss : LOSSES) {
      with.add(widths.of(loss, Sources.ALL, 1, SEEDS));
      without.add(widths.of(loss, Widths.BARE, 1, SEEDS));
      table.append(
          String.format(
              Locale.ROOT,
              "| %.0f %% | %d | %.2f | %.2f | %.2f | %.2f |%n",
              loss * 100,
              with.getLast().size(),
              Widths.median(with.getLast()),
              WidthPlot.quantile(with.getLast(), 0.75),
              Widths.median(without.getLast()),
              WidthPlot.quantile(without.getLast(), 0.75)));
    }
    return WidthPlot.draw(
        LOSSES,
        List.of(
            new WidthPlot.Line("with inventory and hourly usage report", "#0a6e5c", with),
            new WidthPlot.Line("without both", "#b3541e", without)));
  }
}
