package io.cofferdam.app.contain;

import io.cofferdam.app.scan.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/// Tests of commands against one stand-in; each has a bucket and a case of its own.
abstract class OnStandIn {
  @TempDir static Path server;

  private static MotoServer moto;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
    moto = MotoServer.start(server);
  }

  @AfterAll
  static void stop() {
    System.clearProperty("aws.accessKeyId");
    System.clearProperty("aws.secretAccessKey");
    if (moto != null) {
      moto.close();
    }
  }

  static MotoServer moto() {
    return moto;
  }

  final OpenBucket scene() throws IOException {
    return new OpenBucket(moto, folder);
  }
}
