package io.cofferdam.posture.predicate.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofferdam.posture.predicate.trail.EventSelectors.Missed;
import io.cofferdam.testkit.Covers;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("P-05")
class EventSelectorsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final EventKind READS = EventKind.objectReads("shop-training");
  private static final EventKind WRITES = EventKind.objectWrites("shop-training");

  private static EventSelectors selectors(String json) throws Exception {
    return EventSelectors.of(JSON.readTree(json.replace('\'', '"')));
  }

  /// An advanced selector of S3 objects with some more fields.
  private static EventSelectors advanced(String... fields) throws Exception {
    var all = new ArrayList<String>();
    for (var more : fields) {
      all.add(
          "{'Name':'s','FieldSelectors':[{'Field':'eventCategory','Equals':['Data']},"
              + "{'Field':'resources.type','Equals':['AWS::S3::Object']}"
              + (more.isEmpty() ? "" : "," + more)
              + "]}");
    }
    return selectors("{'AdvancedEventSelectors':[" + String.join(",", all) + "]}");
  }

  @ParameterizedTest(name = "with {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | true | true",
        "{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::shop-training/']} | true | true",
        "{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::shop']} | true | true",
        "{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::other/','arn:aws:s3:::shop-tr']}"
            + " | true | true",
        "{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::other/']} | false | false",
        "{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::shop-training/logs/']}"
            + " | false | false",
        "{'Field':'resources.ARN','Equals':['arn:aws:s3:::shop-training/']} | false | false",
        "{'Field':'resources.ARN','EndsWith':['.csv']} | false | false",
        "{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::shop-logs/']} | true | true",
        "{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::shop-training/tmp/']}"
            + " | false | false",
        "{'Field':'resources.ARN','NotEquals':['arn:aws:s3:::shop-training/a']} | false | false",
        "{'Field':'resources.ARN','NotEndsWith':['/']} | false | false",
        "{'Field':'readOnly','Equals':['true']} | true | false",
        "{'Field':'readOnly','Equals':['false']} | false | true",
        "{'Field':'eventName','Equals':['GetObject']} | true | false",
        "{'Field':'eventName','NotEquals':['HeadObject','ListObjects']} | true | true",
        "{'Field':'eventName','NotStartsWith':['Get']} | false | true",
        "{'Field':'eventName','StartsWith':['Get','Put','Delete','Copy','Complete']} | true | true",
        "{'Field':'eventName','StartsWith':['Get','Put'],'NotEquals':['PutObjectAcl']}"
            + " | true | false",
        "{'Field':'userIdentity.arn','NotStartsWith':['arn:aws:sts::111122223333:assumed-role/etl/']}"
            + " | false | false",
        "{'Field':'eventSource','Equals':['s3.amazonaws.com']} | true | true",
        "{'Field':'sessionCredentialFromConsole','Equals':['true']} | false | false",
      })
  void anAdvancedSelectorTakesWhatItSays(String field, boolean reads, boolean writes)
      throws Exception {
    var selectors = advanced(field);
    assertThat(selectors.missed(READS) instanceof Missed.None).isEqualTo(reads);
    assertThat(selectors.missed(WRITES) instanceof Missed.None).isEqualTo(writes);
  }

  @Test
  void selectorsThatCompleteEachOtherTakeAll() throws Exception {
    assertThat(
            advanced(
                    "{'Field':'eventName','Equals':['GetObject']}",
                    "{'Field':'eventName','NotEquals':['GetObject']}")
                .missed(READS))
        .isInstanceOf(Missed.None.class);
    assertThat(
            advanced(
                    "{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::shop-training/a']}",
                    "{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::shop-training/a']}")
                .missed(READS))
        .isInstanceOf(Missed.None.class);
    assertThat(
            advanced(
                    "{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::shop-training/a']}",
                    "{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::shop-training/ab']}")
                .missed(READS))
        .isInstanceOf(Missed.None.class);
  }

  @Test
  void whatSlipsThroughIsShown() throws Exception {
    assertThat(
            advanced(
                    "{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::shop-training/tmp/']}")
                .missed(READS))
        .isInstanceOfSatisfying(
            Missed.Event.class,
            event ->
                assertThat(event.words()).contains("GetObject", "arn:aws:s3:::shop-training/tmp/"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "All, arn:aws:s3, true, true",
    "All, arn:aws:s3:::, true, true",
    "All, arn:aws:s3:::shop-training/, true, true",
    "ReadOnly, arn:aws:s3:::, true, false",
    "WriteOnly, arn:aws:s3:::shop-training/, false, true",
    "All, arn:aws:s3:::shop-training/logs, false, false",
    "All, arn:aws:s3:::shop-train/, false, false",
  })
  void aBasicSelectorTakesPrefixes(String kind, String value, boolean reads, boolean writes)
      throws Exception {
    var selectors =
        selectors(
            "{'EventSelectors':[{'ReadWriteType':'"
                + kind
                + "','IncludeManagementEvents':true,'DataResources':[{'Type':'AWS::S3::Object',"
                + "'Values':['"
                + value
                + "']}]}]}");
    assertThat(selectors.missed(READS) instanceof Missed.None).isEqualTo(reads);
    assertThat(selectors.missed(WRITES) instanceof Missed.None).isEqualTo(writes);
  }

  @Test
  void selectorsOfOtherThingsTakeNothing() throws Exception {
    var lambda =
        selectors(
            "{'EventSelectors':[{'ReadWriteType':'All','DataResources':[{'Type':"
                + "'AWS::Lambda::Function','Values':['arn:aws:lambda']}]}]}");
    assertThat(lambda.missed(READS)).isInstanceOf(Missed.Event.class);
    assertThat(lambda.touches(READS)).isFalse();
    var management =
        selectors(
            "{'AdvancedEventSelectors':[{'Name':'m','FieldSelectors':[{'Field':'eventCategory',"
                + "'Equals':['Management']}]}]}");
    assertThat(management.touches(WRITES)).isFalse();
    assertThat(selectors("{}").missed(READS)).isInstanceOf(Missed.Event.class);
  }

  @Test
  void manySelectorsOfOtherBucketsDoNotSlowItDown() throws Exception {
    var fields = new ArrayList<String>();
    for (var i = 0; i < 400; i++) {
      fields.add("{'Field':'resources.ARN','StartsWith':['arn:aws:s3:::other-%d/']}".formatted(i));
    }
    fields.add("{'Field':'readOnly','Equals':['true']}");
    var selectors = advanced(fields.toArray(new String[0]));
    assertThat(selectors.missed(READS)).isInstanceOf(Missed.None.class);
    assertThat(selectors.missed(WRITES)).isInstanceOf(Missed.Event.class);
  }

  @Test
  void tooManyCombinationsAreUndecidedAndNeverWhole() throws Exception {
    var fields = new ArrayList<String>();
    for (var i = 0; i < 40; i++) {
      fields.add(
          ("{'Field':'resources.ARN','NotStartsWith':['arn:aws:s3:::shop-training/a%d',"
                  + "'arn:aws:s3:::shop-training/b%d']},{'Field':'userIdentity.arn','NotEquals':"
                  + "['arn:aws:iam::111122223333:user/u%d']}")
              .formatted(i, i, i));
    }
    assertThat(advanced(fields.toArray(new String[0])).missed(READS))
        .isNotInstanceOf(Missed.Event.class);
  }
}
