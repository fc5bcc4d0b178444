package io.cofferdam.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cofferdam.testkit.Covers;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stored access policies, as the service writes them and as nobody should.
@Covers("R-02")
class ContainerAclTest {
  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsReadIsWrittenAsItWas() throws XMLStreamException {
    var xml =
        "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<SignedIdentifiers>\n <SignedIdentifier>"
            + "<Id>a &lt;b&gt; &amp; c</Id><AccessPolicy><Start>2026-01-01T00:00:00.0000000Z</Start>"
            + "<Expiry>2027-01-01</Expiry><Permission>rwdl</Permission></AccessPolicy>"
            + "</SignedIdentifier><SignedIdentifier><Id>empty</Id><AccessPolicy/>"
            + "</SignedIdentifier></SignedIdentifiers>";
    var read = ContainerAcl.read(bytes(xml));
    assertThat(read.toString())
        .isEqualTo(
            "[{\"Id\":\"a <b> & c\",\"AccessPolicy\":{\"Start\":\"2026-01-01T00:00:00.0000000Z\","
                + "\"Expiry\":\"2027-01-01\",\"Permission\":\"rwdl\"}},{\"Id\":\"empty\"}]");
    assertThat(ContainerAcl.read(bytes(ContainerAcl.write(read)))).isEqualTo(read);
    assertThat(ContainerAcl.read(bytes("<SignedIdentifiers/>"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<html><body>Please sign in</body></html>",
        "<SignedIdentifiers>",
        "<SignedIdentifiers><a><b><c><d/></c></b></a></SignedIdentifiers>",
        "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<SignedIdentifiers><SignedIdentifier><Id>&x;</Id></SignedIdentifier>"
            + "</SignedIdentifiers>",
        "<!DOCTYPE s [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + "<SignedIdentifiers><SignedIdentifier><Id>&b;</Id></SignedIdentifier>"
            + "</SignedIdentifiers>"
      })
  void whatIsNoListOfPoliciesIsNotTaken(String xml) {
    assertThatThrownBy(() -> ContainerAcl.read(bytes(xml))).isInstanceOf(XMLStreamException.class);
  }
}
