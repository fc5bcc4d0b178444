package io.cofferdam.evidence.timestamp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A real time stamp authority on this machine: a root, a stamping certificate under it, HTTP.
public final class LocalAuthority implements AutoCloseable {
  public static final String POLICY = "1.3.6.1.4.1.55555.1.1";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final HttpServer server;
  private final X509Certificate root;
  private final X509Certificate stamping;
  private final KeyPair stampingKey;
  private final Instant time;
  private UnaryOperator<byte[]> spoil = answer -> answer;

  public LocalAuthority(Instant time) {
    this(time, KeyPurposeId.id_kp_timeStamping);
  }

  LocalAuthority(Instant time, KeyPurposeId purpose) {
    this.time = time;
    try {
      var rootKey = keys();
      root = certificate("CN=Example Root", rootKey, "CN=Example Root", rootKey, true, purpose);
      stampingKey = keys();
      stamping =
          certificate("CN=Example TSA", stampingKey, "CN=Example Root", rootKey, false, purpose);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private static KeyPair keys() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    return generator.generateKeyPair();
  }

  private X509Certificate certificate(
      String subject, KeyPair key, String issuer, KeyPair issuerKey, boolean root, KeyPurposeId use)
      throws Exception {
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Principal(issuer),
            new BigInteger(64, RANDOM),
            Date.from(time.minus(Duration.ofDays(10_000))),
            Date.from(time.plus(Duration.ofDays(10_000))),
            new X500Principal(subject),
            key.getPublic());
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
    if (!root) {
      builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(use));
    }
    var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  public TimestampAuthority client() {
    return client(Duration.ofSeconds(10), Optional.empty());
  }

  TimestampAuthority client(Duration limit, Optional<String> policy) {
    return new HttpTimestampAuthority(address(), limit, policy, RANDOM);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  public List<X509Certificate> certificates() {
    return List.of(root);
  }

  X509Certificate stamping() {
    return stamping;
  }

  public Path pem(Path file) throws IOException {
    try {
      var base64 = Base64.getMimeEncoder().encodeToString(root.getEncoded());
      return Files.writeString(
          file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    } catch (java.security.cert.CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  void spoiling(UnaryOperator<byte[]> with) {
    spoil = with;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var question = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
      var bytes = spoil.apply(stamp(question));
      exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  byte[] stamp(TimeStampRequest question) {
    try {
      var digests = new JcaDigestCalculatorProviderBuilder().build();
      var tokens =
          new TimeStampTokenGenerator(
              new JcaSimpleSignerInfoGeneratorBuilder()
                  .build("SHA256withECDSA", stampingKey.getPrivate(), stamping),
              digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
              new ASN1ObjectIdentifier(POLICY));
      tokens.addCertificates(new JcaCertStore(List.of(stamping)));
      var responses =
          new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256), Set.of(POLICY));
      return responses.generate(question, new BigInteger(64, RANDOM), Date.from(time)).getEncoded();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
