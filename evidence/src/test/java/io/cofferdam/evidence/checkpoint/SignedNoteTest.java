package io.cofferdam.evidence.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.evidence.key.SigningKey;
import io.cofferdam.evidence.key.VerifierKey;
import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Covers("E-01")
class SignedNoteTest {
  private static final SigningKey KEY = SigningKey.ofSeed(new byte[32]);

  /// The example of the documentation of golang.org/x/mod/sumdb/note.
  @Test
  void aNoteSignedByTheGoImplementationIsValid(@TempDir Path folder) throws IOException {
    var file = folder.resolve("key");
    Files.writeString(file, "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n");
    var note =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
        """;
    var parsed = SignedNote.parse(note.getBytes(UTF_8));
    assertThat(parsed.signedBy(VerifierKey.read(file))).isEqualTo(SignedNote.Signed.VALID);
    assertThat(parsed.format()).isEqualTo(note);
  }

  @Test
  void aChangedTextIsNotSigned() throws IOException {
    var note = new Checkpoint("log", 3, Hash.sha256(new byte[0])).sign(KEY);
    var changed = new SignedNote(note.text().replace("3", "2"), note.signatures());
    assertThat(note.signedBy(KEY.verifier())).isEqualTo(SignedNote.Signed.VALID);
    assertThat(changed.signedBy(KEY.verifier())).isEqualTo(SignedNote.Signed.INVALID);
    var other = SigningKey.ofSeed("another seed of thirty-two bytes".getBytes(UTF_8));
    assertThat(note.signedBy(other.verifier())).isEqualTo(SignedNote.Signed.ABSENT);
  }

  @Test
  void aCheckpointIsReadBack() throws IOException {
    var checkpoint = new Checkpoint("cofferdam/ledger-00", 12, Hash.sha256(new byte[] {1}));
    var note = SignedNote.parse(checkpoint.sign(KEY).format().getBytes(UTF_8));
    assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o\n03\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n-3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n3\nAAAA\n",
        "o\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nextension\n",
        "\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n99999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
        "o\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "o\n3\n"
      })
  void whatIsNotATreeHeadIsRefused(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text\n",
        "text\n\n",
        "text\n\nname sig\n",
        "text\n\n— name !!\n",
        "text\n\n— name AA==\n",
        "a\tb\n\n— name AAAAAAAAAA==\n",
        "text\n\n— name AAAAAAAAAA=="
      })
  void whatIsNotASignedNoteIsRefused(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text.getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Property(tries = 500)
  void noBytesCrashTheParser(@ForAll byte[] bytes) {
    try {
      SignedNote.parse(bytes);
    } catch (IOException e) {
      assertThat(e).isNotNull();
    }
  }
}
