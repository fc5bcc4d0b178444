package io.cofferdam.drill.azure;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Request;

/// Lines of Azure's Activity log, Storage resource logs and Entra sign-in logs, as diagnostic
/// settings deliver them to a storage account: one JSON object a line (Azure Monitor reference,
/// tables StorageBlobLogs, AzureActivity, SigninLogs).
public final class AzureLines {
  private final String subscription;
  private final String tenant;
  private final String account;
  private final String container;

  public AzureLines(String subscription, String tenant, String account, String container) {
    this.subscription = subscription;
    this.tenant = tenant;
    this.account = account;
    this.container = container;
  }

  public String accountId() {
    return "/subscriptions/"
        + subscription
        + "/resourceGroups/shop-data/providers/Microsoft.Storage/storageAccounts/"
        + account;
  }

  /// The folder of diagnostic logs of one category for an hour.
  public static String path(String category, String resource, long second) {
    return "azure/"
        + category
        + "/resourceId="
        + resource
        + Times.format("'/y='yyyy'/m='MM'/d='dd'/h='HH'/m=00/PT1H.json'", second);
  }

  public String endpoint() {
    return "https://" + account + ".blob.core.windows.net";
  }

  public String subscription() {
    return subscription;
  }

  /// A container is made, private, as the Activity log tells it.
  public String containerMade(long second, String caller, String address, Dice dice) {
    return write(
        second, containerId(), CONTAINERS, "{\"properties\":{}}", true, caller, address, dice);
  }

  /// A container's public access is set, as the Activity log tells it.
  public String containerWrite(
      long second, String access, String caller, String address, Dice dice) {
    var body = "{\"properties\":{\"publicAccess\":\"" + access + "\"}}";
    return write(second, containerId(), CONTAINERS, body, false, caller, address, dice);
  }

  /// An account's settings are written, as the Activity log tells it.
  public String accountWrite(
      long second, boolean allowed, String caller, String address, Dice dice) {
    var body =
        "{\"properties\":{\"allowBlobPublicAccess\":"
            + allowed
            + ",\"publicNetworkAccess\":\"Enabled\",\"networkAcls\":{\"bypass\":\"AzureServices\","
            + "\"defaultAction\":\"Allow\",\"ipRules\":[],\"virtualNetworkRules\":[]}}}";
    return write(
        second,
        accountId(),
        "Microsoft.Storage/storageAccounts/write",
        body,
        false,
        caller,
        address,
        dice);
  }

  private static final String CONTAINERS =
      "Microsoft.Storage/storageAccounts/blobServices/containers/write";

  private String containerId() {
    return accountId() + "/blobServices/default/containers/" + container;
  }

  private String write(
      long second,
      String id,
      String operation,
      String body,
      boolean made,
      String caller,
      String address,
      Dice dice) {
    var text = new ByteText(2048);
    text.add("{\"time\":\"").add(time(second)).add("\",\"resourceId\":");
    text.quoted(id.toUpperCase(java.util.Locale.ROOT));
    text.add(",\"operationName\":\"").add(operation.toUpperCase(java.util.Locale.ROOT));
    text.add("\",\"category\":\"Administrative\",\"resultType\":\"Success\",");
    text.add("\"resultSignature\":\"Succeeded.").add(made ? "Created" : "OK");
    text.add("\",\"durationMs\":\"");
    text.add(dice.between(40, 400)).add("\",\"callerIpAddress\":\"").add(address);
    text.add("\",\"correlationId\":\"").add(dice.uuid()).add("\",\"identity\":{\"authorization\":");
    text.add("{\"scope\":").quoted(id);
    text.add(",\"action\":\"").add(operation);
    text.add("\",\"evidence\":{\"role\":\"Contributor\",\"principalType\":\"User\"}},\"claims\":{");
    text.add("\"name\":").quoted(caller);
    text.add("}},\"level\":\"Information\",\"properties\":{\"statusCode\":\"");
    text.add(made ? "Created" : "OK").add("\",\"requestbody\":").quoted(body);
    text.add(",\"eventCategory\":\"Administrative\",\"entity\":").quoted(id);
    text.add(",\"message\":\"").add(operation);
    text.add("\",\"hierarchy\":\"").add(subscription).add("\"},\"tenantId\":\"").add(tenant);
    return text.add("\"}").toString();
  }

