package io.cofferdam.app.cli;

import java.time.Clock;
import picocli.CommandLine;

/// Makes the commands, giving the clock to those that need one.
final class CommandsWithClock implements CommandLine.IFactory {
  private final CommandLine.IFactory others = CommandLine.defaultFactory();
  private final Clock clock;

  CommandsWithClock(Clock clock) {
    this.clock = clock;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == InvestigateCommand.class) {
      return type.cast(new InvestigateCommand(clock));
    }
    if (type == DemoCommand.class) {
      return type.cast(new DemoCommand(clock));
    }
    if (type == ScanAwsCommand.class) {
      return type.cast(new ScanAwsCommand(clock));
    }
    if (type == ScanDriftCommand.class) {
      return type.cast(new ScanDriftCommand(clock));
    }
    if (type == ScanSnapshotCommand.class) {
      return type.cast(new ScanSnapshotCommand(clock));
    }
    if (type == MapAwsCommand.class) {
      return type.cast(new MapAwsCommand(clock));
    }
    if (type == MapSnapshotCommand.class) {
      return type.cast(new MapSnapshotCommand(clock));
    }
    if (type == FetchAwsCommand.class) {
      return type.cast(new FetchAwsCommand(clock));
    }
    if (type == AccessReviewCommand.class) {
      return type.cast(new AccessReviewCommand(clock));
    }
    if (type == ScanTerraformCommand.class) {
      return type.cast(new ScanTerraformCommand(clock));
    }
    if (type == ScanCloudFormationCommand.class) {
      return type.cast(new ScanCloudFormationCommand(clock));
    }
    if (type == CaseOptions.class) {
      return type.cast(new CaseOptions(clock));
    }
    if (type == WarmUpCommand.class) {
      return type.cast(new WarmUpCommand(clock));
    }
    return others.create(type);
  }
}
