package io.cofferdam.app.cli;

import io.cofferdam.app.datamap.NearestName;
import io.cofferdam.app.scan.export.Asff;
import io.cofferdam.app.scan.export.CofferdamJson;
import io.cofferdam.app.scan.export.Csv;
import io.cofferdam.app.scan.export.Ocsf;
import io.cofferdam.app.scan.export.Oscal;
import io.cofferdam.app.scan.export.Sarif;
import io.cofferdam.app.scan.export.ScanExport;
import io.cofferdam.app.scan.page.ScanPage;
import io.cofferdam.app.scan.table.ScanTable;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The forms in which a scan is told.
enum ScanForm {
  TABLE,
  JSON,
  OCSF,
  ASFF,
  SARIF,
  OSCAL,
  CSV,
  HTML;

  /// The form of a name.
  ///
  /// @throws CofferdamException CFD-APP-0071 where there is no such form
  static ScanForm named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  /// How it is written.
  ///
  /// @param width for a form that is laid out in characters
  ScanExport export(boolean colour, int width) {
    return switch (this) {
      case TABLE ->
          (report, out) -> {
            var printed = new PrintWriter(out);
            new ScanTable(printed, colour, width).print(report);
            printed.flush();
          };
      case JSON -> new CofferdamJson();
      case OCSF -> new Ocsf();
      case ASFF -> new Asff();
      case SARIF -> new Sarif();
      case OSCAL -> new Oscal();
      case CSV -> new Csv();
      case HTML -> new ScanPage();
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> words() {
    return Arrays.stream(values()).map(ScanForm::word).toList();
  }

  private static CofferdamException unknown(String name) {
    return new CofferdamException(
        "CFD-APP-0071",
        ErrorCategory.INVALID_INPUT,
        "`--format` is `" + name + "` [" + String.join(", ", words()) + "]",
        NearestName.of(name, words())
            .map(near -> "did you mean `" + near + "`?")
            .orElse("docs/exports.md says what each is for"));
  }
}