  /// One access to a blob.
  public String blob(Request request) {
    var text = new ByteText(1500);
    boolean listing = request.verb() == Request.Verb.LIST;
    var operation =
        switch (request.verb()) {
          case GET, COPY -> "GetBlob";
          case HEAD -> "GetBlobProperties";
          case LIST -> "ListBlobs";
          case PUT -> "PutBlob";
        };
    text.add("{\"time\":\"").add(time(request.second())).add("\",\"resourceId\":");
    text.quoted(accountId() + "/blobServices/default");
    text.add(",\"category\":\"StorageRead\",\"operationName\":\"").add(operation);
    text.add("\",\"operationVersion\":\"2024-11-04\",\"schemaVersion\":\"1.0\",\"statusCode\":");
    text.add(request.status()).add(",\"statusText\":\"");
    boolean anonymous = request.seat().actor() instanceof Actor.Anonymous;
    text.add(
        request.succeeded()
            ? anonymous ? "AnonymousSuccess" : "Success"
            : request.status() == 404 ? "ResourceNotFound" : "AuthenticationFailed");
    text.add("\",\"durationMs\":").add(request.bytes() / 40_000 + 4);
    text.add(",\"callerIpAddress\":\"").add(request.seat().address()).add(":");
    text.add(40_000 + (Dice.mix(request.salt()) & 8191)).add("\",\"correlationId\":\"");
    text.uuid(Dice.mix(request.salt() + 1), Dice.mix(request.salt() + 2));
    text.add("\",\"identity\":{\"type\":\"").add(anonymous ? "Anonymous" : "OAuth").add('"');
    if (request.seat().actor() instanceof Actor.User user) {
      text.add(",\"requester\":{\"appId\":\"").add(user.id()).add("\",\"objectId\":\"");
      text.add(user.id()).add("\",\"tenantId\":\"").add(tenant).add("\",\"upn\":\"\"}");
    }
    text.add("},\"location\":\"westeurope\",\"properties\":{\"accountName\":\"").add(account);
    text.add("\",\"userAgentHeader\":").quoted(request.seat().userAgent());
    text.add(",\"serviceType\":\"blob\",\"objectKey\":");
    text.quoted("/" + account + "/" + container + (listing ? "" : "/" + request.key()));
    text.add(",\"metricResponseType\":\"")
        .add(request.succeeded() ? "Success" : "ClientOtherError");
    text.add("\",\"requestHeaderSize\":300,\"responseHeaderSize\":400,\"responseBodySize\":");
    text.add(request.bytes()).add(",\"tlsVersion\":\"TLS 1.3\"},\"uri\":");
    var uri = new ByteText(256);
    uri.add("https://").add(account).add(".blob.core.windows.net:443/").add(container);
    if (listing) {
      uri.add("?restype=container&comp=list");
    } else {
      uri.add('/').percent(request.key());
    }
    text.quoted(uri.toString()).add(",\"protocol\":\"HTTPS\",\"resourceType\":");
    return text.add("\"Microsoft.Storage/storageAccounts/blobServices\"}").toString();
  }

  /// A person signs in.
  public String signIn(long second, String person, String address, Dice dice) {
    var text = new ByteText(1024);
    text.add("{\"time\":\"").add(time(second)).add("\",\"resourceId\":\"/tenants/").add(tenant);
    text.add("/providers/Microsoft.aadiam\",\"operationName\":\"Sign-in activity\",");
    text.add("\"category\":\"SignInLogs\",\"resultType\":\"0\",\"callerIpAddress\":\"");
    text.add(address).add("\",\"tenantId\":\"").add(tenant).add("\",\"properties\":{\"id\":\"");
    text.add(dice.uuid()).add("\",\"createdDateTime\":\"").add(time(second));
    text.add("\",\"userPrincipalName\":").quoted(person).add(",\"userId\":\"").add(dice.uuid());
    text.add("\",\"appDisplayName\":\"Azure Portal\",\"ipAddress\":\"").add(address);
    text.add("\",\"status\":{\"errorCode\":0},\"location\":{\"countryOrRegion\":\"DE\"}}}");
    return text.toString();
  }

  private static String time(long second) {
    return Times.format("yyyy-MM-dd'T'HH:mm:ss.SSS'0000Z'", second);
  }
}
