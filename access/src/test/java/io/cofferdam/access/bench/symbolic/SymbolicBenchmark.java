package io.cofferdam.access.bench.symbolic;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.symbolic.Answer;
import io.cofferdam.access.aws.symbolic.PolicyComparison;
import io.cofferdam.access.aws.symbolic.PublicAnswer.Verdict;
import io.cofferdam.access.aws.symbolic.PublicQuestion;
import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.JsonRead;
import io.cofferdam.access.json.JsonReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The figures of symbolic answers: how long `public` takes on generated resource policies and
/// `compare` on AWS managed policies, and how many stay Unknown.
///
/// Arguments: `public COUNT SEED`, or `compare FILE` with moto's `aws_managed_policies.py`.
public final class SymbolicBenchmark {
  private SymbolicBenchmark() {}

  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "public" ->
          publicAnswers(Integer.parseInt(args[1]), Long.parseLong(args[2]), System.out);
      case "compare" -> comparisons(Path.of(args[1]), System.out);
      default -> throw new IllegalArgumentException("public COUNT SEED, or compare FILE");
    }
  }

  private static void publicAnswers(int count, long seed, PrintStream out) {
    ResourcePolicies generator = new ResourcePolicies(seed);
    List<PublicQuestion> questions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ResourcePolicies.Resource resource = generator.next();
      questions.add(
          PublicQuestion.of(
              resource.arn(),
              resource.account(),
              PolicyParser.parse(resource.policy()).asOptional().orElseThrow()));
    }
    long[] nanos = new long[count];
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int round = 0; round < 2; round++) {
      verdicts.clear();
      for (int i = 0; i < count; i++) {
        long start = System.nanoTime();
        Verdict verdict = questions.get(i).answer().verdict();
        nanos[i] = System.nanoTime() - start;
        verdicts.merge(verdict.word(), 1, Integer::sum);
        if (verdict == Verdict.UNKNOWN && round == 1) {
          out.println(
              "unknown: "
                  + questions.get(i).answer().undecided()
                  + " "
                  + questions.get(i).policy());
        }
      }
    }
    for (int i = 0; i < count && tellsSlow(); i++) {
      if (nanos[i] > 20_000_000L) {
        out.printf("slow: %.1f ms %s%n", nanos[i] / 1e6, questions.get(i).policy());
      }
    }
    out.printf("public: %d policies, seed %d: %s; %s%n", count, seed, verdicts, spread(nanos));
  }

  private static boolean tellsSlow() {
    return Boolean.getBoolean("bench.slow");
  }

  private static void comparisons(Path file, PrintStream out) throws IOException {
    List<PolicyDocument> documents = documents(Files.readString(file));
    List<Long> nanos = new ArrayList<>();
    Map<String, Integer> answers = new TreeMap<>();
    for (int round = 0; round < 2; round++) {
      answers.clear();
      nanos.clear();
      for (int i = 0; i < documents.size(); i++) {
        // with itself, and with the next, which is often another version of the same rights
        for (int other : new int[] {i, (i + 1) % documents.size()}) {
          long start = System.nanoTime();
          Answer answer = new PolicyComparison(documents.get(i), documents.get(other)).opened();
          nanos.add(System.nanoTime() - start);
          answers.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
          if (tellsSlow() && nanos.get(nanos.size() - 1) > 100_000_000L && round == 1) {
            out.println(
                "slow: " + i + " to " + other + ": " + nanos.get(nanos.size() - 1) / 1_000_000);
          }
          if (answer instanceof Answer.Unknown(var why) && round == 1) {
            out.println("unknown: " + i + " to " + other + ": " + why);
          }
        }
      }
    }
    long[] times = nanos.stream().mapToLong(Long::longValue).toArray();
    out.printf(
        "compare: %d managed policies, each with itself and the next: %s; %s%n",
        documents.size(), answers, spread(times));
  }

  /// The documents in moto's file, which holds one JSON object in a Python string.
  static List<PolicyDocument> documents(String python) {
    int from = python.indexOf("\"\"\"") + 3;
    String json = python.substring(from, python.indexOf("\"\"\"", from));
    List<PolicyDocument> documents = new ArrayList<>();
    if (JsonReader.read(json.strip()) instanceof JsonRead.Value(Json.Members members)) {
      for (Json policy : members.map().values()) {
        if (policy instanceof Json.Members fields) {
          fields
              .get("Document")
              .flatMap(document -> PolicyParser.parse(document).asOptional())
              .ifPresent(documents::add);
        }
      }
    }
    return documents;
  }

  private static String spread(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return String.format(
        "p50 %.3f ms, p90 %.3f ms, p99 %.3f ms, most %.1f ms",
        at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), sorted[sorted.length - 1] / 1e6);
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
  }
}
