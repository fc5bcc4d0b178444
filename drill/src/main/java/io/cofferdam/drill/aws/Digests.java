package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Company;
import io.cofferdam.model.CofferdamBug;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Future;

/// Writes the hourly CloudTrail digest files, each naming the log files of its hour as they were
/// delivered, before any loss (AWS CloudTrail user guide, "CloudTrail digest file structure").
final class Digests {
  /// One delivered log file.
  record Delivered(String path, Future<String> hash, long oldest, long newest) {}

  private final Company company;
  private final Shelf shelf;
  private final TrailKey key;
  private final Dice lossDice;
  private final double loss;
  private final List<Delivered> hour = new ArrayList<>();
  private String previousPath = "";
  private String previousHash = "";
  private String previousSignature = "";
  long lost;
  long written;

  Digests(Company company, Shelf shelf, TrailKey key, Dice lossDice, double loss) {
    this.company = company;
    this.shelf = shelf;
    this.key = key;
    this.lossDice = lossDice;
    this.loss = loss;
  }

  void add(Delivered file) {
    hour.add(file);
  }

  /// Closes the hour that ends at `end`.
  void close(long end) throws IOException {
    var path =
        "AWSLogs/"
            + company.account()
            + "/CloudTrail-Digest/"
            + company.region()
            + Times.format("/yyyy/MM/dd/", end)
            + company.account()
            + "_CloudTrail-Digest_"
            + company.region()
            + "_"
            + company.trail()
            + "_"
            + company.region()
            + Times.format("_yyyyMMdd'T'HHmmss'Z'", end)
            + ".json.gz";
    var text = new ByteText(1024 + hour.size() * 400);
    text.add("{\"awsAccountId\":\"").add(company.account());
    text.add("\",\"digestStartTime\":\"");
    Times.iso(text, end - 3600).add("\",\"digestEndTime\":\"");
    Times.iso(text, end).add("\",\"digestS3Bucket\":\"").add(company.logBucket());
    text.add("\",\"digestS3Object\":\"").add(path);
    text.add("\",\"digestPublicKeyFingerprint\":\"").add(key.fingerprint());
    text.add("\",\"digestSignatureAlgorithm\":\"SHA256withRSA\",\"newestEventTime\":");
    time(text, hour.stream().mapToLong(Delivered::newest).max().orElse(-1));
    text.add(",\"oldestEventTime\":");
    time(text, hour.stream().mapToLong(Delivered::oldest).min().orElse(-1));
    boolean first = previousPath.isEmpty();
    text.add(",\"previousDigestS3Bucket\":");
    optional(text, first ? "" : company.logBucket());
    text.add(",\"previousDigestS3Object\":");
    optional(text, previousPath);
    text.add(",\"previousDigestHashValue\":");
    optional(text, previousHash);
    text.add(",\"previousDigestHashAlgorithm\":");
    optional(text, first ? "" : "SHA-256");
    text.add(",\"previousDigestSignature\":");
    optional(text, previousSignature);
    text.add(",\"logFiles\":[");
    for (int i = 0; i < hour.size(); i++) {
      var file = hour.get(i);
      text.add(i == 0 ? "{\"s3Bucket\":\"" : ",{\"s3Bucket\":\"").add(company.logBucket());
      text.add("\",\"s3Object\":\"").add(file.path());
      text.add("\",\"hashValue\":\"").add(Press.await(file.hash()));
      text.add("\",\"hashAlgorithm\":\"SHA-256\",\"newestEventTime\":");
      time(text, file.newest());
      text.add(",\"oldestEventTime\":");
      time(text, file.oldest());
      text.add('}');
    }
    text.add("]}");
    hour.clear();
    var hash = sha256(text);
    var before = first ? "null" : previousSignature;
    previousSignature =
        key.sign(
            Times.iso(end) + "\n" + company.logBucket() + "/" + path + "\n" + hash + "\n" + before);
    previousPath = path;
    previousHash = hash;
    if (lossDice.chance(loss)) {
      lost++;
      return;
    }
    written++;
    Gzip.write(shelf, "logs/" + path, text, 0, text.length());
  }

  private static void time(ByteText out, long second) {
    if (second < 0) {
      out.add("null");
    } else {
      out.add('"');
      Times.iso(out, second).add('"');
    }
  }

  private static void optional(ByteText out, String text) {
    if (text.isEmpty()) {
      out.add("null");
    } else {
      out.quoted(text);
    }
  }

  static String sha256(ByteText text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      text.digestInto(digest);
      return HexFormat.of().formatHex(digest.digest());
    } catch (GeneralSecurityException missing) {
      throw new CofferdamBug("the Java runtime lacks SHA-256", missing);
    }
  }

  /// The keys beside the logs: as `aws cloudtrail list-public-keys` prints them, and as PEM.
  void writeKeys(long from, long until) throws IOException {
    var json = new ByteText(2048);
    json.add("{\"PublicKeyList\":[{\"Value\":\"")
        .add(java.util.Base64.getEncoder().encodeToString(key.pkcs1()))
        .add("\",\"ValidityStartTime\":\"")
        .add(Times.iso(from - 86_400))
        .add("\",\"ValidityEndTime\":\"")
        .add(Times.iso(until + 365 * 86_400L))
        .add("\",\"Fingerprint\":\"")
        .add(key.fingerprint())
        .add("\"}]}\n");
    try (var out = shelf.open("digest-keys/public-keys.json")) {
      json.writeTo(out, 0, json.length());
    }
    try (var out = shelf.open("digest-keys/" + key.fingerprint() + ".pem")) {
      out.write(key.pem().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
  }
}
