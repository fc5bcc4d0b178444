package io.cofferdam.access.aws.symbolic;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Params;
import com.microsoft.z3.ReExpr;
import com.microsoft.z3.ReSort;
import com.microsoft.z3.RealExpr;
import com.microsoft.z3.SeqSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import io.cofferdam.access.aws.symbolic.OraclePolicy.OracleCondition;
import io.cofferdam.access.aws.symbolic.OraclePolicy.OracleStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The meaning of a small policy written for Z3 straight from the documents: strings and regular
/// expressions, bit vectors for addresses, reals for numbers. Shares nothing with the product.
@SuppressWarnings("unchecked") // arrays of generic types, which Z3's interface is made of
final class Z3Model implements AutoCloseable {
  private static final int SET_SIZE = 4;

  private final Context z3 = new Context();
  private final SeqSort<CharSort> string = z3.mkStringSort();
  private final ReSort<SeqSort<CharSort>> regex = z3.mkReSort(string);

  private final Expr<SeqSort<CharSort>> action = z3.mkConst("action", string);
  private final Expr<SeqSort<CharSort>> resource = z3.mkConst("resource", string);
  private final BoolExpr hasAddress = z3.mkBoolConst("hasAddress");
  private final BoolExpr isV6 = z3.mkBoolConst("isV6");
  private final BitVecExpr address = z3.mkBVConst("address", 32);
  private final BoolExpr hasNumber = z3.mkBoolConst("hasNumber");
  private final RealExpr number = z3.mkRealConst("number");
  private final BoolExpr hasMfa = z3.mkBoolConst("hasMfa");
  private final BoolExpr mfa = z3.mkBoolConst("mfa");

  /// Whether `after` allows a request that `before` does not.
  Status opens(OraclePolicy before, OraclePolicy after, int milliseconds) {
    Solver solver = z3.mkSolver();
    Params params = z3.mkParams();
    params.add("timeout", milliseconds);
    solver.setParameters(params);
    solver.add(z3.mkInRe(action, like("?*:?*")));
    solver.add(z3.mkInRe(resource, like("arn:*")));
    solver.add(z3.mkGe(number, z3.mkReal(0)));
    List<BoolExpr> callers = new ArrayList<>();
    for (String caller : OraclePolicy.CALLERS) {
      BoolExpr opens = z3.mkAnd(allows(after, caller), z3.mkNot(allows(before, caller)));
      callers.add(caller.equals("anonymous") ? z3.mkAnd(opens, z3.mkNot(hasMfa)) : opens);
    }
    solver.add(or(callers));
    return solver.check();
  }

  private BoolExpr allows(OraclePolicy policy, String caller) {
    List<BoolExpr> allow = new ArrayList<>();
    List<BoolExpr> deny = new ArrayList<>();
    for (OracleStatement statement : policy.statements()) {
      if (names(statement, caller)) {
        (statement.allow() ? allow : deny).add(matches(statement));
      }
    }
    return z3.mkAnd(or(allow), z3.mkNot(or(deny)));
  }

  private BoolExpr or(List<BoolExpr> parts) {
    return z3.mkOr(parts.toArray(new BoolExpr[0]));
  }

  /// A NotPrincipal of a Deny spares only those it lists themselves, not all of an account.
  private static boolean names(OracleStatement statement, String caller) {
    boolean self = false;
    boolean account = false;
    for (String principal : statement.principals()) {
      boolean root = caller.equals("arn:aws:iam::" + principal + ":root");
      self |= principal.equals("*") || principal.equals(caller) || root;
      account |= caller.contains("::" + principal + ":");
    }
    boolean onlySelf = statement.notPrincipal() && !statement.allow();
    boolean listed = self || (account && !onlySelf);
    return listed != statement.notPrincipal();
  }

  private BoolExpr matches(OracleStatement statement) {
    List<BoolExpr> all = new ArrayList<>();
    List<BoolExpr> actions = new ArrayList<>();
    for (String pattern : statement.actions()) {
      actions.add(z3.mkInRe(action, like(pattern.toLowerCase(Locale.ROOT))));
    }
    all.add(statement.notAction() ? z3.mkNot(or(actions)) : or(actions));
    List<BoolExpr> resources = new ArrayList<>();
    for (String pattern : statement.resources()) {
      resources.add(z3.mkInRe(resource, like(pattern)));
    }
    all.add(statement.notResource() ? z3.mkNot(or(resources)) : or(resources));
    statement.conditions().forEach(condition -> all.add(holds(condition)));
    return z3.mkAnd(all.toArray(new BoolExpr[0]));
  }

