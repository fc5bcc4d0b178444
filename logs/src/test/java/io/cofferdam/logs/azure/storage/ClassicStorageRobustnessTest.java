package io.cofferdam.logs.azure.storage;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class ClassicStorageRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "azure-storage-classic",
          "",
          List.of(
              "1.0;2026-03-01T10:00:00.0000000Z;GetBlob;AnonymousSuccess;200;18;10;anonymous;;shopdata;blob;\"https://shopdata.blob.core.windows.net/training/a.jsonl?x=1&amp;y=2\";\"/shopdata/training/a.jsonl\";c0;0;203.0.113.7:4362;2020-10-02;283;0;354;1024;0;;;&quot;0x1&quot;;Sunday, 01-Mar-26 09:00:00 GMT;;\"agent;1\";;\"client\"",
              "1.0;2026-03-01T10:01:00.0000000Z;GetBlob;AnonymousSuccess;200;18;10;anonymous;;shopdata;blob;\"https://shopdata.blob.core.windows.net/training/a.jsonl?x=1&amp;y=2\";\"/shopdata/training/a.jsonl\";c1;0;203.0.113.7:4362;2020-10-02;283;0;354;1024;0;;;&quot;0x1&quot;;Sunday, 01-Mar-26 09:00:00 GMT;;\"agent;1\";;\"client\"",
              "1.0;2026-03-01T10:02:00.0000000Z;GetBlob;AnonymousSuccess;200;18;10;anonymous;;shopdata;blob;\"https://shopdata.blob.core.windows.net/training/a.jsonl?x=1&amp;y=2\";\"/shopdata/training/a.jsonl\";c2;0;203.0.113.7:4362;2020-10-02;283;0;354;1024;0;;;&quot;0x1&quot;;Sunday, 01-Mar-26 09:00:00 GMT;;\"agent;1\";;\"client\""));

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
