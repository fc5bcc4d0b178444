package io.cofferdam.app.cli;

import io.cofferdam.app.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/// The version that `--version` prints.
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "cofferdam " + BuildInfo.version(), "Java " + Runtime.version(), "licence Apache-2.0"
    };
  }
}
