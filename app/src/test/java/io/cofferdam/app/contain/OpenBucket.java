package io.cofferdam.app.contain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cofferdam.app.cli.Ran;
import io.cofferdam.app.scan.MotoServer;
import io.cofferdam.app.scan.RoughProxy;
import io.cofferdam.app.scan.RoughProxy.Asked;
import io.cofferdam.app.scan.RoughProxy.Fault;
import io.cofferdam.aws.AwsActuator;
import io.cofferdam.aws.AwsClients;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A case, its people, and a bucket of a stand-in that is open to anyone, with a proxy between that
/// counts and spoils calls.
final class OpenBucket implements AutoCloseable {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  final String bucket = "shop-training-" + NUMBER.incrementAndGet();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final Path folder;
  final MotoAccount account;
  private final StaffedCase people;
  private final AwsClients clients;
  private final RoughProxy proxy;

  /// What happens to each request from now on.
  volatile Function<Asked, Fault> faults = _ -> Fault.NONE;

  Clock clock = Clock.fixed(Ran.NOW, ZoneOffset.UTC);
  String id = "";

  OpenBucket(MotoServer moto, Path folder) throws IOException {
    this.folder = folder;
    people = new StaffedCase(folder);
    clients = new AwsClients(Optional.of(moto.endpoint()), Duration.ofSeconds(20));
    clients.useProfile(MotoServer.ACCOUNT, Optional.empty());
    account = new MotoAccount(new AwsActuator(clients, MotoServer.ACCOUNT));
    proxy =
        new RoughProxy(
            moto.endpoint(),
            each -> {
              asked.add(each.text());
              return faults.apply(each);
            });
    account.call(
        "s3",
        "CreateBucket",
        "{'Bucket':'"
            + bucket
            + "','CreateBucketConfiguration':{'LocationConstraint':'eu-central-1'}}");
    policy("*");
  }

  String endpoint() {
    return proxy.endpoint().toString();
  }

  void policy(String principal) {
    account.call(
        "s3",
        "PutBucketPolicy",
        """
        {"Bucket":"%s","Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\
        \\"Effect\\":\\"Allow\\",\\"Principal\\":%s,\\"Action\\":\\"s3:GetObject\\",\
        \\"Resource\\":\\"arn:aws:s3:::%s/*\\"}]}"}\
        """
            .formatted(
                bucket,
                principal.equals("*") ? "\\\"*\\\"" : "{\\\"AWS\\\":\\\"" + principal + "\\\"}",
                bucket));
  }

  /// Whether the bucket has a public access block that closes it.
  boolean closed() {
    try {
      return account
          .call("s3", "GetPublicAccessBlock", "{'Bucket':'" + bucket + "'}")
          .at("/PublicAccessBlockConfiguration/RestrictPublicBuckets")
          .asBoolean();
    } catch (AssertionError none) {
      return false;
    }
  }

  /// How many changes of the block were sent.
  long puts() {
    return asked.stream().filter(OpenBucket::put).count();
  }

  static boolean put(String text) {
    return text.startsWith("PUT ") && text.contains("publicAccessBlock");
  }

  Ran ran(String... words) {
    return Ran.program(clock, folder, words);
  }

  /// One that acts, as somebody, through the proxy.
  Ran acting(String by, String... words) {
    return ran(words(by, words));
  }

  String[] words(String by, String... words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--by", by, "--endpoint-url", proxy.endpoint().toString()));
    return all.toArray(String[]::new);
  }

  JsonNode json(String... words) throws IOException {
    people.clock = clock;
    return people.json(words);
  }

  JsonNode show() throws IOException {
    return json("contain", "show", id, "C1");
  }

  /// A case with two people who have keys.
  OpenBucket staffed() throws IOException {
    people.clock = clock;
    people.staff("tomas");
    id = people.id;
    return this;
  }

  Ran plan(String... more) {
    var all =
        new ArrayList<>(
            List.of(
                "contain",
                "plan",
                id,
                "aws.s3.close-bucket",
                "bucket=" + bucket,
                "--region",
                "eu-central-1"));
    all.addAll(List.of(more));
    return acting("mara", all.toArray(String[]::new));
  }

  Ran ask(String act) {
    people.clock = clock;
    return people.ask(act);
  }

  Ran approve(String request) {
    people.clock = clock;
    return people.approve(request, "tomas");
  }

  /// Planned, asked and approved.
  OpenBucket approved(String... more) throws IOException {
    staffed();
    assertThat(plan(more).code()).isZero();
    assertThat(ask("C1").code()).isZero();
    assertThat(approve("A1").code()).isZero();
    return this;
  }

  @Override
  public void close() throws IOException {
    proxy.close();
    clients.close();
  }
}
