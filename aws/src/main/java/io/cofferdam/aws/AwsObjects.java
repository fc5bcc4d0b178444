package io.cofferdam.aws;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/// Copies objects of S3 byte for byte. Thread-safe.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
public final class AwsObjects {
  private static final int CHUNK = 1 << 16;

  private final AwsClients clients;

  public AwsObjects(AwsClients clients) {
    this.clients = clients;
  }

  /// Copies one object.
  ///
  /// @param account with whose credentials
  /// @return conclusive where all of it was written; else what went wrong, and the stream holds
  ///     some of it
  /// @throws IOException where the stream cannot be written
  public CallAnswer copy(String account, String bucket, String key, OutputStream out)
      throws IOException {
    var s3 = (S3Client) clients.client("s3", account, "");
    try (var in = s3.getObject(request -> request.bucket(bucket).key(key))) {
      var expected = in.response().contentLength();
      var copied = 0L;
      var chunk = new byte[CHUNK];
      while (true) {
        int read;
        try {
          read = in.read(chunk);
        } catch (IOException cut) {
          return without("the object was cut off after " + copied + " bytes");
        }
        if (read < 0) {
          break;
        }
        out.write(chunk, 0, read);
        copied += read;
      }
      return expected != null && expected != copied
          ? without("the object has " + expected + " bytes and " + copied + " came")
          : CallAnswer.answered(MissingNode.getInstance(), "", 1);
    } catch (SdkException error) {
      return AwsErrors.answer(error, 1);
    }
  }

  private static CallAnswer without(String words) {
    return CallAnswer.without(CallOutcome.FAILED, "Cut", words, "", 1).with(Trouble.PASSING);
  }
}
