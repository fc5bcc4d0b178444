package io.cofferdam.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.model.event.Event;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// What every format of text records must stand: asks the same five questions of each.
///
/// @param header first line of the content, or empty
/// @param records one record each, of which every one gives an event; at least three
public record RecordRobustness(String format, String header, List<String> records) {
  private String content(List<String> order) {
    return (header.isEmpty() ? "" : header + "\n") + String.join("\n", order) + "\n";
  }

  private byte[] bytes() {
    return content(records).getBytes(StandardCharsets.UTF_8);
  }

  public void normal() {
    var read = Collected.of(bytes());
    assertThat(read.result().format()).isEqualTo(format);
    assertThat(read.reasons).isEmpty();
    assertThat(read.events).hasSize(records.size());
    assertThat(read.events).extracting(event -> event.ref().input()).containsOnly(7);
    assertThat(read.result().whole()).isTrue();
  }

  public void gzipped() {
    var read = Collected.of(Samples.gzip(bytes()));
    assertThat(read.result().format()).isEqualTo(format);
    assertThat(read.events).isEqualTo(Collected.of(bytes()).events);
  }

  public void truncated() {
    var many = new ArrayList<String>();
    for (var i = 0; i < 40; i++) {
      many.addAll(records);
    }
    var whole = content(many).getBytes(StandardCharsets.UTF_8);
    var all = Collected.of(whole).events;
    var lastRecord = records.getLast().length();
    var plain = Collected.of(Arrays.copyOf(whole, whole.length - lastRecord / 2 - 1));
    assertThat(plain.events).hasSizeGreaterThanOrEqualTo(all.size() - 1);
    assertThat(plain.events.subList(0, all.size() - 1)).isEqualTo(all.subList(0, all.size() - 1));

    var packed = Samples.gzip(whole);
    var cut = Collected.of(Arrays.copyOf(packed, packed.length * 2 / 3));
    assertThat(cut.result().whole()).isFalse();
    assertThat(cut.notes).isNotEmpty();
    assertThat(all.subList(0, Math.max(0, cut.events.size() - 1)))
        .isEqualTo(cut.events.subList(0, Math.max(0, cut.events.size() - 1)));
  }

  public void bomb() {
    var limits = new ReadLimits(4L << 20, 50, 1L << 20, 3);
    var start = bytes();
    var bomb = Arrays.copyOf(start, 64 << 20); // zeros behind the records
    var read = Collected.of("bomb.gz", new ByteArrayInputStream(Samples.gzip(bomb)), limits);
    assertThat(read.result().whole()).isFalse();
    assertThat(read.result().contentBytes()).isLessThan(8L << 20);
    assertThat(read.events.size()).isGreaterThanOrEqualTo(records.size() - 1);
  }

  public void disordered() {
    var reversed = new ArrayList<>(records);
    Collections.reverse(reversed);
    var read = Collected.of(content(reversed));
    assertThat(read.result().format()).isEqualTo(format);
    assertThat(read.events)
        .extracting(Event::time)
        .containsExactlyInAnyOrderElementsOf(
            Collected.of(bytes()).events.stream().map(Event::time).toList());
  }
}
