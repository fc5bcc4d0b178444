package io.cofferdam.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.evidence.ledger.LedgerFiles;
import io.cofferdam.evidence.ledger.LedgerReader;
import io.cofferdam.evidence.merkle.TreeHasher;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The numbers in `docs/evidence-format.md` are those that the program makes.
@Covers("E-01")
class FormatExampleTest {
  private static final String BEGIN = "<!-- example -->\n";
  private static final String END = "<!-- /example -->\n";

  @TempDir Path folder;

  private static final class CountingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private byte next;

    @Override
    public void nextBytes(byte[] bytes) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = next++;
      }
    }
  }

  private String example() throws IOException {
    var report = Files.writeString(folder.resolve("report.json"), "{\"readers\":2}");
    var pack =
        new PackBuilder(Packs.KEY, Clock.fixed(Packs.AT, ZoneOffset.UTC), new CountingRandom())
            .madeBy("cofferdam", "0.1.0")
            .input("logs/a.json.gz", 120, "aa".repeat(32))
            .report("report.json", report)
            .fact(Packs.stage("read", Packs.AT.minusSeconds(20)))
            .seal(folder.resolve("pack"));
    var out = new StringBuilder();
    block(out, "Public key, line form:", Packs.KEY.verifier().line() + "\n");
    block(out, "`ledger/checkpoint`:", text(pack, PackLayout.CHECKPOINT));
    var entries = new StringBuilder();
    var hasher = new TreeHasher();
    var size = pack.checkpoint().size();
    var files = LedgerFiles.in(pack.folder().resolve("ledger"));
    new LedgerReader(files, size)
        .bundle(
            0,
            (index, bytes, from, length) -> {
              entries.append(new String(bytes, from, length, StandardCharsets.UTF_8)).append('\n');
              entries.append("  leaf ").append(hasher.leaf(bytes, from, length)).append('\n');
            });
    block(
        out,
        "Entries of `ledger/tile/entries/000.p/" + size + "`, and their leaves:",
        entries + "");
    block(out, "Root:", pack.checkpoint().root() + "\n");
    block(
        out,
        "`ledger/payloads/000000000000.jsonl`:",
        text(pack, PackLayout.PAYLOADS + "000000000000.jsonl"));
    block(out, "`manifest.json` (no newline at its end):", text(pack, PackLayout.MANIFEST) + "\n");
    var last = PackLayout.proof(size - 1);
    block(out, "`" + last + "` (no newline at its end):", text(pack, last) + "\n");
    return out.toString();
  }

  private static String text(SealedPack pack, String name) throws IOException {
    return Files.readString(pack.folder().resolve(name));
  }

  private static void block(StringBuilder out, String title, String text) {
    out.append('\n').append(title).append("\n\n```\n").append(text).append("```\n");
  }

  @Test
  void theWorkedExampleIsWhatTheProgramMakes() throws IOException {
    var page =
        Path.of(System.getProperty("repository.root", "..")).resolve("docs/evidence-format.md");
    var text = Files.readString(page);
    var begin = text.indexOf(BEGIN) + BEGIN.length();
    var end = text.indexOf(END);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(page, text.substring(0, begin) + example() + text.substring(end));
      return;
    }
    assertThat(text.substring(begin, end)).isEqualTo(example());
  }
}
