package io.cofferdam.access.aws.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A condition operator with its qualifier and suffix (IAM JSON policy elements: Condition
/// operators).
///
/// @param negated true for the `Not` operators
/// @param ifExists whether the `IfExists` suffix makes an absent key satisfy it
/// @param name as the policy writes it
public record ConditionOperator(
    Comparison comparison, boolean negated, Quantifier quantifier, boolean ifExists, String name) {

  /// How a key with several values is compared.
  public enum Quantifier {
    NONE,
    FOR_ANY_VALUE,
    FOR_ALL_VALUES
  }

  private record Base(Comparison comparison, boolean negated) {}

  private static final Map<String, Base> BASES = bases();

  private static Map<String, Base> bases() {
    Map<String, Base> bases = new TreeMap<>();
    bases.put("stringequals", new Base(Comparison.STRING_EQUALS, false));
    bases.put("stringnotequals", new Base(Comparison.STRING_EQUALS, true));
    bases.put("stringequalsignorecase", new Base(Comparison.STRING_EQUALS_IGNORE_CASE, false));
    bases.put("stringnotequalsignorecase", new Base(Comparison.STRING_EQUALS_IGNORE_CASE, true));
    bases.put("stringlike", new Base(Comparison.STRING_LIKE, false));
    bases.put("stringnotlike", new Base(Comparison.STRING_LIKE, true));
    bases.put("numericequals", new Base(Comparison.NUMERIC_EQUALS, false));
    bases.put("numericnotequals", new Base(Comparison.NUMERIC_EQUALS, true));
    bases.put("numericlessthan", new Base(Comparison.NUMERIC_LESS_THAN, false));
    bases.put("numericlessthanequals", new Base(Comparison.NUMERIC_LESS_THAN_EQUALS, false));
    bases.put("numericgreaterthan", new Base(Comparison.NUMERIC_GREATER_THAN, false));
    bases.put("numericgreaterthanequals", new Base(Comparison.NUMERIC_GREATER_THAN_EQUALS, false));
    bases.put("dateequals", new Base(Comparison.DATE_EQUALS, false));
    bases.put("datenotequals", new Base(Comparison.DATE_EQUALS, true));
    bases.put("datelessthan", new Base(Comparison.DATE_LESS_THAN, false));
    bases.put("datelessthanequals", new Base(Comparison.DATE_LESS_THAN_EQUALS, false));
    bases.put("dategreaterthan", new Base(Comparison.DATE_GREATER_THAN, false));
    bases.put("dategreaterthanequals", new Base(Comparison.DATE_GREATER_THAN_EQUALS, false));
    bases.put("bool", new Base(Comparison.BOOL, false));
    bases.put("binaryequals", new Base(Comparison.BINARY_EQUALS, false));
    bases.put("ipaddress", new Base(Comparison.IP_ADDRESS, false));
    bases.put("notipaddress", new Base(Comparison.IP_ADDRESS, true));
    bases.put("arnequals", new Base(Comparison.ARN_LIKE, false));
    bases.put("arnlike", new Base(Comparison.ARN_LIKE, false));
    bases.put("arnnotequals", new Base(Comparison.ARN_LIKE, true));
    bases.put("arnnotlike", new Base(Comparison.ARN_LIKE, true));
    bases.put("null", new Base(Comparison.NULL, false));
    return bases;
  }

  /// The operator of that name, ignoring case; empty when there is none.
  public static Optional<ConditionOperator> parse(String name) {
    String rest = name.toLowerCase(Locale.ROOT);
    Quantifier quantifier = Quantifier.NONE;
    if (rest.startsWith("foranyvalue:")) {
      quantifier = Quantifier.FOR_ANY_VALUE;
      rest = rest.substring("foranyvalue:".length());
    } else if (rest.startsWith("forallvalues:")) {
      quantifier = Quantifier.FOR_ALL_VALUES;
      rest = rest.substring("forallvalues:".length());
    }
    boolean ifExists = rest.endsWith("ifexists");
    if (ifExists) {
      rest = rest.substring(0, rest.length() - "ifexists".length());
    }
    Base base = BASES.get(rest);
    if (base == null || (base.comparison() == Comparison.NULL && ifExists)) {
      return Optional.empty();
    }
    return Optional.of(
        new ConditionOperator(base.comparison(), base.negated(), quantifier, ifExists, name));
  }
}
