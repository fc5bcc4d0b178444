package io.cofferdam.app.fetch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.app.fetch.LogCloud.Ask;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// For how many days objects are kept in a bucket, by its lifecycle rules. A rule that may hold for
/// the source counts, so that what may expire soon is fetched soon.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html
final class Retention {
  private final LogCloud cloud;
  private final Map<String, JsonNode> rules = new HashMap<>();

  Retention(LogCloud cloud) {
    this.cloud = cloud;
  }

  Optional<Integer> days(LogSource source) {
    if (!rules.containsKey(source.at())) {
      ask(source.at());
    }
    var least = Optional.<Integer>empty();
    for (var rule : rules.getOrDefault(source.at(), MissingNode.getInstance()).path("Rules")) {
      var days = rule.path("Expiration").path("Days").asInt(0);
      if (rule.path("Status").asText().equals("Enabled")
          && days > 0
          && mayHold(rule, source.prefix())
          && least.map(known -> days < known).orElse(true)) {
        least = Optional.of(days);
      }
    }
    return least;
  }

  private static boolean mayHold(JsonNode rule, String prefix) {
    for (var path : new String[] {"/Filter/Prefix", "/Filter/And/Prefix", "/Prefix"}) {
      var own = rule.at(path).asText("");
      if (!own.isEmpty() && !prefix.startsWith(own) && !own.startsWith(prefix)) {
        return false;
      }
    }
    return true;
  }

  private void ask(String bucket) {
    rules.put(bucket, MissingNode.getInstance());
    cloud.pages(
        "how long " + bucket + " keeps its objects",
        new Ask("", "s3", "GetBucketLifecycleConfiguration", Map.of("Bucket", bucket)),
        "",
        answer -> {
          rules.put(bucket, answer);
          return true;
        });
  }
}
