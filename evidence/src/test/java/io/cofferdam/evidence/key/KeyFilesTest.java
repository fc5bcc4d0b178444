package io.cofferdam.evidence.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Covers("E-01")
class KeyFilesTest {
  @TempDir Path folder;

  @Test
  void aKeyIsMadeOnFirstUseAndFoundAgain() throws IOException {
    var file = folder.resolve("new/signing-key");
    var made = KeyFiles.openOrCreate(file, new SecureRandom());
    var found = KeyFiles.openOrCreate(file, new SecureRandom());
    assertThat(made.created()).isTrue();
    assertThat(found.created()).isFalse();
    assertThat(found.key().verifier().line()).isEqualTo(made.key().verifier().line());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void bothPublicFilesGiveTheSameKey() {
    var made = KeyFiles.openOrCreate(folder.resolve("key"), new SecureRandom());
    assertThat(VerifierKey.read(made.pem()).line()).isEqualTo(made.key().verifier().line());
    assertThat(VerifierKey.read(made.line()).line()).isEqualTo(made.key().verifier().line());
  }

  @Test
  void aKeyOpenToOthersIsRefused() throws IOException {
    var file = folder.resolve("key");
    KeyFiles.openOrCreate(file, new SecureRandom());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> KeyFiles.openOrCreate(file, new SecureRandom()))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("mode 600");
  }

  @Test
  void aFileThatIsNoKeyIsNamedAndLeftAlone() throws IOException {
    var file = folder.resolve("key");
    Files.writeString(file, "hello");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> KeyFiles.openOrCreate(file, new SecureRandom()))
        .isInstanceOf(CofferdamException.class)
        .hasMessageContaining("PKCS#8");
    assertThat(file).hasContent("hello");
  }

  /// RFC 8032 section 7.1, test 2.
  @Test
  void keyAndSignatureAreThoseOfRfc8032() {
    var seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb";
    var key = SigningKey.ofSeed(HexFormat.of().parseHex(seed));
    var signature = key.sign(new byte[] {0x72});
    assertThat(HexFormat.of().formatHex(signature))
        .isEqualTo(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    assertThat(key.verifier().verifies(new byte[] {0x72}, signature)).isTrue();
    assertThat(key.verifier().verifies(new byte[] {0x73}, signature)).isFalse();
    assertThat(key.verifier().verifies(new byte[] {0x72}, new byte[3])).isFalse();
  }

  @Test
  void theSecretIsNeverPrinted() {
    var key = SigningKey.ofSeed("a seed that is thirty-two bytes.".getBytes(UTF_8));
    assertThat(key.toString()).isEqualTo("signing key " + key.verifier().name());
  }

  @Test
  void aVerifierLineWithAnotherIdIsRefused() throws IOException {
    var line = SigningKey.ofSeed(new byte[32]).verifier().line();
    var file = folder.resolve("bad");
    Files.writeString(file, line.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+"));
    assertThatThrownBy(() -> VerifierKey.read(file)).isInstanceOf(CofferdamException.class);
  }
}
