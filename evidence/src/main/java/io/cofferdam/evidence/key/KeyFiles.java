package io.cofferdam.evidence.key;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Set;

/// A signing key in its file, with the two files of its public half beside it.
///
/// @param created true when there was none and this call made it
/// @param pem the public key as PEM, for openssl; `line` as one line, for note tools. Both are to
///     be handed to whoever checks, by another way than the pack
public record KeyFiles(SigningKey key, boolean created, Path file, Path pem, Path line) {
  private static final int LARGEST_FILE = 64 << 10;

  /// Opens the PKCS#8 PEM file, or makes a new key there, readable by its owner alone.
  public static KeyFiles openOrCreate(Path file, SecureRandom random) {
    try {
      if (Files.exists(file)) {
        return open(file);
      }
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      var key = SigningKey.generate(random);
      try {
        writePrivately(file, key.pem());
      } catch (FileAlreadyExistsException e) {
        return open(file);
      }
      return publish(key, true, file);
    } catch (IOException e) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0012",
          ErrorCategory.UNAVAILABLE,
          "signing key file `"
              + file
              + "` can be neither read nor made [an Ed25519 PKCS#8 PEM file]",
          "name another with --signing-key, or mend the permissions of its folder",
          e);
    }
  }

  private static KeyFiles open(Path file) throws IOException {
    refuseSharedFile(file);
    if (Files.size(file) > LARGEST_FILE) {
      throw new IOException("larger than 64 KiB");
    }
    return publish(SigningKey.ofPem(Files.readString(file)), false, file);
  }

  private static KeyFiles publish(SigningKey key, boolean created, Path file) throws IOException {
    var pem = file.resolveSibling(file.getFileName() + ".pub.pem");
    var line = file.resolveSibling(file.getFileName() + ".vkey");
    writeIfOther(pem, key.verifier().pem());
    writeIfOther(line, key.verifier().line() + "\n");
    return new KeyFiles(key, created, file, pem, line);
  }

  private static void writeIfOther(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }

  private static void writePrivately(Path file, String pem) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    var attributes =
        posix(file)
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try (var channel = FileChannel.open(file, options, attributes)) {
      var bytes = ByteBuffer.wrap(pem.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void refuseSharedFile(Path file) throws IOException {
    if (!posix(file)) {
      return;
    }
    var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
    others.removeAll(
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    if (!others.isEmpty()) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0013",
          ErrorCategory.NOT_PERMITTED,
          "signing key file `" + file + "` is open to other users [mode 600]",
          "run: chmod 600 " + file);
    }
  }

  private static boolean posix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
