package io.cofferdam.access.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CaseLineTest {
  private static ObjectNode yaml(String text) {
    return (ObjectNode) CaseYaml.read(text);
  }

  @Test
  void objectsMergeListsReplaceAndNullRemoves() {
    var given = yaml("{a: {b: 1, c: 2}, list: [1, 2], gone: x}");
    var merged = CaseLine.merge(given, yaml("{a: {c: 3}, list: [4], gone: null}"));
    assertThat(merged).isEqualTo(yaml("{a: {b: 1, c: 3}, list: [4]}"));
    assertThat(given).isEqualTo(yaml("{a: {b: 1, c: 2}, list: [1, 2], gone: x}"));
  }

  @Test
  void statementsBecomePolicies() {
    var out =
        CaseLine.spelledOut(
            yaml(
                "{resourcePolicy: {Effect: Allow}, scps: [[[{Effect: Deny}]], []],"
                    + " identityPolicies: [{Version: 2008-10-17, Statement: []}],"
                    + " accessPoint: {arn: x, policy: [{Effect: Allow}]}}"));
    assertThat(out)
        .isEqualTo(
            yaml(
                "{resourcePolicy: {Version: 2012-10-17, Statement: {Effect: Allow}},"
                    + " scps: [[{Version: 2012-10-17, Statement: [{Effect: Deny}]}], []],"
                    + " identityPolicies: [{Version: 2008-10-17, Statement: []}],"
                    + " accessPoint: {arn: x,"
                    + " policy: {Version: 2012-10-17, Statement: [{Effect: Allow}]}}}"));
  }

  @Test
  void accountNumbersDatesAndYesStayText() {
    var read = yaml("{account: 111122223333, day: 2026-01-31, no: yes, truth: true, n: 5, z: 01}");
    assertThat(read.get("account").textValue()).isEqualTo("111122223333");
    assertThat(read.get("day").textValue()).isEqualTo("2026-01-31");
    assertThat(read.get("no").textValue()).isEqualTo("yes");
    assertThat(read.get("truth").booleanValue()).isTrue();
    assertThat(read.get("n").intValue()).isEqualTo(5);
    assertThat(read.get("z").textValue()).isEqualTo("01");
  }

  @Test
  void anchorsAreResolved() {
    assertThat(yaml("{a: &one {b: 1}, c: *one, d: {<<: *one, e: 2}}"))
        .isEqualTo(yaml("{a: {b: 1}, c: {b: 1}, d: {b: 1, e: 2}}"));
  }
}
