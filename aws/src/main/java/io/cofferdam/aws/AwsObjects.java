package io.cofferdam.aws;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.cofferdam.posture.spi.CallAnswer;
import io.cofferdam.posture.spi.CallOutcome;
import io.cofferdam.posture.spi.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Copies objects of S3 byte for byte. Thread-safe.
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
public final class AwsObjects {
  private static final int CHUNK = 1 << 16;
  private static final int CHANGED = 412;

  private final AwsClients clients;
  private final Duration patience;

  /// @param patience in which at least 64 KiB of an object have to come, or its end
  public AwsObjects(AwsClients clients, Duration patience) {
    this.clients = clients;
    this.patience = patience;
  }

  /// An object as a list of its bucket told of it.
  ///
  /// @param tag its entity tag, or empty: any
  /// @param size in bytes, or -1: any
  public record Listed(String bucket, String key, String tag, long size) {}

  /// Copies one object.
  ///
  /// @param account with whose credentials
  /// @return conclusive where all of it was written; else what went wrong, as where it is another
  ///     than the one listed, and the stream holds some of it
  /// @throws IOException where the stream cannot be written
  public CallAnswer copy(String account, Listed object, OutputStream out) throws IOException {
    var s3 = (S3Client) clients.client("s3", account, "");
    try (var in = s3.getObject(request(object))) {
      return copy(object, in, out);
    } catch (SdkException error) {
      var answer = AwsErrors.answer(error, 1);
      return answer.errorCode().equals("PreconditionFailed") || status(error) == CHANGED
          ? answer.saying("it was changed after it was listed").with(Trouble.NONE)
          : answer;
    }
  }

  private static GetObjectRequest request(Listed object) {
    var request = GetObjectRequest.builder().bucket(object.bucket()).key(object.key());
    return (object.tag().isEmpty() ? request : request.ifMatch('"' + object.tag() + '"')).build();
  }

  private CallAnswer copy(
      Listed object, ResponseInputStream<GetObjectResponse> in, OutputStream out)
      throws IOException {
    var expected = in.response().contentLength();
    var copied = 0L;
    var marked = 0L;
    var since = System.nanoTime();
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
      if (object.size() >= 0 && copied > object.size()) {
        in.abort();
        return without("the object was listed with " + object.size() + " bytes and has more");
      }
      if (copied - marked >= CHUNK) {
        marked = copied;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > patience.toNanos()) {
        in.abort();
        return without("the object came too slowly after " + copied + " bytes");
      }
    }
    return (expected != null && expected != copied)
            || (object.size() >= 0 && object.size() != copied)
        ? without("the object has " + object.size() + " bytes and " + copied + " came")
        : CallAnswer.answered(MissingNode.getInstance(), "", 1);
  }

  private static int status(SdkException error) {
    return error instanceof AwsServiceException service ? service.statusCode() : 0;
  }

  private static CallAnswer without(String words) {
    return CallAnswer.without(CallOutcome.FAILED, "Cut", words, "", 1).with(Trouble.PASSING);
  }
}
