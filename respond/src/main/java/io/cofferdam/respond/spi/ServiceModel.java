package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/// What the services of a cloud can be asked, by the vendor's own models. It asks no cloud.
public interface ServiceModel {
  /// The operations of a service.
  ///
  /// @param service as the vendor's scripts name it: `s3`, `logs`, `elbv2`
  /// @return their names: `PutBucketPolicy`; empty where the service is not known here, of which
  ///     nothing can be said
  Set<String> operations(String service);

  /// What of a request does not fit its operation.
  ///
  /// @param operation one of [#operations]
  /// @param parameters the members by their names in the model; a text that holds `{{` may stand
  ///     for anything
  /// @return what does not fit, in words; empty where all does
  List<String> misfits(String service, String operation, JsonNode parameters);
}
