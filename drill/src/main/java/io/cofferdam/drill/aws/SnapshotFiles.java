package io.cofferdam.drill.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.drill.request.Sources;
import io.cofferdam.drill.shelf.Shelf;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Act;
import io.cofferdam.drill.world.Store;
import io.cofferdam.drill.world.World;
import io.cofferdam.model.CofferdamBug;
import io.cofferdam.model.resource.ResourceKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Tells how a world's buckets and trail were configured at one instant, as a snapshot of a scan
/// (docs/scan.md, "A snapshot"). What the world knows nothing of (keys, identities, networks) is in
/// no call, as if it had not been asked.
public final class SnapshotFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final World world;
  private final Sources sources;
  private final Shelf shelf;
  private final long second;
  private final StringBuilder journal = new StringBuilder();
  private final Set<String> stored = new HashSet<>();
  private int calls;

  /// @param second when it is taken, seconds since 1970
  public SnapshotFiles(World world, Sources sources, Shelf shelf, long second) {
    this.world = world;
    this.sources = sources;
    this.shelf = shelf;
    this.second = second;
  }

  /// Writes it below a folder of the shelf.
  public void write(String folder) throws IOException {
    buckets(folder);
    account(folder);
    trail(folder);
    var bytes = journal.toString().getBytes(StandardCharsets.UTF_8);
    write(folder + "/calls.jsonl", bytes);
    var manifest = NODES.objectNode();
    manifest.put("version", "1");
    manifest.put("provider", "aws");
    manifest.put("tool", "cofferdam drill");
    manifest.put("begun", Times.iso(second));
    manifest.put("ended", Times.iso(second));
    var place = manifest.putArray("places").addObject();
    place.put("account", world.company().account());
    place.put("home", "us-east-1");
    place.putArray("regions").add(world.company().region());
    manifest.put("calls", calls);
    manifest.put("journal", hash(bytes));
    write(folder + "/manifest.json", JSON.writeValueAsBytes(manifest));
  }

  private void buckets(String folder) throws IOException {
    var list = NODES.objectNode();
    var names = list.putArray("Buckets");
    for (var store : stores()) {
      names.addObject().put("Name", store.bucket());
    }
    call(folder, "", "s3", "ListBuckets", Map.of(), list);
    for (var store : stores()) {
      bucket(folder, store);
    }
  }

  private List<Store> stores() {
    return world.stores().stream()
        .filter(store -> store.resource().kind() == ResourceKind.S3_BUCKET)
        .toList();
  }

  private void bucket(String folder, Store store) throws IOException {
    var company = world.company();
    var of = Map.of("Bucket", store.bucket());
    var location = NODES.objectNode().put("LocationConstraint", company.region());
    call(folder, "", "s3", "GetBucketLocation", of, location);
    setting(folder, store, "GetBucketPolicy", "NoSuchBucketPolicy", policy(store));
    setting(
        folder,
        store,
        "GetPublicAccessBlock",
        "NoSuchPublicAccessBlockConfiguration",
        block(store));
    var acl = NODES.objectNode();
    acl.putObject("Owner").put("ID", company.canonicalId());
    var grant = acl.putArray("Grants").addObject();
    grant.putObject("Grantee").put("ID", company.canonicalId()).put("Type", "CanonicalUser");
    grant.put("Permission", "FULL_CONTROL");
    call(folder, "", "s3", "GetBucketAcl", of, acl);
    var ownership = NODES.objectNode();
    ownership
        .putObject("OwnershipControls")
        .putArray("Rules")
        .addObject()
        .put("ObjectOwnership", "BucketOwnerEnforced");
    call(folder, "", "s3", "GetBucketOwnershipControls", of, ownership);
    var versioning = NODES.objectNode();
    if (store.objects().stream().anyMatch(o -> !o.version().isEmpty())) {
      versioning.put("Status", "Enabled");
    }
    call(folder, "", "s3", "GetBucketVersioning", of, versioning);
    var logging = NODES.objectNode();
    if (sources.serverAccessLogs()) {
      logging
          .putObject("LoggingEnabled")
          .put("TargetBucket", company.slug() + "-access-logs")
          .put("TargetPrefix", store.bucket() + "/");
    }
    call(folder, "", "s3", "GetBucketLogging", of, logging);
    call(folder, "", "s3", "ListBucketInventoryConfigurations", of, inventory(store));
  }

  private ObjectNode inventory(Store store) {
    var list = NODES.objectNode().put("IsTruncated", false);
    if (sources.inventory() && store.inQuestion()) {
      var one = list.putArray("InventoryConfigurationList").addObject();
      one.put("Id", "daily").put("IsEnabled", true).put("IncludedObjectVersions", "All");
      one.putObject("Schedule").put("Frequency", "Daily");
    }
    return list;
  }

  private void setting(String folder, Store store, String operation, String none, JsonNode value)
      throws IOException {
    var of = Map.of("Bucket", store.bucket());
    if (value.isMissingNode()) {
      absent("", "s3", operation, of, none);
    } else {
      call(folder, "", "s3", operation, of, value);
    }
  }

  /// The policy that the calls up to then had set; none before them.
  private JsonNode policy(Store store) throws JsonProcessingException {
    JsonNode policy = NODES.missingNode();
    for (var act : acts(store)) {
      if (act.action().equals("PutBucketPolicy")) {
        policy =
            NODES
                .objectNode()
                .put("Policy", JSON.readTree(act.request()).path("bucketPolicy").toString());
      } else if (act.action().equals("DeleteBucketPolicy")) {
        policy = NODES.missingNode();
      }
    }
    return policy;
  }

  /// The block that the calls up to then had set; everything blocked before them.
  private JsonNode block(Store store) throws JsonProcessingException {
    JsonNode block = blocked(true);
    for (var act : acts(store)) {
      if (act.action().equals("PutBucketPublicAccessBlock")) {
        block =
            blocked(
                JSON.readTree(act.request())
                    .path("PublicAccessBlockConfiguration")
                    .path("BlockPublicPolicy")
                    .asBoolean());
      } else if (act.action().equals("DeleteBucketPublicAccessBlock")) {
        block = NODES.missingNode();
      }
    }
    return block;
  }

  private static JsonNode blocked(boolean on) {
    var block = NODES.objectNode();
    block
        .putObject("PublicAccessBlockConfiguration")
        .put("BlockPublicAcls", on)
        .put("IgnorePublicAcls", on)
        .put("BlockPublicPolicy", on)
        .put("RestrictPublicBuckets", on);
    return block;
  }

  private List<Act> acts(Store store) {
    var acts = new ArrayList<Act>();
    for (var act : world.acts()) {
      if (act.second() <= second
          && act.error().isEmpty()
          && act.service().equals("s3.amazonaws.com")
          && act.request().contains("\"bucketName\":\"" + store.bucket() + "\"")) {
        acts.add(act);
      }
    }
    return acts;
  }

  /// The account's own block is off, as the world's AWS Config items say too.
  private void account(String folder) throws IOException {
    var account = Map.of("AccountId", world.company().account());
    call(folder, "", "s3control", "GetPublicAccessBlock", account, blocked(false));
  }

  private void trail(String folder) throws IOException {
    var company = world.company();
    var region = company.region();
    var arn =
        "arn:aws:cloudtrail:" + region + ":" + company.account() + ":trail/" + company.trail();
    var list = NODES.objectNode();
    var trail = list.putArray("trailList").addObject();
    trail.put("Name", company.trail()).put("TrailARN", arn).put("HomeRegion", region);
    trail.put("S3BucketName", company.logBucket()).put("IsMultiRegionTrail", false);
    trail.put("IsOrganizationTrail", false);
    trail.put("LogFileValidationEnabled", sources.digests());
    for (var shadows : List.of("true", "false")) {
      var asked = Map.of("includeShadowTrails", shadows);
      call(folder, region, "cloudtrail", "DescribeTrails", asked, list);
    }
    var running = NODES.objectNode().put("IsLogging", true);
    call(folder, region, "cloudtrail", "GetTrailStatus", Map.of("Name", arn), running);
    var selectors = NODES.objectNode().put("TrailARN", arn);
    var advanced = selectors.putArray("AdvancedEventSelectors");
    var management = advanced.addObject().put("Name", "Management events");
    field(management, "eventCategory", "Management");
    if (sources.dataEvents()) {
      var data = advanced.addObject().put("Name", "S3 object events");
      field(data, "eventCategory", "Data");
      field(data, "resources.type", "AWS::S3::Object");
    }
    var asked = Map.of("TrailName", arn);
    call(folder, region, "cloudtrail", "GetEventSelectors", asked, selectors);
  }

  private static void field(ObjectNode selector, String name, String equals) {
    selector
        .withArray("FieldSelectors")
        .addObject()
        .put("Field", name)
        .putArray("Equals")
        .add(equals);
  }

  private void call(
      String folder,
      String region,
      String service,
      String operation,
      Map<String, String> parameters,
      JsonNode answer)
      throws IOException {
    var bytes = JSON.writeValueAsBytes(answer);
    var hash = hash(bytes);
    if (stored.add(hash)) {
      write(folder + "/objects/" + hash.substring(0, 2) + "/" + hash + ".json", bytes);
    }
    line(region, service, operation, parameters, "answered", "", hash);
  }

  private void absent(
      String region, String service, String operation, Map<String, String> parameters, String code)
      throws IOException {
    line(region, service, operation, parameters, "absent", code, "");
  }

  private void line(
      String region,
      String service,
      String operation,
      Map<String, String> parameters,
      String outcome,
      String code,
      String object)
      throws IOException {
    var line = NODES.objectNode();
    line.put("account", world.company().account());
    line.put("region", region);
    line.put("service", service);
    line.put("operation", operation);
    var all = line.putObject("parameters");
    new TreeMap<>(parameters).forEach(all::put);
    line.put("permission", "");
    line.put("outcome", outcome);
    line.put("errorCode", code);
    line.put("message", "");
    line.put("requestId", "");
    line.put("attempts", 1);
    line.put("at", Times.iso(second));
    line.put("object", object);
    journal.append(JSON.writeValueAsString(line)).append('\n');
    calls++;
  }

  private void write(String path, byte[] bytes) throws IOException {
    try (var out = shelf.open(path)) {
      out.write(bytes);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new CofferdamBug("every Java has SHA-256", impossible);
    }
  }
}
