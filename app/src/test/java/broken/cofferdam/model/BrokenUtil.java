package broken.cofferdam.model;

import broken.cofferdam.respond.BrokenRespond;
import java.time.Instant;

/// Breaks: modelDependsOnNothing, modelTypesAreRecordsEnumsOrSealed, everyPackageIsNullMarked,
/// noUtilImplManagerHelperNames, onlyAppReadsSystemTime, noStandardStreamsOutsideCli.
public final class BrokenUtil {
  private BrokenUtil() {}

  static Object everythingWrong() {
    System.out.println(Instant.now());
    return new BrokenRespond();
  }
}
