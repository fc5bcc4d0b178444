package io.cofferdam.app.drift;

import io.cofferdam.logs.LogReader;
import io.cofferdam.logs.spi.LogInput;
import io.cofferdam.logs.spi.LogSink;
import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.resource.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads the calls of a CloudTrail log file.
public final class ChangeEvents {
  private ChangeEvents() {}

  /// The calls in order of time.
  ///
  /// @throws CofferdamException CFD-APP-0095 where the file cannot be read, CFD-APP-0096 where it
  ///     holds no call
  public static List<ApiCall> read(Path file) {
    var calls = new ArrayList<ApiCall>();
    var reader = LogReader.standard((input, record, offset, reason, sample) -> {});
    try (var bytes = Files.newInputStream(file)) {
      reader.read(new LogInput(1, file.toString()), bytes, (input, format) -> new Calls(calls));
    } catch (IOException unreadable) {
      throw new CofferdamException(
          "CFD-APP-0095",
          ErrorCategory.INVALID_INPUT,
          "`--event` is `" + file + "`, which cannot be read [a CloudTrail log file]",
          "name a file of records, plain or gzipped",
          unreadable);
    }
    if (calls.isEmpty()) {
      throw new CofferdamException(
          "CFD-APP-0096",
          ErrorCategory.INVALID_INPUT,
          "`--event` is `" + file + "`, which holds no call [CloudTrail records of changes]",
          "an object with a list `Records`, as CloudTrail delivers it");
    }
    calls.sort(Comparator.comparing(ApiCall::time));
    return calls;
  }

  private record Calls(List<ApiCall> into) implements LogSink {
    @Override
    public boolean wants(Provider provider, String service, String action) {
      return provider == Provider.AWS;
    }

    @Override
    public void event(Event event) {
      if (event instanceof ApiCall call) {
        into.add(call);
      }
    }

    @Override
    public void passedOver(String account, String region, Instant time) {}

    @Override
    public void undecodable(long record, long offset, String reason, byte[] sample) {}

    @Override
    public void note(String text) {}
  }
}
