package broken.cofferdam.aws;

import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import java.util.List;

/// Breaks: onlyActsGivePermits.
public final class BrokenPermit implements Permit {
  @Override
  public boolean covers(ActCall call) {
    return true;
  }

  @Override
  public List<Permission> permissions() {
    return List.of();
  }
}
