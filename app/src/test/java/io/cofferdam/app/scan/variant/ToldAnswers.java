package io.cofferdam.app.scan.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cofferdam.posture.collect.AnswerSource;
import io.cofferdam.posture.collect.LiveAnswers;
import io.cofferdam.posture.plan.CallPlan;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.CallRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/// An account that answers what a variant says. To everything else it answers as one in which there
/// is nothing of the kind.
final class ToldAnswers implements AnswerSource {
  private final List<Told> told;
  private final Set<String> denied;
  private final Set<String> used = new ConcurrentSkipListSet<>();
  private final Set<String> answered = new ConcurrentSkipListSet<>();

  /// A call as a variant names it.
  private record Told(String key, List<String> words, Optional<JsonNode> body) {
    boolean matches(CallRequest request) {
      if (!words.get(0).equals(request.service()) || !words.get(1).equals(request.operation())) {
        return false;
      }
      for (var word : words.subList(2, words.size())) {
        var at = word.indexOf('=');
        if (word.startsWith("@")
            ? !word.substring(1).equals(request.region())
            : !word.substring(at + 1).equals(request.parameters().get(word.substring(0, at)))) {
          return false;
        }
      }
      return true;
    }
  }

  /// @param denied calls that are refused, beside those of the variant
  ToldAnswers(Variant variant, Set<String> denied) {
    this.told =
        Stream.concat(
                variant.denied().stream().map(key -> told(key, Optional.empty())),
                variant.answers().entrySet().stream()
                    .map(each -> told(each.getKey(), Optional.of(each.getValue()))))
            .sorted(
                Comparator.comparing((Told each) -> -each.words().size())
                    .thenComparing(each -> each.body().isPresent())
                    .thenComparing(Told::key))
            .toList();
    this.denied = Set.copyOf(denied);
  }

  private static Told told(String key, Optional<JsonNode> body) {
    return new Told(key, List.of(key.split(" ")), body);
  }

  @Override
  public CallAnswer ask(CallPlan plan, CallRequest request) {
    return new LiveAnswers(
            made -> answer(plan, made), Optional.empty(), Optional.empty(), () -> Instant.EPOCH)
        .ask(plan, request);
  }

  private CallAnswer answer(CallPlan plan, CallRequest request) {
    var words = request.words() + " @" + request.region();
    var found = told.stream().filter(each -> each.matches(request)).findFirst();
    found.ifPresent(each -> used.add(each.key()));
    if (denied.contains(words) || found.filter(each -> each.body().isEmpty()).isPresent()) {
      return CallAnswer.without(CallOutcome.DENIED, "AccessDenied", "not authorized", "", 1);
    }
    if (found.isPresent()) {
      answered.add(words);
      return CallAnswer.answered(found.get().body().orElseThrow().deepCopy(), "", 1);
    }
    if (!plan.absent().isEmpty()) {
      var code = plan.absent().stream().sorted().findFirst().orElseThrow().split(": ", 2);
      return CallAnswer.without(
          CallOutcome.FAILED, code[0], code.length > 1 ? code[1] : "there is none", "", 1);
    }
    return CallAnswer.answered(JsonNodeFactory.instance.objectNode(), "", 1);
  }

  /// The calls for which an answer was told and given, each with its parameters and region.
  Set<String> answered() {
    return new TreeSet<>(answered);
  }

  /// What was told and nobody asked for: a variant in which something is misspelt.
  Set<String> unused() {
    var unused = new TreeSet<String>();
    told.forEach(each -> unused.add(each.key()));
    unused.removeAll(used);
    return unused;
  }
}
