package io.cofferdam.app.scan.export;

import io.cofferdam.app.scan.report.ScanReport;
import java.io.IOException;
import java.io.Writer;

/// One form of a scan for other tools. Writes finding by finding, so that a large scan does not
/// have to be held twice.
public interface ScanExport {
  /// Writes the whole scan and leaves the writer open.
  void write(ScanReport report, Writer out) throws IOException;
}
