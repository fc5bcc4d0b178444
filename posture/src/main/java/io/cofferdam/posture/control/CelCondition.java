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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A condition in the Common Expression Language over the facts of a resource, which it knows as
/// `r`. CEL always ends and reaches nothing outside.
public final class CelCondition {
  private static final CelOptions OPTIONS = CelOptions.current().build();
  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setOptions(OPTIONS)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("r", SimpleType.DYN)
          .addVar("account", SimpleType.STRING)
          .addVar("region", SimpleType.STRING)
          .setResultType(SimpleType.BOOL)
          .build();
  private static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder().build();

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
  public Optional<Boolean> holds(JsonNode facts, String account, String region) {
    try {
      var result = program.eval(Map.of("r", value(facts), "account", account, "region", region));
      return result instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    } catch (CelEvaluationException unfit) {
      return Optional.empty();
    }
  }

  public String text() {
    return text;
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
