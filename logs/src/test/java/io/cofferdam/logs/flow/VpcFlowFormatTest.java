package io.cofferdam.logs.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.model.event.NetworkFlow;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-01")
@SuppressWarnings("StringConcatToTextBlock") // log lines are longer than ours
class VpcFlowFormatTest {
  private static final String LINE =
      "2 111122223333 eni-0a1b2c3d 10.0.0.5 203.0.113.9 443 50000 6 20 4249 1772359200 1772359260"
          + " ACCEPT OK";

  private static NetworkFlow flow(Collected read, int i) {
    return (NetworkFlow) read.events.get(i);
  }

  @Test
  void theDefaultFormatNeedsNoHeader() {
    var flow = flow(Collected.of(LINE + "\n"), 0);
    assertThat(flow.sourceAddress()).isEqualTo("10.0.0.5");
    assertThat(flow.destinationPort()).isEqualTo(50000);
    assertThat(flow.bytes()).isEqualTo(4249);
    assertThat(flow.time()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(flow.end()).isEqualTo("2026-03-01T10:01:00Z");
  }

  @Test
  void columnsGoByTheNamesOfTheHeaderAlsoUnknownOnes() {
    var read =
        Collected.of(
            "bytes start end srcaddr dstaddr pkt-dstaddr flow-direction reject-reason novelty\n"
                + "99 1772359200 1772359260 10.0.0.5 10.0.0.1 203.0.113.9 egress BPA x\n");
    assertThat(read.reasons).isEmpty();
    assertThat(flow(read, 0).destinationAddress()).isEqualTo("203.0.113.9");
    assertThat(flow(read, 0).direction()).isEqualTo("egress");
    assertThat(flow(read, 0).packets()).isEqualTo(-1);
  }

  @Test
  void headersWithoutAnyFlowAreTold() {
    var read = Collected.of("version account-id srcaddr\n\nversion pkt-srcaddr start\n");
    assertThat(read.result().events()).isZero();
    assertThat(read.notes).containsExactly("a header of flow logs without any flow");
  }

  @Test
  void aGapInTheLogIsAnEventOfItsOwn() {
    var read =
        Collected.of(
            "2 111122223333 eni-0a1b2c3d - - - - - - - 1772359200 1772359260 - SKIPDATA\n");
    assertThat(flow(read, 0).logStatus()).isEqualTo("SKIPDATA");
    assertThat(flow(read, 0).packets()).isEqualTo(-1);
  }

  @Test
  void cloudWatchEnvelopesAreOpened() {
    var subscription =
        "{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"flows\",\"logEvents\":[{\"id\":\"1\","
            + "\"timestamp\":1772359200000,\"message\":\""
            + LINE
            + "\"}]}";
    assertThat(Collected.of(subscription).events).hasSize(1);
    assertThat(Collected.of("2026-03-01T10:00:00.000Z " + LINE + "\n").events).hasSize(1);
  }

  @Test
  void aLineThatDoesNotFitTheHeaderIsKeptAside() {
    var read = Collected.of(LINE + "\n" + LINE + " extra\n" + LINE + "\n");
    assertThat(read.events).hasSize(2);
    assertThat(read.reasons).singleElement().asString().contains("15 fields").contains("14");
  }
}