  private BoolExpr holds(OracleCondition condition) {
    String operator = condition.operator();
    if (operator.equals("Null")) {
      BoolExpr present = present(condition.key());
      return condition.values().contains("true") ? z3.mkNot(present) : present;
    }
    if (operator.startsWith("For")) {
      return set(condition);
    }
    boolean ifExists = operator.endsWith("IfExists");
    String plain = ifExists ? operator.substring(0, operator.length() - 8) : operator;
    boolean negated = plain.contains("Not");
    List<BoolExpr> any = new ArrayList<>();
    for (String value : condition.values()) {
      any.add(one(plain, condition.key(), value));
    }
    BoolExpr present = present(condition.key());
    BoolExpr matched = negated ? z3.mkNot(or(any)) : or(any);
    return negated || ifExists ? z3.mkOr(z3.mkNot(present), matched) : z3.mkAnd(present, matched);
  }

  private BoolExpr present(String key) {
    return switch (key) {
      case "aws:SourceIp" -> hasAddress;
      case "s3:max-keys" -> hasNumber;
      case "aws:MultiFactorAuthPresent" -> hasMfa;
      default -> z3.mkBoolConst("has " + key);
    };
  }

  private BoolExpr one(String operator, String key, String value) {
    return switch (operator) {
      case "StringEquals", "StringNotEquals" -> z3.mkEq(text(key), z3.mkString(value));
      case "StringLike", "StringNotLike" -> z3.mkInRe(text(key), like(value));
      case "IpAddress", "NotIpAddress" -> z3.mkAnd(z3.mkNot(isV6), within(value));
      case "NumericLessThan" -> z3.mkLt(number, z3.mkReal(value));
      case "NumericGreaterThanEquals" -> z3.mkGe(number, z3.mkReal(value));
      case "NumericNotEquals" -> z3.mkEq(number, z3.mkReal(value));
      case "Bool" -> value.equals("true") ? mfa : z3.mkNot(mfa);
      default -> throw new IllegalArgumentException(operator);
    };
  }

  private BoolExpr within(String cidr) {
    int slash = cidr.indexOf('/');
    long bits = 0;
    for (String octet : cidr.substring(0, slash).split("\\.", -1)) {
      bits = (bits << 8) | Long.parseLong(octet);
    }
    int length = Integer.parseInt(cidr.substring(slash + 1));
    long mask = length == 0 ? 0 : (0xffffffffL << (32 - length)) & 0xffffffffL;
    return z3.mkEq(z3.mkBVAND(address, z3.mkBV(mask, 32)), z3.mkBV(bits & mask, 32));
  }

  /// A key of several values: the first is there when the key is, the others may be.
  private BoolExpr set(OracleCondition condition) {
    boolean forAny = condition.operator().startsWith("ForAny");
    String plain = condition.operator().substring(condition.operator().indexOf(':') + 1);
    boolean negated = plain.contains("Not");
    BoolExpr present = present(condition.key());
    List<BoolExpr> some = new ArrayList<>();
    for (int i = 0; i < SET_SIZE; i++) {
      BoolExpr there =
          i == 0 ? present : z3.mkAnd(present, z3.mkBoolConst("has " + condition.key() + i));
      List<BoolExpr> any = new ArrayList<>();
      for (String value : condition.values()) {
        any.add(one(plain, condition.key() + i, value));
      }
      BoolExpr good = negated ? z3.mkNot(or(any)) : or(any);
      some.add(z3.mkAnd(there, forAny ? good : z3.mkNot(good)));
    }
    return forAny ? or(some) : z3.mkNot(or(some));
  }

  private Expr<SeqSort<CharSort>> text(String key) {
    return z3.mkConst("text " + key, string);
  }

  private ReExpr<SeqSort<CharSort>> like(String pattern) {
    List<ReExpr<SeqSort<CharSort>>> parts = new ArrayList<>();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      parts.add(
          switch (c) {
            case '*' -> z3.mkFullRe(regex);
            case '?' -> z3.mkAllcharRe(regex);
            default -> z3.mkToRe(z3.mkString(String.valueOf(c)));
          });
    }
    if (parts.isEmpty()) {
      return z3.mkToRe(z3.mkString(""));
    }
    return parts.size() == 1 ? parts.get(0) : concat(parts);
  }

  @SuppressWarnings("rawtypes")
  private ReExpr<SeqSort<CharSort>> concat(List<ReExpr<SeqSort<CharSort>>> parts) {
    return z3.mkConcat((ReExpr<SeqSort<CharSort>>[]) parts.toArray(new ReExpr[0]));
  }

  @Override
  public void close() {
    z3.close();
  }
}
