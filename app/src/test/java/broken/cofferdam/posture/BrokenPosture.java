package broken.cofferdam.posture;

import io.cofferdam.aws.AwsClients;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;

/// Breaks: postureSeesOnlyModelAndAccess, onlyAwsSeesTheVendorsClients.
public final class BrokenPosture {
  public Object ask() {
    return new AwsClients(Optional.empty(), java.time.Duration.ZERO)
        .client("s3", "111122223333", Region.US_EAST_1.id());
  }
}
