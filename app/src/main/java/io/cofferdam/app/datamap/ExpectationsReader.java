package io.cofferdam.app.datamap;

import io.cofferdam.model.datamap.Expectations;
import io.cofferdam.model.datamap.ExpectedAccess;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/// Reads what the company demands of its clouds.
final class ExpectationsReader {
  private static final Set<String> FIELDS =
      Set.of("regions", "partners", "log-days", "class-tag", "access");
  private static final Set<String> OF_ACCESS =
      Set.of("administrators", "break-glass", "readers-at-most");
  private static final String REGION = "[a-z]{2,8}(-[a-z]+){1,3}-\\d{1,2}";
  private static final String PARTNER = "\\d{12}|o-[a-z0-9]{10,32}";

  private ExpectationsReader() {}

  static Expectations read(Node node, Problems problems) {
    var it = YamlNode.of(node, "`expected`", FIELDS, problems);
    for (var region : it.texts("regions")) {
      if (!region.matches(REGION)) {
        it.problem("regions", "`" + Problems.shown(region) + "` is no region [`eu-central-1`]");
      }
    }
    for (var partner : it.texts("partners")) {
      if (!partner.matches(PARTNER)) {
        it.problem(
            "partners",
            "`"
                + Problems.shown(partner)
                + "` is no account or organisation [`\"111122223333\"` or `o-exampleorgid`]");
      }
    }
    var days = it.number("log-days", -1);
    if (days == 0 || days < -1 || days > 36_500) {
      it.problem("log-days", "`log-days` is " + days + " [1 to 36500]");
    }
    return new Expectations(
        it.texts("regions"),
        it.texts("partners"),
        days,
        it.text("class-tag", ""),
        it.child("access").map(access -> access(access, problems)).orElseGet(ExpectedAccess::none));
  }

  private static ExpectedAccess access(Node node, Problems problems) {
    var it = YamlNode.of(node, "`access`", OF_ACCESS, problems);
    for (var field : List.of("administrators", "break-glass")) {
      for (var arn : it.texts(field)) {
        if (!arn.startsWith("arn:")) {
          it.problem(
              field,
              "`"
                  + Problems.shown(arn)
                  + "` is no ARN [`arn:aws:iam::111122223333:role/admin`, `*` allowed inside]");
        }
      }
    }
    var most = it.number("readers-at-most", ExpectedAccess.USUAL_READERS);
    if (most < 1 || most > 100_000) {
      it.problem("readers-at-most", "`readers-at-most` is " + most + " [1 to 100000]");
    }
    return new ExpectedAccess(
        it.texts("administrators"), it.texts("break-glass"), Math.clamp(most, 1, 100_000));
  }
}
