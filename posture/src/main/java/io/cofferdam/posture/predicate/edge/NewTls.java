package io.cofferdam.posture.predicate.edge;

import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.Facts;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.predicate.Predicate;
import io.cofferdam.posture.scene.Scene;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// A listener, distribution or domain speaks TLS 1.3 and nothing older than 1.2. Judged by what is
/// configured; nobody is called.
///
/// Source: security policies in the guides of Elastic Load Balancing, CloudFront and API Gateway.
final class NewTls implements Predicate {
  private static final Set<String> OLD = Set.of("SSLv3", "TLSv1", "TLSv1.1");
  private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
  private static final Pattern NAMED =
      Pattern.compile("ELBSecurityPolicy-(TLS13|TLS|FS)-1-([0-3])-[A-Za-z0-9-]{4,40}");
  private static final Set<String> FROM_THE_FIRST =
      Set.of(
          "ELBSecurityPolicy-2015-05", "ELBSecurityPolicy-2016-08", "ELBSecurityPolicy-FS-2018-06");

  @Override
  public Outcome evaluate(Resource resource, Scene scene) {
    return switch (resource.type()) {
      case "lb-listener" -> listener(resource, scene);
      case "cloudfront-distribution" -> distribution(resource);
      default -> domain(resource);
    };
  }

  private static Outcome listener(Resource listener, Scene scene) {
    var policy = listener.fact("SslPolicy").asText("");
    var unknown = listener.gapsOf(List.of("Protocol"));
    if (!unknown.isEmpty()) {
      return new Outcome.Undetermined(unknown.stream().map(g -> g.words()).toList());
    }
    if (!Set.of("HTTPS", "TLS").contains(listener.fact("Protocol").asText(""))) {
      return new Outcome.NotApplicable(
          "it speaks " + listener.fact("Protocol").asText("") + " without TLS of its own");
    }
    unknown = listener.gapsOf(List.of("SslPolicy"));
    if (!unknown.isEmpty()) {
      return new Outcome.Undetermined(unknown.stream().map(g -> g.words()).toList());
    }
    for (var region : scene.inventory().ofType(Inventory.REGION)) {
      if (!region.account().equals(listener.account())
          || !region.region().equals(listener.region())) {
        continue;
      }
      for (var each : region.fact("ssl-policies.SslPolicies")) {
        if (each.path("Name").asText("").equals(policy)) {
          var spoken = new HashSet<String>();
          Facts.items(each, "SslProtocols").forEach(p -> spoken.add(p.asText()));
          return judge(policy, spoken);
        }
      }
      if (!region.gapsOf(List.of("ssl-policies")).isEmpty()) {
        return new Outcome.Undetermined(
            region.gapsOf(List.of("ssl-policies")).stream().map(g -> g.words()).toList());
      }
    }
    var published = published(policy);
    return published.isEmpty()
        ? new Outcome.Undetermined(
            List.of("elasticloadbalancing:DescribeSSLPolicies: what " + policy + " allows"))
        : judge(policy, published);
  }

  /// What a predefined policy speaks by its name, for listeners that are only planned: the name
  /// tells the oldest version, and whether 1.3 is the newest. Empty for other names.
  ///
  /// Source:
  /// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
  private static Set<String> published(String policy) {
    if (FROM_THE_FIRST.contains(policy)) {
      return Set.copyOf(VERSIONS.subList(0, 3));
    }
    var named = NAMED.matcher(policy);
    if (!named.matches()) {
      return Set.of();
    }
    var newest = named.group(1).equals("TLS13") ? 3 : 2;
    var oldest = Integer.parseInt(named.group(2));
    return oldest > newest ? Set.of() : Set.copyOf(VERSIONS.subList(oldest, newest + 1));
  }

  private static Outcome judge(String policy, Set<String> spoken) {
    var old = spoken.stream().filter(OLD::contains).sorted().toList();
    if (!old.isEmpty()) {
      return new Outcome.Violated(
          policy + " still speaks " + String.join(", ", old), List.of(policy));
    }
    return spoken.contains("TLSv1.3")
        ? new Outcome.Met(List.of(policy + " speaks TLS 1.3 and nothing older than 1.2"))
        : new Outcome.Violated(policy + " does not speak TLS 1.3", List.of(policy));
  }

  /// CloudFront speaks TLS 1.3 with every policy; the policy is the oldest version that it takes.
  private static Outcome distribution(Resource distribution) {
    if (!distribution.fact("Enabled").asBoolean(true)) {
      return new Outcome.NotApplicable("it is switched off and answers nobody");
    }
    var certificate = distribution.fact("ViewerCertificate");
    var oldest = certificate.path("MinimumProtocolVersion").asText("");
    if (certificate.path("CloudFrontDefaultCertificate").asBoolean(false)) {
      return new Outcome.Violated(
          "with the certificate of CloudFront it takes TLSv1", List.of("TLSv1"));
    }
    if (oldest.isEmpty()) {
      return new Outcome.Undetermined(
          List.of("cloudfront:ListDistributions: the oldest version that it takes"));
    }
    return oldest.startsWith("TLSv1.2") || oldest.startsWith("TLSv1.3")
        ? new Outcome.Met(List.of("it takes nothing older than " + oldest))
        : new Outcome.Violated("it takes " + oldest, List.of(oldest));
  }

  private static Outcome domain(Resource domain) {
    var policy = domain.fact("securityPolicy").asText("");
    return switch (policy) {
      case "" ->
          new Outcome.Undetermined(List.of("apigateway:GET: the security policy of the domain"));
      case "TLS_1_0" -> new Outcome.Violated("it takes TLS 1.0", List.of(policy));
      default -> new Outcome.Met(List.of("security policy " + policy));
    };
  }
}
