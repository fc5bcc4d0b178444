package io.cofferdam.app.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;

/// An account whose only logs are the objects of one bucket, under keys that no stand-in takes and
/// with refusals by object. Speaks as much of S3, STS, CloudTrail, EC2 and Config as `fetch` asks.
final class MadeBucket implements AutoCloseable {
  static final String BUCKET = "shop-logs";
  static final String BASE = "AWSLogs/111122223333/CloudTrail/us-east-1/2026/03/10/";

  private final HttpServer server;
  private final TreeMap<String, byte[]> objects = new TreeMap<>();
  private final Map<String, String> listedTags = new HashMap<>();
  private final Set<String> denied = new HashSet<>();
  private final Set<String> copied = new TreeSet<>();

  MadeBucket() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void put(String key, String content) {
    objects.put(key, content.getBytes(StandardCharsets.UTF_8));
  }

  void deny(String key) {
    denied.add(key);
  }

  /// Makes lists tell of an older version.
  void listAsChanged(String key) {
    listedTags.put(key, "00000000");
  }

  Map<String, byte[]> objects() {
    return objects;
  }

  /// The keys of objects that were sent.
  synchronized Set<String> copied() {
    return Set.copyOf(copied);
  }

  private static String tag(byte[] content) {
    return FileHash.sha256(new String(content, StandardCharsets.UTF_8)).substring(0, 32);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      if (target != null) {
        var trails = "{\"trailList\":[{\"Name\":\"shop\",\"S3BucketName\":\"" + BUCKET + "\"}]}";
        send(exchange, 200, target.endsWith("DescribeTrails") ? trails : "{}");
      } else if (body.contains("Action=GetCallerIdentity")) {
        send(
            exchange,
            200,
            "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account>"
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
      } else if (body.contains("Action=DescribeFlowLogs")) {
        send(exchange, 200, "<DescribeFlowLogsResponse><flowLogSet/></DescribeFlowLogsResponse>");
      } else if (exchange.getRequestURI().getRawPath().startsWith("/" + BUCKET)) {
        bucket(exchange);
      } else if (exchange.getRequestURI().getRawPath().equals("/detector")) {
        send(exchange, 200, "{\"detectorIds\":[]}");
      } else if (exchange.getRequestURI().getRawPath().equals("/findings")) {
        send(exchange, 200, "{\"Findings\":[]}");
      } else {
        send(exchange, 200, "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>");
      }
    }
  }

  private void bucket(HttpExchange exchange) throws IOException {
    var query = query(exchange.getRequestURI());
    var path = exchange.getRequestURI().getRawPath().substring(BUCKET.length() + 1);
    if (query.containsKey("list-type")) {
      send(exchange, 200, list(query));
    } else if (path.length() <= 1) {
      send(exchange, 404, "<Error><Code>NoSuchLifecycleConfiguration</Code></Error>");
    } else {
      object(exchange, URLDecoder.decode(path.substring(1), StandardCharsets.UTF_8));
    }
  }

  private void object(HttpExchange exchange, String key) throws IOException {
    var content = objects.get(key);
    var wanted = exchange.getRequestHeaders().getFirst("If-Match");
    if (content == null) {
      send(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>gone</Message></Error>");
    } else if (denied.contains(key)) {
      send(exchange, 403, "<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
    } else if (wanted != null && !wanted.replace("\"", "").equals(tag(content))) {
      send(exchange, 412, "<Error><Code>PreconditionFailed</Code><Message>no</Message></Error>");
    } else {
      synchronized (this) {
        copied.add(key);
      }
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private String list(Map<String, String> query) {
    var prefix = query.getOrDefault("prefix", "");
    var folders = new TreeSet<String>();
    var xml = new StringBuilder("<ListBucketResult><EncodingType>url</EncodingType>");
    for (var each : objects.entrySet()) {
      var key = each.getKey();
      var end = key.startsWith(prefix) ? key.indexOf('/', prefix.length()) : -1;
      if (!key.startsWith(prefix) || key.compareTo(query.getOrDefault("start-after", "")) <= 0) {
        continue;
      }
      if (query.containsKey("delimiter") && end >= 0) {
        folders.add(key.substring(0, end + 1));
      } else {
        xml.append("<Contents><Key>")
            .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
            .append("</Key><ETag>&quot;")
            .append(listedTags.getOrDefault(key, tag(each.getValue())))
            .append("&quot;</ETag><Size>")
            .append(each.getValue().length)
            .append("</Size></Contents>");
      }
    }
    folders.forEach(
        each ->
            xml.append("<CommonPrefixes><Prefix>")
                .append(URLEncoder.encode(each, StandardCharsets.UTF_8))
                .append("</Prefix></CommonPrefixes>"));
    return xml.append("</ListBucketResult>").toString();
  }

  private static Map<String, String> query(URI uri) {
    var members = new HashMap<String, String>();
    var raw = uri.getRawQuery();
    for (var each : (raw == null ? "" : raw).split("&", -1)) {
      var parts = each.split("=", 2);
      members.put(
          parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return members;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
