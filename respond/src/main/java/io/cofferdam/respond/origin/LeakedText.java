package io.cofferdam.respond.origin;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The texts that somebody published or sent: one file, or the files of a folder (not following
/// links). At most [#MAX_BYTES] in all are looked at; what is beyond is counted and told.
record LeakedText(List<int[]> texts, long bytes, long passedOver) {
  static final long MAX_BYTES = 64L << 20;
  private static final int MAX_FILES = 10_000;
  private static final int MAX_DEPTH = 16;

  LeakedText {
    texts = List.copyOf(texts);
  }

  /// Reads the texts as code points; bytes that are no UTF-8 become replacement characters.
  ///
  /// @throws CofferdamException CFD-RESPOND-0201 where they cannot be read
  static LeakedText read(Path path) {
    var texts = new ArrayList<int[]>();
    long bytes = 0;
    long passedOver = 0;
    try (var files = Files.walk(path, MAX_DEPTH, new FileVisitOption[0])) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        long size = Files.size(file);
        if (texts.size() >= MAX_FILES || bytes + size > MAX_BYTES) {
          passedOver++;
          continue;
        }
        bytes += size;
        texts.add(points(Files.readAllBytes(file)));
      }
    } catch (IOException | java.io.UncheckedIOException cannot) {
      throw new CofferdamException(
          "CFD-RESPOND-0201",
          ErrorCategory.INVALID_INPUT,
          "leaked samples `" + path + "` cannot be read [a text file, or a folder of them]",
          "check the path given to --leaked",
          cannot);
    }
    return new LeakedText(texts, bytes, passedOver);
  }

  private static int[] points(byte[] bytes) throws IOException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .decode(ByteBuffer.wrap(bytes))
        .codePoints()
        .toArray();
  }
}
