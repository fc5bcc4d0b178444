package io.cofferdam.evidence.timestamp;

import io.cofferdam.evidence.merkle.Hash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;

/// Checks a time stamp response as RFC 3161 section 2.2 asks: what it covers, who signed it, that
/// the signer may stamp times (critical extended key usage) and could at that time. Revocation is
/// not looked up, as that needs a network.
public final class TimestampToken {
  private TimestampToken() {}

  /// Checks one response against what it should cover.
  ///
  /// @param response the TimeStampResp as DER
  /// @param message what it must cover by SHA-256
  /// @param trusted certificates of authorities, roots or the stamping certificate itself
  public static Stamped check(byte[] response, byte[] message, List<X509Certificate> trusted) {
    try {
      return read(new TimeStampResponse(response), message, trusted);
    } catch (TSPException e) {
      return new Stamped.Invalid("its signature or certificate does not hold");
    } catch (IOException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException e) {
      // A hostile structure surfaces as any of the parser's runtime exceptions.
      return new Stamped.Invalid("it does not read as a time stamp response");
    }
  }

  private static Stamped read(
      TimeStampResponse response, byte[] message, List<X509Certificate> trusted)
      throws TSPException, GeneralSecurityException, OperatorCreationException, IOException {
    var token = response.getTimeStampToken();
    if (token == null) {
      return new Stamped.Invalid("the authority refused: status " + response.getStatus());
    }
    var info = token.getTimeStampInfo();
    if (!info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
        || !Hash.of(info.getMessageImprintDigest()).equals(Hash.sha256(message))) {
      return new Stamped.Invalid("it covers another checkpoint");
    }
    var carried = certificates(token.getCertificates().getMatches(null));
    var signer = signer(token.getSID()::match, carried, trusted);
    if (signer.isEmpty()) {
      return new Stamped.Invalid("its signer's certificate is neither in it nor given");
    }
    var holder = new X509CertificateHolder(signer.get().getEncoded());
    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(holder));
    var at = info.getGenTime().toInstant();
    var name = signer.get().getSubjectX500Principal().getName();
    if (trusted.isEmpty()) {
      return new Stamped.Unknown(at, name, "no certificate of the authority was given");
    }
    return vouchedFor(signer.get(), carried, trusted, at)
        ? new Stamped.Trusted(at, name)
        : new Stamped.Invalid("its signer `" + name + "` is not vouched for by what was given");
  }

  private static Optional<X509Certificate> signer(
      java.util.function.Predicate<Object> matches,
      List<X509Certificate> carried,
      List<X509Certificate> trusted)
      throws GeneralSecurityException, IOException {
    var all = new ArrayList<>(carried);
    all.addAll(trusted);
    for (var each : all) {
      if (matches.test(new X509CertificateHolder(each.getEncoded()))) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static List<X509Certificate> certificates(Collection<X509CertificateHolder> holders)
      throws GeneralSecurityException, IOException {
    var factory = CertificateFactory.getInstance("X.509");
    var read = new ArrayList<X509Certificate>();
    for (var holder : holders) {
      var in = new ByteArrayInputStream(holder.getEncoded());
      if (factory.generateCertificate(in) instanceof X509Certificate certificate) {
        read.add(certificate);
      }
    }
    return read;
  }

  private static boolean vouchedFor(
      X509Certificate signer,
      List<X509Certificate> carried,
      List<X509Certificate> trusted,
      Instant at)
      throws GeneralSecurityException {
    if (trusted.contains(signer)) {
      return true;
    }
    var anchors = new HashSet<TrustAnchor>();
    trusted.forEach(each -> anchors.add(new TrustAnchor(each, null)));
    var wanted = new X509CertSelector();
    wanted.setCertificate(signer);
    var parameters = new PKIXBuilderParameters(anchors, wanted);
    parameters.setRevocationEnabled(false);
    parameters.setDate(java.util.Date.from(at));
    var all = new ArrayList<>(carried);
    all.add(signer);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
    try {
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (java.security.cert.CertPathBuilderException e) {
      return false;
    }
  }
}
