package io.cofferdam.access.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.aws.decide.ReferenceDecider;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimplePolicies;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleRequest;
import io.cofferdam.access.aws.decide.ReferenceDecider.SimpleStatement;
import io.cofferdam.access.aws.decide.SmallPolicies;
import io.cofferdam.access.aws.pattern.Pattern;
import io.cofferdam.model.exposure.Audience;
import io.cofferdam.model.exposure.ExposureState;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/// The exposure answer against every request over a small world.
class BucketExposureProperties {
  private static final List<String> WORLD =
      Arrays.asList(
          null, "", "a*", "*b", "?", "*", "??", "a", "b", "c", "ab", "ba", "ac", "cb", "cc", "aab",
          "abb", "bca", "caa", "aca");

  @Property(tries = 50)
  void anyoneIsLetInExactlyWhenSomeRequestIsAllowed(@ForAll long seed) {
    assertExact(seed);
  }

  @Tag("soak")
  @Property(tries = 20_000)
  void anyoneIsLetInExactlyOverManyPolicies(@ForAll long seed) {
    assertExact(seed);
  }

  private static void assertExact(long seed) {
    Random random = new Random(seed);
    List<SimpleStatement> statements = SmallPolicies.statements(random, true, 5);
    BucketState state = Buckets.bare().withPolicy(Part.known(ReferenceDecider.policy(statements)));
    BucketAnswer answer =
        new BucketExposure().ask(state, new Audience.Anyone(), BucketRight.READ, Buckets.YEAR);
    assertThat(answer.state())
        .as("%s under %s", answer, statements)
        .isEqualTo(someRequest(statements, "") ? ExposureState.OPEN : ExposureState.CLOSED);
  }

  @Property(tries = 80)
  void everyObjectOfAnOpenRegionIsOpenAndNoneIsOutsideThePossible(@ForAll long seed) {
    Random random = new Random(seed);
    List<SimpleStatement> statements = SmallPolicies.statements(random, true, 4);
    BucketState state = Buckets.bare().withPolicy(Part.known(ReferenceDecider.policy(statements)));
    BucketAnswer answer =
        new BucketExposure().ask(state, new Audience.Anyone(), BucketRight.READ, Buckets.YEAR);
    for (String key : WORLD) {
      if (key == null || key.isEmpty()) {
        continue;
      }
      String arn = SmallPolicies.BUCKET + "/" + key;
      boolean open = someRequest(statements, arn);
      if (covers(answer.open(), arn)) {
        assertThat(open).as("%s in %s under %s", arn, answer, statements).isTrue();
      }
      if (open) {
        assertThat(covers(answer.possible(), arn))
            .as("%s in %s under %s", arn, answer, statements)
            .isTrue();
      }
    }
  }

  private static boolean covers(List<OpenRegion> regions, String arn) {
    return regions.stream()
        .anyMatch(
            region ->
                Pattern.glob(region.pattern()).matches(arn)
                    && region.except().stream().noneMatch(e -> Pattern.glob(e).matches(arn)));
  }

  /// Whether any request of the small world is allowed, to one ARN or (empty) to any.
  private static boolean someRequest(List<SimpleStatement> statements, String only) {
    SimplePolicies policies =
        new SimplePolicies(List.of(), statements, Optional.empty(), Optional.empty());
    List<String> arns =
        only.isEmpty()
            ? WORLD.stream()
                .filter(key -> key != null && !key.isEmpty())
                .map(key -> SmallPolicies.BUCKET + "/" + key)
                .toList()
            : List.of(only);
    for (String arn : arns) {
      for (String referer : WORLD) {
        for (String agent : WORLD) {
          if (allowed(policies, arn, referer, agent)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean allowed(
      SimplePolicies policies, String arn, @Nullable String referer, @Nullable String agent) {
    Map<String, String> context = new HashMap<>();
    if (referer != null) {
      context.put("aws:Referer", referer);
    }
    if (agent != null) {
      context.put("aws:UserAgent", agent);
    }
    return BucketRight.READ.actions().stream()
        .map(action -> new SimpleRequest("anonymous", "", action, arn, "111122223333", context))
        .anyMatch(request -> ReferenceDecider.decide(request, policies).equals("Allowed"));
  }
}
