package io.cofferdam.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Counts how often a request was sent, bounds what is read of an answer, and looks at answers that
/// the vendor's client would take for empty lists: no bytes at all, or a page for people from
/// something between us and the service.
final class Attempts implements ExecutionInterceptor {
  static final ExecutionAttribute<Count> COUNT = new ExecutionAttribute<>("cofferdam.attempts");

  private static final int LOOK = 64;
  private static final String TOO_LARGE =
      "an answer of more than " + (BoundedAnswer.MOST >> 20) + " MiB";
  private static final Pattern WEB_PAGE =
      Pattern.compile("\\s*<(!doctype\\s+html|html)", Pattern.CASE_INSENSITIVE);

  /// What happened to one request.
  static final class Count {
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicReference<String> doubt = new AtomicReference<>("");

    int value() {
      return sent.get();
    }

    /// Why the answer is none, or empty.
    Optional<String> doubt() {
      return Optional.of(doubt.get()).filter(words -> !words.isEmpty());
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    var count = attributes.getAttribute(COUNT);
    if (count != null) {
      count.sent.incrementAndGet();
      count.doubt.set("");
    }
  }

  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    var count = attributes.getAttribute(COUNT);
    var good = context.httpResponse().isSuccessful();
    if (count == null || !good) {
      // The bytes of an object that is copied are bounded by its size, an error's words here.
      return good ? context.responseBody() : context.responseBody().map(Attempts::bounded);
    }
    if (context.httpRequest().method() == SdkHttpMethod.HEAD) {
      // Never has content: what S3 says of an object begins with its tag.
      if (context.httpResponse().firstMatchingHeader("ETag").isEmpty()) {
        count.doubt.set("an answer that says nothing of the object");
      }
      return context.responseBody();
    }
    if (context.responseBody().isEmpty()) {
      count.doubt.set("an answer without content");
      return context.responseBody();
    }
    if (packed(context.httpResponse())) {
      count.doubt.set("a compressed answer, which was not asked for");
      return Optional.of(InputStream.nullInputStream());
    }
    try {
      var body =
          new PushbackInputStream(
              new BoundedAnswer(context.responseBody().get(), () -> count.doubt.set(TOO_LARGE)),
              LOOK);
      var begin = body.readNBytes(LOOK);
      body.unread(begin);
      if (begin.length == 0) {
        count.doubt.set("an answer without content");
      } else if (WEB_PAGE.matcher(new String(begin, StandardCharsets.ISO_8859_1)).lookingAt()) {
        count.doubt.set("a web page came in place of an answer");
      }
      return Optional.of(body);
    } catch (IOException cut) {
      throw new UncheckedIOException(cut);
    }
  }

  /// The vendor's client unpacks such an answer, whatever becomes of it.
  private static boolean packed(SdkHttpResponse response) {
    var encoding = response.firstMatchingHeader("Content-Encoding").orElse("identity");
    return !encoding.equals("identity");
  }

  private static InputStream bounded(InputStream error) {
    return new BoundedAnswer(error, () -> {});
  }
}
