package io.cofferdam.evidence.timestamp;

import io.cofferdam.model.CofferdamException;
import io.cofferdam.model.ErrorCategory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Reads the certificates by which a person trusts a time stamp authority.
public final class AuthorityCertificates {
  private static final int LARGEST_FILE = 1 << 20;

  private AuthorityCertificates() {}

  /// All certificates of a PEM or DER file, at least one.
  public static List<X509Certificate> read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new IOException("larger than 1 MiB");
      }
      var in = new ByteArrayInputStream(Files.readAllBytes(file));
      var read = new ArrayList<X509Certificate>();
      for (var each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        if (each instanceof X509Certificate certificate) {
          read.add(certificate);
        }
      }
      if (read.isEmpty()) {
        throw new IOException("no certificate in it");
      }
      return read;
    } catch (IOException | GeneralSecurityException e) {
      throw new CofferdamException(
          "CFD-EVIDENCE-0022",
          ErrorCategory.INVALID_INPUT,
          "time stamp authority file `" + file + "` [one or more X.509 certificates, PEM or DER]",
          "get the certificate from the authority's own site",
          e);
    }
  }
}
