package io.cofferdam.posture.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A condition in the Common Expression Language. It knows the facts of the resource as `r`, its
/// `account` and `region`, the class of its data as `dataclass` (`public`, `internal`,
/// `confidential`, `restricted` or empty), and what the company demands as `expected`: `regions`,
/// `partners`, `accounts` (its own), `logDays` (-1 where nobody said). CEL always ends and reaches
/// nothing outside.
public final class CelCondition {
  private static final CelOptions OPTIONS = CelOptions.current().build();
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("r", SimpleType.DYN)
          .addVar("account", SimpleType.STRING)
          .addVar("region", SimpleType.STRING)
          .addVar("dataclass", SimpleType.STRING)
          .addVar("expected", SimpleType.DYN)
          .setResultType(SimpleType.BOOL)
          .build();
  private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder().build();

  private static final Pattern MEMBER =
      Pattern.compile("\\br(?:\\.([A-Za-z_][A-Za-z0-9_]*)|\\[[\"']([^\"']+)[\"']\\])");

  private final String text;
  private final CelRuntime.Program program;

  private CelCondition(String text, CelRuntime.Program program) {
    this.text = text;
    this.program = program;
  }

  /// Compiles a condition.
  ///
  /// @throws IllegalArgumentException with the place and the reason where it is none
  public static CelCondition of(String text) {
    try {
      return new CelCondition(text, RUNTIME.createProgram(COMPILER.compile(text).getAst()));
    } catch (CelValidationException | CelEvaluationException bad) {
      throw new IllegalArgumentException(bad.getMessage(), bad);
    }
  }

  /// Whether it holds; empty where it cannot be computed, as where a fact is not of the type meant.
  public Optional<Boolean> holds(Resource resource, Scene scene) {
    try {
      var result =
          program.eval(
              Map.of(
                  "r",
                  value(resource.facts()),
                  "account",
                  resource.account(),
                  "region",
                  resource.region(),
                  "dataclass",
                  scene.sensitivity(resource).map(Sensitivity::word).orElse(""),
                  "expected",
                  scene.derived(Expected.class, Expected::of).values()));
      return result instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    } catch (CelEvaluationException unfit) {
      return Optional.empty();
    }
  }

  /// What the company demands, in the shape of CEL.
  private record Expected(Map<String, Object> values) {
    static Expected of(Scene scene) {
      var demands = scene.expected();
      return new Expected(
          Map.of(
              "regions",
              demands.regions(),
              "partners",
              demands.partners(),
              "accounts",
              List.copyOf(scene.zone().accounts()),
              "logDays",
              demands.logDays()));
    }
  }

  public String text() {
    return text;
  }

  /// The members of `r` that the text names.
  public Set<String> members() {
    var members = new TreeSet<String>();
    var named = MEMBER.matcher(text);
    while (named.find()) {
      members.add(named.group(1) == null ? named.group(2) : named.group(1));
    }
    return members;
  }

  private static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties()
            .forEach(
                each -> {
                  if (!each.getValue().isNull()) {
                    map.put(each.getKey(), value(each.getValue()));
                  }
                });
        yield map;
      }
      case ARRAY -> {
        List<Object> list = new ArrayList<>();
        node.forEach(each -> list.add(value(each)));
        yield list;
      }
      case BOOLEAN -> node.asBoolean();
      case NUMBER -> node.isIntegralNumber() ? (Object) node.asLong() : (Object) node.asDouble();
      default -> node.asText("");
    };
  }
}
