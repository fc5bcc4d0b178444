package io.cofferdam.app.soak;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.ledger.Fact;
import io.cofferdam.evidence.pack.PackBuilder;
import io.cofferdam.evidence.pack.PackLayout;
import io.cofferdam.evidence.pack.SealedPack;
import io.cofferdam.evidence.verify.PackVerifier;
import io.cofferdam.evidence.verify.TrustedWith;
import io.cofferdam.model.CofferdamException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Packs as a forger may leave them. An input that starts with the magic of a zip is a pack as it
/// stands; any other is a list of edits to a sealed pack, which then must not pass.
public final class PackTarget implements FuzzTarget {
  private static final PackTarget ONLY = new PackTarget();
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");
  private static final int LARGEST = 1 << 20;
  private static final int MOST_EDITS = 64;
  private static final byte[] KEY_SEED =
      "an invented seed, 32 bytes long.".getBytes(StandardCharsets.US_ASCII);
  static final SigningKey KEY = SigningKey.ofSeed(KEY_SEED);

  private @Nullable SealedPack sealed;
  private SortedMap<String, byte[]> files = new TreeMap<>();

  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    ONLY.feed(input);
  }

  @Override
  public String name() {
    return "packs";
  }

  @Override
  public void feed(byte[] input) throws IOException {
    var pack = sealed();
    if (input.length > 3 && input[0] == 'P' && input[1] == 'K') {
      verify(pack, input);
      return;
    }
    var edited = edited(input);
    var changed = !same(edited, files);
    var doubt = verify(pack, zip(edited));
    Finding.unless(changed || !doubt, "the sealed pack itself is doubted");
    Finding.unless(doubt || !changed || onlySignatures(edited), "a changed pack passes");
  }

  private boolean verify(SealedPack pack, byte[] zip) throws IOException {
    var file = Scratch.file("pack.zip", zip);
    var trusted = TrustedWith.nothing().key(pack.signer()).checkpoint(pack.keptCheckpoint());
    try {
      var verification = new PackVerifier(trusted).verify(file);
      Finding.unless(!verification.lines().isEmpty(), "a verification that says nothing");
      return verification.doubt();
    } catch (CofferdamException refused) {
      Refusals.check(refused, "CFD-EVIDENCE-");
      return true;
    }
  }

  /// Lines below the checkpoint may be added by anybody who signs it too.
  private boolean onlySignatures(SortedMap<String, byte[]> edited) {
    var rest = new TreeMap<>(edited);
    var mine = rest.remove(PackLayout.CHECKPOINT);
    var original = new TreeMap<>(files);
    var text = new String(original.remove(PackLayout.CHECKPOINT), StandardCharsets.UTF_8);
    var head = text.substring(0, text.indexOf("\n\n") + 2);
    return mine != null
        && new String(mine, StandardCharsets.UTF_8).startsWith(head)
        && same(rest, original);
  }

  private static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(each -> Arrays.equals(each.getValue(), other.get(each.getKey())));
  }

  /// Each edit: which file, what to do, where, how much, and the bytes to put there.
  private SortedMap<String, byte[]> edited(byte[] edits) {
    var result = new TreeMap<>(files);
    var names = List.copyOf(files.keySet());
    var at = 0;
    for (var count = 0; count < MOST_EDITS && at + 5 <= edits.length; count++) {
      var name = names.get((edits[at] & 0xff) % names.size());
      var deed = edits[at + 1] & 7;
      var where = (edits[at + 2] & 0xff) << 8 | (edits[at + 3] & 0xff);
      var size = Math.min(edits[at + 4] & 0x3f, edits.length - at - 5);
      var bytes = Arrays.copyOfRange(edits, at + 5, at + 5 + size);
      at += 5 + size;
      var old = result.getOrDefault(name, new byte[0]);
      var from = old.length == 0 ? 0 : where % (old.length + 1);
      switch (deed) {
        case 0 -> result.remove(name);
        case 1 -> result.put(name, Arrays.copyOf(old, from));
        case 2 -> result.put(name, spliced(old, from, from, bytes));
        case 3 -> result.put(name, spliced(old, from, Math.min(old.length, from + size), bytes));
        case 4 -> result.put(name, files.getOrDefault(names.get(where % names.size()), old));
        case 5 -> result.put(name + new String(bytes, StandardCharsets.UTF_8) + "x", old);
        case 6 -> result.put(name, bytes);
        default -> result.put(name, spliced(old, from, Math.min(old.length, from + size), old));
      }
    }
    return result;
  }

  private static byte[] spliced(byte[] old, int from, int until, byte[] bytes) {
    if (old.length + bytes.length > LARGEST) {
      return old;
    }
    var out = new ByteArrayOutputStream();
    out.write(old, 0, from);
    out.write(bytes, 0, bytes.length);
    out.write(old, until, old.length - until);
    return out.toByteArray();
  }

  /// Stored, not packed, so that a change of the zip's bytes is a change of the content's.
  static byte[] zip(SortedMap<String, byte[]> files) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry("pack/" + file.getKey());
        var crc = new CRC32();
        crc.update(file.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(file.getValue().length);
        entry.setCrc(crc.getValue());
        entry.setTime(AT.toEpochMilli());
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IllegalArgumentException e) {
      throw new Finding("the fuzzer's own zip", e);
    }
    return out.toByteArray();
  }

  SortedMap<String, byte[]> files() throws IOException {
    sealed();
    return files;
  }

  private SealedPack sealed() throws IOException {
    var made = sealed;
    if (made == null) {
      var folder = Files.createTempDirectory(Scratch.folder(), "sealed").resolve("pack");
      var report = Scratch.file("report.json", "{\"readers\":2}".getBytes(StandardCharsets.UTF_8));
      made =
          new PackBuilder(KEY, Clock.fixed(AT, ZoneOffset.UTC), fixedRandom())
              .madeBy("cofferdam", "0.1.0")
              .input("logs/a.json.gz", 120, "aa".repeat(32))
              .report("report.json", report)
              .file("drafts/authority.txt", report)
              .fact(new Fact("stage", AT, "cofferdam", List.of("stage:read"), "{\"n\":1}"))
              .seal(folder);
      sealed = made;
      files = contents(folder);
    }
    return made;
  }

  /// The same pack in every process, so that an input means the same edits.
  private static SecureRandom fixedRandom() throws IOException {
    try {
      var random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(KEY_SEED);
      return random;
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }

  private static SortedMap<String, byte[]> contents(Path folder) throws IOException {
    var read = new TreeMap<String, byte[]>();
    try (var all = Files.walk(folder)) {
      for (var each : all.filter(Files::isRegularFile).toList()) {
        read.put(folder.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
      }
    }
    return read;
  }
}
