package io.cofferdam.evidence.timestamp;

import io.cofferdam.evidence.merkle.Hash;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;

/// Any time stamp authority that answers over HTTP (RFC 3161 section 3.4). Only a hash leaves the
/// machine. Redirects are not followed; the whole exchange, body included, ends at the time limit.
public final class HttpTimestampAuthority implements TimestampAuthority {
  private static final int LARGEST_ANSWER = 256 << 10;

  private final URI address;
  private final Duration limit;
  private final Optional<String> policy;
  private final SecureRandom random;

  /// An authority by its address.
  ///
  /// @param address `http:` or `https:`
  /// @param limit for connecting, sending and receiving together
  /// @param policy the object identifier of the stamping policy to demand, or none
  public HttpTimestampAuthority(
      URI address, Duration limit, Optional<String> policy, SecureRandom random) {
    var scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0020",
          ErrorCategory.INVALID_INPUT,
          "time stamp authority `" + address + "` [an http: or https: address]",
          "name the authority by its full address");
    }
    this.address = address;
    this.limit = limit;
    this.policy = policy;
    this.random = random;
  }

  @Override
  public String name() {
    return address.getHost();
  }

  @Override
  public byte[] stamp(byte[] message) {
    var asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    policy.ifPresent(each -> asking.setReqPolicy(new ASN1ObjectIdentifier(each)));
    try {
      var question =
          asking.generate(
              TSPAlgorithms.SHA256, Hash.sha256(message).bytes(), new BigInteger(64, random));
      var answer = exchange(question.getEncoded());
      var response = new TimeStampResponse(answer);
      response.validate(question);
      if (response.getTimeStampToken() == null) {
        throw failed("it refused: status " + response.getStatus(), null);
      }
      return answer;
    } catch (TSPException e) {
      throw failed("its answer does not fit the question", e);
    } catch (IOException | RuntimeException e) {
      throw e instanceof CofferdamException known ? known : failed("its answer does not read", e);
    }
  }

  private byte[] exchange(byte[] question) {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .build();
    try (var client =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      var coming =
          client.sendAsync(
              request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
      try {
        return checked(coming.get(limit.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        throw failed("no whole answer within " + limit.toMillis() + " ms", e);
      } catch (ExecutionException e) {
        throw failed("no answer", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw failed("interrupted", e);
      } finally {
        coming.cancel(true);
        client.shutdownNow();
      }
    }
  }

  private byte[] checked(HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) {
      throw failed("it answered with HTTP status " + response.statusCode(), null);
    }
    var type = response.headers().firstValue("Content-Type").orElse("none");
    if (!type.startsWith("application/timestamp-reply")) {
      throw failed("its answer is of type `" + type + "` [application/timestamp-reply]", null);
    }
    return response.body();
  }

  private CofferdamException failed(String why, @Nullable Throwable cause) {
    return new CofferdamException(
        "CFD-EVIDENCE-0021",
        ErrorCategory.UNAVAILABLE,
        "time stamp authority `" + name() + "`: " + why,
        "try again, or name another; without a stamp nothing outside anchors the ledger",
        cause == null ? new IOException(why) : cause);
  }
}
