package io.cofferdam.logs;

import io.cofferdam.logs.cloudtrail.CloudTrailFormat;
import io.cofferdam.logs.spi.LogFormat;
import java.util.List;

/// The formats that are read, in the order in which they are asked; the first that is certain
/// wins, so frequent and cheaply recognised ones come first. To add a format: a package of its own
/// and one line here.
public final class LogFormats {
  private LogFormats() {}

  public static List<LogFormat> all() {
    return List.of(new CloudTrailFormat());
  }
}
