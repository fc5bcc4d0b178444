package io.cofferdam.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.respond.spi.ActCall;
import io.cofferdam.respond.spi.CallResult;
import io.cofferdam.respond.spi.Permission;
import io.cofferdam.respond.spi.Permit;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers that are none, waits, and calls that must not be sent.
@Covers("R-02")
class AzureCallsTest {
  private static final String ID =
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/shop/providers/"
          + "Microsoft.Storage/storageAccounts/shopstore";
  private static final String TOKEN = "not-a-secret";

  /// What is answered next.
  @SuppressWarnings("ArrayRecordComponent")
  private record Answer(int code, String body, String... headers) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();
  private String token = TOKEN;

  private HttpServer server;

  private AzureCalls calls;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    calls =
        new AzureCalls(
            new AzureEndpoints(endpoint(), Optional.of(endpoint())),
            new AzureCredentials(() -> token, new AzureCredentials.Token(() -> token)),
            Duration.ofSeconds(10),
            () -> Instant.parse("2026-11-22T03:00:00Z"),
            waits::add);
  }

  @AfterEach
  void stop() {
    calls.close();
    server.stop(0);
  }

  private URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(
          exchange.getRequestMethod()
              + " "
              + exchange.getRequestURI()
              + " "
              + exchange.getRequestHeaders().getFirst("Authorization"));
      var next = answers.size() > 1 ? answers.pop() : answers.getFirst();
      var bytes =
          next.body()
              .replace('\'', '"')
              .replace("@", endpoint().toString())
              .getBytes(StandardCharsets.UTF_8);
      for (var i = 0; i < next.headers().length; i += 2) {
        exchange
            .getResponseHeaders()
            .add(next.headers()[i], next.headers()[i + 1].replace("@", endpoint().toString()));
      }
      exchange.sendResponseHeaders(next.code(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static ActCall call(String operation) {
    return call("Microsoft.Storage", operation, object().put("id", ID));
  }

  private static ActCall call(String service, String operation, ObjectNode parameters) {
    return new ActCall(service, operation, "", parameters, new Permission("read", "shopstore"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ActCall acl(String operation) {
    return call("blob", operation, object().put("account", "shopstore").put("container", "files"));
  }

  /// Lets everything be called, or nothing.
  private static Permit permit(boolean covers) {
    return new Permit() {
      @Override
      public boolean covers(ActCall call) {
        return covers;
      }

      @Override
      public List<Permission> permissions() {
        return List.of();
      }
    };
  }

  private static String kind(CallResult result) {
    return result.getClass().getSimpleName();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'id':'a'} | Answered",
        "200 | <html>Please sign in</html> | Uncertain",
        "200 | [] | Uncertain",
        "200 | {'id' | Uncertain",
        "302 | {'error':{'code':'Moved','message':''}} | Uncertain",
        "400 | {'error':{'code':'InvalidRequestPropertyValue','message':'no'}} | Rejected",
        "401 | {'error':{'code':'ExpiredAuthenticationToken','message':'old'}} | Denied",
        "403 | {'error':{'code':'AuthorizationFailed','message':'no role'}} | Denied",
        "403 | Forbidden by a proxy | Uncertain",
        "404 | {'error':{'code':'ResourceNotFound','message':'none'}} | Absent",
        "404 | {'error':{'code':'SubscriptionNotFound','message':'none'}} | Rejected",
        "404 | 404 page not found | Uncertain",
        "409 | {'error':{'code':'ScopeLocked','message':'locked'}} | Rejected",
        "409 | {'error':{'code':'AnotherOperationInProgress','message':'busy'}} | Uncertain",
        "500 | {'error':{'code':'InternalServerError','message':'oh'}} | Uncertain"
      })
  void anAnswerIsWhatTheServiceSays(int code, String body, String result) {
    answers.add(new Answer(code, body));
    assertThat(kind(calls.look(call("StorageAccounts_GetProperties")))).isEqualTo(result);
    assertThat(asked).containsExactly("GET " + ID + "?api-version=2025-06-01 Bearer " + TOKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <SignedIdentifiers/> | '' | Answered",
        "200 | <html/> | '' | Uncertain",
        "403 | '' | AuthorizationPermissionMismatch | Denied",
        "404 | '' | ContainerNotFound | Absent",
        "404 | '' | '' | Uncertain",
        "409 | '' | PublicAccessNotPermitted | Rejected",
        "412 | '' | ConditionNotMet | Rejected",
        "503 | '' | ServerBusy | Uncertain"
      })
  void anAclIsWhatTheServiceSays(int code, String body, String error, String result) {
    answers.add(
        error.isEmpty()
            ? new Answer(code, body)
            : new Answer(code, body, "x-ms-error-code", error));
    assertThat(kind(calls.look(acl("GetContainerAcl")))).isEqualTo(result);
  }

  @Test
  void aNewKeyIsInNoAnswer() {
    answers.add(new Answer(200, "{'keys':[{'keyName':'key1','value':'bmV3IGtleQ=='}]}"));
    var result = calls.change(call("StorageAccounts_RegenerateKey"), permit(true));
    assertThat(kind(result)).isEqualTo("Answered");
    assertThat(result.toString()).doesNotContain("bmV3IGtleQ", "key1");
  }

  @Test
  void aServiceThatAsksForAWaitIsAskedAgain() {
    answers.add(new Answer(429, "{}", "Retry-After", "17"));
    answers.add(new Answer(429, "{}"));
    answers.add(new Answer(200, "{'id':'a'}"));
    assertThat(kind(calls.look(call("StorageAccounts_GetProperties")))).isEqualTo("Answered");
    assertThat(waits).containsExactly(Duration.ofSeconds(17), Duration.ofSeconds(4));
    answers.add(new Answer(429, "{'error':{'code':'TooManyRequests'}}", "Retry-After", "86400"));
    answers.pop();
    assertThat(kind(calls.look(call("StorageAccounts_GetProperties")))).isEqualTo("Uncertain");
    assertThat(waits).hasSize(2);
  }

  @Test
  void whatWasOnlyBegunIsFollowedToItsEnd() {
    answers.add(new Answer(202, "", "Location", "@/operations/1?monitor=true", "Retry-After", "0"));
    answers.add(new Answer(202, ""));
    answers.add(new Answer(200, "{'id':'a'}"));
    assertThat(kind(calls.change(call("StorageAccounts_Update"), permit(true))))
        .isEqualTo("Answered");
    assertThat(asked).hasSize(3);
    answers.clear();
    answers.add(new Answer(202, "", "Azure-AsyncOperation", "@/operations/2"));
    answers.add(new Answer(200, "{'status':'InProgress'}"));
    answers.add(new Answer(200, "{'status':'Failed','error':{'code':'Conflict'}}"));
    assertThat(kind(calls.change(call("StorageAccounts_Update"), permit(true))))
        .isEqualTo("Rejected");
  }

  @Test
  void aListIsReadToItsEnd() {
    answers.add(new Answer(200, "{'value':[{'name':'a'}],'nextLink':'@/more?page=2'}"));
    answers.add(new Answer(200, "{'value':[{'name':'b'}]}"));
    var result = (CallResult.Answered) calls.look(call("BlobContainers_List"));
    assertThat(result.body().toString())
        .isEqualTo("{\"value\":[{\"name\":\"a\"},{\"name\":\"b\"}]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/more",
        "https://management.azure.com.elsewhere.example/more",
        "https://management.azure.com@elsewhere.example/more",
        "http://127.0.0.1:1/more",
        "//elsewhere.example/more",
        "more",
        "::"
      })
  void noTokenGoesElsewhere(String next) {
    answers.add(new Answer(200, "{'value':[],'nextLink':'" + next.replace("@", "%40") + "'}"));
    assertThat(kind(calls.look(call("BlobContainers_List")))).isEqualTo("Uncertain");
    answers.clear();
    answers.add(new Answer(202, "", "Location", next.replace("@", "%40")));
    assertThat(kind(calls.change(call("StorageAccounts_Update"), permit(true))))
        .isEqualTo("Uncertain");
    assertThat(asked).hasSize(2);
  }

  @Test
  void partsOfResourceManagerAreFollowed() {
    var azure = AzureEndpoints.PUBLIC;
    assertThat(azure.ofManagement(URI.create("https://eastus.management.azure.com/x"))).isTrue();
    assertThat(azure.ofManagement(URI.create("https://management.azure.com/x"))).isTrue();
    assertThat(azure.ofManagement(URI.create("http://management.azure.com/x"))).isFalse();
    assertThat(azure.ofManagement(URI.create("https://xmanagement.azure.com/x"))).isFalse();
    assertThat(azure.ofManagement(URI.create("https://me@management.azure.com/x"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://management.azure.com, true",
    "http://127.0.0.1:10000, true",
    "http://localhost:10000, true",
    "http://management.azure.com, false",
    "http://10.0.0.1, false",
    "http://127.0.0.1.elsewhere.example, false",
    "https://me@management.azure.com, false",
    "ftp://localhost, false",
    "management.azure.com, false"
  })
  void tokensGoOverHttpsOrNowhere(String endpoint, boolean usable) {
    assertThat(AzureEndpoints.usable(URI.create(endpoint))).isEqualTo(usable);
  }

  /// What the service says of a signature repeats it.
  @Test
  void noSecretIsInAMessage() {
    answers.add(
        new Answer(
            401, "{'error':{'code':'InvalidAuthenticationToken','message':'" + TOKEN + "'}}"));
    assertThat(calls.look(call("StorageAccounts_GetProperties")).toString()).doesNotContain(TOKEN);
    answers.clear();
    answers.add(new Answer(401, "{'error':{'code':'InvalidAuthenticationToken'}}"));
    token = "torn\r\nX-Secret: apart";
    assertThat(calls.look(call("StorageAccounts_GetProperties")).toString())
        .doesNotContain("torn", "apart");
    assertThat(asked.getLast()).endsWith(" Bearer");
    assertThat(new AzureCredentials.AccountKey("shopstore", () -> TOKEN).toString())
        .doesNotContain(TOKEN);
  }

  @Test
  void aServerThatIsNotThereIsUncertain() {
    try (var none =
        new AzureCalls(
            new AzureEndpoints(URI.create("http://127.0.0.1:1"), Optional.empty()),
            new AzureCredentials(() -> "", new AzureCredentials.Token(() -> "")),
            Duration.ofSeconds(10),
            () -> Instant.EPOCH,
            waits::add)) {
      assertThat(kind(none.look(call("StorageAccounts_GetProperties")))).isEqualTo("Uncertain");
    }
  }

  @Test
  void whatWasNotApprovedOrIsNoneIsNotSent() {
    assertThatThrownBy(() -> calls.change(acl("SetContainerAcl"), permit(false)))
        .isInstanceOf(CofferdamBug.class)
        .hasMessageContaining("not among the calls");
    for (var wrong :
        List.of(
            call("StorageAccounts_Update"),
            acl("SetContainerAcl"),
            call("StorageAccounts_ListKeys"),
            call(
                "Microsoft.Storage",
                "StorageAccounts_GetProperties",
                object().put("id", ID + "/../other")),
            call("blob", "GetContainerAcl", object().put("account", "a.example/x")))) {
      assertThatThrownBy(() -> calls.look(wrong)).isInstanceOf(CofferdamBug.class);
    }
    assertThat(asked).isEmpty();
  }
}
