package io.cofferdam.app.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cofferdam.respond.cases.ContactKind;
import io.cofferdam.respond.cases.Role;
import io.cofferdam.respond.cases.StepClass;
import io.cofferdam.respond.cases.Worded;
import io.cofferdam.respond.playbook.Extension;
import io.cofferdam.respond.playbook.Phase;
import io.cofferdam.respond.playbook.Playbook;
import io.cofferdam.respond.playbook.ShippedPlaybooks;
import io.cofferdam.testkit.Covers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The published schema of our extension fits what the program reads.
@Covers("R-01")
class PlaybookSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "catalog/playbooks/extension.schema.json";

  private static JsonNode document() throws IOException {
    try (var in = PlaybookSchemaTest.class.getClassLoader().getResourceAsStream(FILE)) {
      return JSON.readTree(in);
    }
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document());
  }

  static Stream<Playbook> shipped() {
    return ShippedPlaybooks.load().all().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void aShippedPlaybookKeepsToIt(Playbook playbook) throws IOException {
    assertThat(schema().validate(JSON.readTree(playbook.source()))).isEmpty();
  }

  @Test
  void itKnowsTheWordsOfTheProgram() throws IOException {
    assertThat(words("role")).isEqualTo(known(Role.class));
    assertThat(words("class")).isEqualTo(known(StepClass.class));
    assertThat(words("contact")).isEqualTo(known(ContactKind.class));
    assertThat(words("phase")).isEqualTo(known(Phase.class));
    assertThat(document().at("/properties/playbook_extensions/properties").has(Extension.ID))
        .isTrue();
    assertThat(document().at("/properties/playbook_extensions/properties").has(Extension.SHORT))
        .isTrue();
  }

  private static List<String> words(String of) throws IOException {
    var words = new ArrayList<String>();
    document().at("/$defs/" + of + "/enum").forEach(word -> words.add(word.asText()));
    return words;
  }

  private static <E extends Enum<E> & Worded> List<String> known(Class<E> set) {
    return List.copyOf(Worded.words(set));
  }

  /// Each mistake planted alone, in the extension of the playbook or of a step with a gate.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "playbook | /slug | 'Contain EC2'",
        "playbook | /contact | ['legal']",
        "playbook | /contacts | ['lawyer']",
        "playbook | /raci/evidence/accountable | ['forensics','executive']",
        "playbook | /raci/evidence/accountable | 'nobody'",
        "playbook | /raci/looking | {'accountable':'forensics'}",
        "playbook | /answers | {'form':['ec2']}",
        "playbook | /answers | {'__form__':[]}",
        "step | /phase | 'panic'",
        "step | /class | 'work'",
        "step | /who | 'everybody'",
        "step | /done-when | ''",
        "step | /done-if | 'x'",
        "step | /destructive | 'yes'",
        "step | /rounds | 0",
        "step | /rounds | 101",
        "step | /evidence-before | 'action--capture'",
        "step | /inverse | {'act':false}",
        "step | /inverse | {'act':true,'none':'why'}",
        "step | /inverse | {}",
        "step | /act | {'target':{}}",
        "step | /act/target/instance | 7",
        "step | /gate/kind | 'nod'",
        "step | /gate/quorum | 'two'",
        "step | /gate/from | ['everybody']",
        "step | /gate/expires | '1 hour'",
        "step | /gate/expires | 'P'",
        "step | /gate/on-expiry | 'open'",
        "step | /gate | {'kind':'approval'}",
        "step | /clock | {'duty':'eu-gdpr-33-1','from':'aware_at','within':'PT72H'}",
        "step | /clock | {'duty':'eu-gdpr-33-1','from':'__aware_at__'}"
      })
  void aMistakeIsFound(String where, String pointer, String value) throws IOException {
    var playbook = ShippedPlaybooks.load().named("contain-ec2").orElseThrow();
    var tree = JSON.readTree(playbook.source());
    var place =
        where.equals("playbook")
            ? "/playbook_extensions/cofferdam"
            : "/workflow/action--ec2-isolate/step_extensions/cofferdam";
    int cut = pointer.lastIndexOf('/');
    var parent = (ObjectNode) tree.at(place + pointer.substring(0, cut));
    parent.set(pointer.substring(cut + 1), JSON.readTree(value.replace('\'', '"')));
    assertThat(schema().validate(tree)).as("%s %s", pointer, value).isNotEmpty();
  }
}
