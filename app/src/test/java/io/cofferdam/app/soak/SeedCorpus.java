package io.cofferdam.app.soak;

import io.cofferdam.drill.DrillGenerator;
import io.cofferdam.drill.Scenarios;
import io.cofferdam.drill.request.DrillRequest;
import io.cofferdam.drill.shelf.MemoryShelf;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Good inputs of every target, one folder each: hand-made ones from the test resources, the
/// smallest file of each kind that a drill writes, and archives of these. The same every time.
public final class SeedCorpus {
  private static final String HAND_MADE = "app/src/test/resources/io/cofferdam/app/soak/seeds";
  private static final int LARGEST = 24 << 10;
  private static final Pattern KIND =
      Pattern.compile(
          "CloudTrail-Digest|CloudTrail|vpcflowlogs|Config|Bedrock|insights-[a-z-]+|rds"
              + "|s3-access|manifest.json|inventory|usage|data-map.yaml|subjects.csv");

  private final Path root;
  private final Path out;

  public SeedCorpus(Path root, Path out) {
    this.root = root;
    this.out = out;
  }

  public void write() throws IOException {
    for (var target : Targets.all()) {
      Files.createDirectories(out.resolve(target.name()));
      var made = root.resolve(HAND_MADE).resolve(target.name());
      if (Files.isDirectory(made)) {
        try (var all = Files.list(made)) {
          for (var each : all.toList()) {
            put(target.name(), String.valueOf(each.getFileName()), Files.readAllBytes(each));
          }
        }
      }
    }
    drills();
    archives();
    packs();
    put("notes", "note", NoteTarget.seed());
    var doubled = new String(NoteTarget.seed(), StandardCharsets.UTF_8);
    put("notes", "two-lines", text(doubled + doubled.substring(doubled.indexOf("\n\n") + 2)));
  }

  private void put(String target, String name, byte[] content) throws IOException {
    Files.write(out.resolve(target).resolve(name), content);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Of each kind of file the smallest that a drill writes.
  private void drills() throws IOException {
    SortedMap<String, byte[]> smallest = new TreeMap<>();
    for (var scenario : Scenarios.names()) {
      var shelf = new MemoryShelf();
      DrillGenerator.generate(DrillRequest.small(scenario, 5), shelf);
      for (var file : shelf.files().entrySet()) {
        var content = unpacked(file.getValue());
        var kind = kind(file.getKey()) + (content.length < 3000 ? "" : "-larger");
        var known = smallest.get(kind);
        if (content.length > 300 && (known == null || content.length < known.length)) {
          smallest.put(kind, content);
        }
      }
    }
    for (var file : smallest.entrySet()) {
      var kind = file.getKey();
      var content = Arrays.copyOf(file.getValue(), Math.min(LARGEST, file.getValue().length));
      var target =
          kind.startsWith("data-map.yaml")
              ? "data-map"
              : kind.startsWith("subjects.csv") ? "subject-index" : "logs";
      put(target, "drill-" + kind, content);
    }
  }

  private static String kind(String path) {
    var found = KIND.matcher(path);
    return found.find() ? found.group() : "other";
  }

  private static byte[] unpacked(byte[] content) throws IOException {
    if (!LogsTarget.isGzip(content)) {
      return content;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    }
  }

  private void archives() throws IOException {
    SortedMap<String, byte[]> logs = new TreeMap<>();
    for (var name : List.of("cloudtrail-lines", "s3-access", "vpc-flow-default")) {
      logs.put("AWSLogs/2026/" + name, Files.readAllBytes(out.resolve("logs").resolve(name)));
    }
    var few = logs.values().iterator().next();
    put("archives", "plain", few);
    put("archives", "gz", Mutator.gzip(few));
    put("logs", "gz", Mutator.gzip(few));
    put("logs", "gz-in-gz", Mutator.gzip(Mutator.gzip(few)));
    put("archives", "stored.zip", PackTarget.zip(logs));
    put("archives", "packed.zip", packed(logs));
    put("archives", "tar", tar(logs));
    put("archives", "tar.gz", Mutator.gzip(tar(logs)));
    put("archives", "zip.gz", Mutator.gzip(packed(logs)));
    SortedMap<String, byte[]> nested = new TreeMap<>(logs);
    nested.put("inner.zip", packed(logs));
    nested.put("inner.tar.gz", Mutator.gzip(tar(logs)));
    nested.put("../../escaped", few);
    nested.put("/absolute", few);
    nested.put("empty", new byte[0]);
    put("archives", "nested.zip", packed(nested));
    put("archives", "nested.tar", tar(nested));
    put(
        "archives",
        "zeros.zip",
        packed(new TreeMap<>(java.util.Map.of("zeros", new byte[1 << 20]))));
  }

  private static byte[] packed(SortedMap<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTime(1_772_359_200_000L);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    }
    return out.toByteArray();
  }

  /// A ustar archive (POSIX.1-1988).
  private static byte[] tar(SortedMap<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    for (var file : files.entrySet()) {
      var header = new byte[512];
      field(header, 0, file.getKey());
      field(header, 100, "0000644");
      field(header, 124, "%011o".formatted(file.getValue().length));
      field(header, 136, "14751002240");
      field(header, 148, "        ");
      header[156] = '0';
      field(header, 257, "ustar");
      field(header, 263, "00");
      var sum = 0;
      for (var b : header) {
        sum += b & 0xff;
      }
      field(header, 148, "%06o".formatted(sum));
      header[154] = 0;
      out.writeBytes(header);
      out.writeBytes(file.getValue());
      out.writeBytes(new byte[(512 - file.getValue().length % 512) % 512]);
    }
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void field(byte[] header, int at, String value) {
    var bytes = text(value);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private void packs() throws IOException {
    var files = new PackTarget().files();
    put("packs", "whole.zip", PackTarget.zip(files));
    var names = new ArrayList<>(files.keySet());
    for (var file = 0; file < names.size(); file++) {
      for (var deed = 0; deed < 8; deed++) {
        put(
            "packs",
            "edit-%d-%d".formatted(file, deed),
            text("" + (char) file + (char) deed + "\0\7\3abc"));
      }
    }
  }
}
