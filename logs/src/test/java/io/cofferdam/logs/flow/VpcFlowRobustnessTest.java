package io.cofferdam.logs.flow;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class VpcFlowRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "vpc-flow",
          "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status pkt-srcaddr flow-direction",
          List.of(
              "2 111122223333 eni-0a1b2c3d 10.0.0.5 203.0.113.9 443 50000 6 20 4249 1772359200 1772359260 ACCEPT OK 10.0.9.9 egress",
              "2 111122223333 eni-0a1b2c3d - - - - - - - 1772359260 1772359320 - NODATA - -",
              "2 111122223333 eni-0a1b2c3d 2001:db8::5 2001:db8::9 443 50001 6 2 99 1772359320 1772359380 REJECT OK - ingress"));

  @Test
  void normal() {
    ROBUSTNESS.normal();
  }

  @Test
  void gzipped() {
    ROBUSTNESS.gzipped();
  }

  @Test
  void truncated() {
    ROBUSTNESS.truncated();
  }

  @Test
  void bomb() {
    ROBUSTNESS.bomb();
  }

  @Test
  void disordered() {
    ROBUSTNESS.disordered();
  }
}
