package broken.cofferdam.app.cli;

import io.cofferdam.aws.AwsClients;
import java.util.Optional;

/// Breaks: commandsDoNotTouchTheCloud.
public final class BrokenCommand {
  public Object ask() {
    return new AwsClients(Optional.empty(), java.time.Duration.ZERO);
  }
}
