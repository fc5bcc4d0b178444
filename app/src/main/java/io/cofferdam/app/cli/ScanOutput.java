package io.cofferdam.app.cli;

import io.cofferdam.app.datamap.DataMapFile;
import io.cofferdam.app.scan.ScanJson;
import io.cofferdam.app.scan.ScanResult;
import io.cofferdam.app.scan.ScanTable;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.datamap.DataMap;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/// The forms in which a scan is told.
enum ScanOutput {
  TABLE,
  JSON;

  /// A form with where it goes.
  record Chosen(ScanOutput form, PrintWriter out, boolean colour) {
    /// Prints a result.
    ///
    /// @return the exit code
    int print(ScanResult result) {
      switch (form) {
        case TABLE -> new ScanTable(out, colour).print(result);
        case JSON -> out.println(ScanJson.of(result));
      }
      return result.exitCode();
    }
  }

  /// The data map in a file, or one that says nothing.
  static DataMap dataMap(@Nullable Path file) {
    return file == null ? DataMap.empty() : DataMapFile.read(file);
  }

  /// @throws CofferdamException CFD-APP-0071 where there is no such form
  static Chosen named(String name, CommandSpec spec) {
    var form =
        switch (name) {
          case "table" -> TABLE;
          case "json" -> JSON;
          default ->
              throw new CofferdamException(
                  "CFD-APP-0071",
                  ErrorCategory.INVALID_INPUT,
                  "`--format` is `" + name + "` [table or json]",
                  "ocsf, asff, sarif, oscal, csv and html are not built yet; json holds all of it");
        };
    var program = (Cofferdam) spec.root().userObject();
    var colour = !program.noColor && Terminal.interactive() && System.getenv("NO_COLOR") == null;
    return new Chosen(form, spec.commandLine().getOut(), colour);
  }
}
