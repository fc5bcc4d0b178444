package io.cofferdam.azure;

import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.CloudCalls;
import io.cofferdam.respond.spi.Permit;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/// Makes calls to one subscription of Azure. The services and their calls, by the names of the
/// reference:
///
/// - `Microsoft.Storage`: `StorageAccounts_GetProperties`, `StorageAccounts_Update`,
///   `StorageAccounts_RegenerateKey`, `BlobContainers_List`; parameters `id` (of the account)
///   and, for what is sent, `body`. Answers are those of Azure Resource Manager, lists whole, and
///   the answer about a new key empty.
/// - `blob`: `GetContainerAcl`, `SetContainerAcl`; parameters `account`, `container`, and for the
///   latter `publicAccess`, `SignedIdentifiers`, `ifUnmodifiedSince`.
///
/// A reply that asks to be left alone for a while (429) is waited for and the request made again,
/// up to three times: nothing happened.
public final class AzureCalls implements CloudCalls, AutoCloseable {
  private static final int MOST = 32 << 20;
  private static final int TIMES = 3;
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient client;
  private final Duration patience;
  private final Consumer<Duration> pause;
  private final ArmWire arm;
  private final BlobWire blob;

  /// @param patience how long one answer may take
  /// @param clock whose time signed requests carry
  /// @param pause waits
  public AzureCalls(
      AzureEndpoints endpoints,
      AzureCredentials credentials,
      Duration patience,
      InstantSource clock,
      Consumer<Duration> pause) {
    this.patience = patience;
    this.pause = pause;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.arm = new ArmWire(endpoints, credentials.management(), new Sender());
    this.blob = new BlobWire(endpoints, credentials.blob(), clock);
  }

  /// There was no whole reply.
  static final class Cut extends Exception {
    private static final long serialVersionUID = 1L;

    Cut(String words) {
      super(words);
    }
  }

  /// Sends one request after the other.
  final class Sender {
    private Sender() {}

    Reply send(HttpRequest.Builder request) throws Cut {
      var whole = request.timeout(patience).build();
      for (var time = 1; ; time++) {
        var reply = once(whole);
        var wait = reply.retryAfter(Duration.ofSeconds(1L << time));
        if (reply.status() != 429 || time == TIMES || wait.compareTo(LONGEST) > 0) {
          return reply;
        }
        pause.accept(wait);
      }
    }

    void rest(Duration time) {
      pause.accept(time);
    }

    private Reply once(HttpRequest request) throws Cut {
      try {
        var answer = client.send(request, BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
          var bytes = body.readNBytes(MOST + 1);
          if (bytes.length > MOST) {
            throw new Cut("an answer of more than 32 MiB");
          }
          return new Reply(answer.statusCode(), answer.headers(), bytes);
        }
      } catch (IOException cut) {
        throw new Cut(cut.getClass().getSimpleName());
      } catch (InterruptedException told) {
        Thread.currentThread().interrupt();
        throw new Cut("the call was interrupted");
      }
    }
  }

  @Override
  public CallResult look(ActCall call) {
    var operation = operation(call);
    if (!operation.onlyReads()) {
      throw new CofferdamBug(call.words() + " does not only read");
    }
    return send(operation, call);
  }

  @Override
  public CallResult change(ActCall call, Permit permit) {
    if (!permit.covers(call)) {
      throw new CofferdamBug(call.words() + " is not among the calls that were approved");
    }
    return send(operation(call), call);
  }

  private static Operation operation(ActCall call) {
    return Operation.of(call.service(), call.operation())
        .orElseThrow(() -> new CofferdamBug("no operation " + call.words()));
  }

  private CallResult send(Operation operation, ActCall call) {
    try {
      return switch (operation.service()) {
        case STORAGE -> arm.send(operation, call.parameters());
        case BLOB ->
            BlobWire.result(
                operation, new Sender().send(blob.request(operation, call.parameters())));
      };
    } catch (Cut cut) {
      return new CallResult.Uncertain("Connection", String.valueOf(cut.getMessage()), "");
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
