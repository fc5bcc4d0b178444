package io.cofferdam.logs.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.logs.Collected;
import io.cofferdam.logs.azure.activity.ActivityDecoder;
import io.cofferdam.model.event.AccessOperation;
import io.cofferdam.model.event.ApiCall;
import io.cofferdam.model.event.Event;
import io.cofferdam.model.event.ObjectAccess;
import io.cofferdam.model.event.SignIn;
import io.cofferdam.model.resource.CallerKind;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class AzureFormatTest {
  private static Event only(String content) {
    var read = Collected.of(content.replace('\'', '"'));
    assertThat(read.reasons).isEmpty();
    assertThat(read.events).hasSize(1);
    return read.events.getFirst();
  }

  private static ObjectAccess storage(String operation, String identity, String uri, String more) {
    return (ObjectAccess)
        only(
            "{'records':[{'time':'2026-03-01T10:00:00.1234567Z','resourceId':'/subscriptions/"
                + "AB/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/shopdata/"
                + "blobServices/default','category':'StorageRead','operationName':'"
                + operation
                + "','statusCode':200,'statusText':'Success','callerIpAddress':'[2001:db8::7]:443',"
                + "'correlationId':'c1','identity':"
                + identity
                + ",'location':'West Europe','properties':{'accountName':'shopdata',"
                + "'serviceType':'blob','responseBodySize':99"
                + more
                + "},'uri':'"
                + uri
                + "'}]}");
  }

  @Test
  void anAnonymousReadNamesContainerKeyAndBytes() {
    var read =
        storage(
            "GetBlob",
            "{'type':'Anonymous'}",
            "https://shopdata.blob.core.windows.net:443/training/a%20b/c.jsonl",
            "");
    assertThat(read.store().id()).isEqualTo("https://shopdata.blob.core.windows.net/training");
    assertThat(read.key()).isEqualTo("a b/c.jsonl");
    assertThat(read.bytes()).isEqualTo(99);
    assertThat(read.operation()).isEqualTo(AccessOperation.READ);
    assertThat(read.caller().kind()).isEqualTo(CallerKind.ANONYMOUS);
    assertThat(read.caller().address()).isEqualTo("2001:db8::7");
    assertThat(read.account()).isEqualTo("ab");
    assertThat(read.succeeded()).isTrue();
  }

  @Test
  void aSharedSignatureIsTellableApartAndNotKept() {
    var read =
        storage(
            "GetBlob",
            "{'type':'SAS','tokenHash':'key1(AA),SasSignature(BB)'}",
            "https://shopdata.blob.core.windows.net/training/x?sv=1&sig=SECRET&versionid=v1",
            "");
    assertThat(read.signedQuery()).isTrue();
    assertThat(read.version()).isEqualTo("v1");
    assertThat(read.caller().kind()).isEqualTo(CallerKind.SHARED_KEY);
    assertThat(read.caller().accessKeyId()).isEqualTo("SasSignature(BB)");
    assertThat(read.toString()).doesNotContain("SECRET");
  }

  @Test
  void aTokenGivesTheOneWhoHoldsIt() {
    var read =
        storage(
            "ListBlobs",
            "{'type':'OAuth','requester':{'objectId':'o1','appId':'a1','tenantId':'t1'}}",
            "https://shopdata.dfs.core.windows.net/training?restype=container&comp=list",
            "");
    assertThat(read.caller().principal()).isEqualTo("o1");
    assertThat(read.caller().account()).isEqualTo("t1");
    assertThat(read.operation()).isEqualTo(AccessOperation.LIST);
    assertThat(read.store().id()).isEqualTo("https://shopdata.blob.core.windows.net/training");
    assertThat(read.key()).isEmpty();
  }

  @Test
  void rowsOfLogAnalyticsAreRead() {
    var read =
        (ObjectAccess)
            only(
                "[{'TimeGenerated':'2026-03-01T10:00:00Z','AccountName':'shopdata',"
                    + "'OperationName':'GetBlob','AuthenticationType':'AccountKey','StatusCode':"
                    + "'404','StatusText':'BlobNotFound','Category':'StorageRead','Uri':"
                    + "'https://shopdata.blob.core.windows.net/c/k','ResponseBodySize':0,"
                    + "'CallerIpAddress':'203.0.113.7:4','CorrelationId':'r'}]");
    assertThat(read.status()).isEqualTo(404);
    assertThat(read.errorCode()).isEqualTo("BlobNotFound");
    assertThat(read.caller().kind()).isEqualTo(CallerKind.SHARED_KEY);
    assertThat(read.caller().address()).isEqualTo("203.0.113.7");
  }

  private static ApiCall export(String result) {
    return (ApiCall)
        only(
            "{'time':'2026-03-01T10:00:00Z','resourceId':'/SUBSCRIPTIONS/AB/X','operationName':"
                + "'MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE','category':'Administrative',"
                + "'resultType':'"
                + result
                + "','resultSignature':'Failed.Forbidden','correlationId':'c','callerIpAddress':"
                + "'203.0.113.7','identity':{'authorization':{'action':"
                + "'Microsoft.Storage/storageAccounts/write'},'claims':{'appid':'app1',"
                + "'http://schemas.microsoft.com/identity/claims/tenantid':'t1'}}}");
  }

  @Test
  void theActivityExportGivesTheCall() {
    var call = export("Success");
    assertThat(call.action()).isEqualTo("Microsoft.Storage/storageAccounts/write");
    assertThat(call.service()).isEqualTo("microsoft.storage");
    assertThat(call.account()).isEqualTo("ab");
    assertThat(call.caller().kind()).isEqualTo(CallerKind.SERVICE);
    assertThat(call.caller().account()).isEqualTo("t1");
    assertThat(call.succeeded()).isTrue();
  }

  @Test
  void onlyTheEndOfAnOperationIsASuccess() {
    assertThat(export("Start").errorCode()).isEqualTo(ActivityDecoder.STARTED);
    assertThat(export("Accept").errorCode()).isEqualTo(ActivityDecoder.ACCEPTED);
    assertThat(export("Failure").errorCode()).isEqualTo("Forbidden");
  }

  @Test
  void theRestAnswerGivesTheSameCall() {
    var call =
        (ApiCall)
            only(
                "{'value':[{'eventTimestamp':'2026-03-01T10:00:00Z','operationName':{'value':"
                    + "'Microsoft.Storage/storageAccounts/write','localizedValue':'x'},'category':"
                    + "{'value':'Administrative'},'status':{'value':'Succeeded'},'caller':"
                    + "'ops@shop.example','resourceId':'/subscriptions/ab/x','eventDataId':'e1',"
                    + "'correlationId':'c','httpRequest':{'clientIpAddress':'203.0.113.7'},"
                    + "'properties':{'requestbody':'{}'}}]}");
    assertThat(call.succeeded()).isTrue();
    assertThat(call.ref().id()).isEqualTo("e1");
    assertThat(call.caller().principal()).isEqualTo("ops@shop.example");
    assertThat(call.caller().address()).isEqualTo("203.0.113.7");
    assertThat(call.request()).isEqualTo("{}");
  }

  @Test
  void servicePrincipalsSignInToo() {
    var sign =
        (SignIn)
            only(
                "{'time':'2026-03-01T10:00:00Z','category':'ServicePrincipalSignInLogs','tenantId':"
                    + "'t1','resultType':'7000215','callerIpAddress':'203.0.113.7','properties':"
                    + "{'id':'i','createdDateTime':'2026-03-01T09:59:00Z','servicePrincipalName':"
                    + "'ci','servicePrincipalId':'s1','location':{'countryOrRegion':'NL'}},"
                    + "'operationName':'Sign-in activity'}");
    assertThat(sign.principal()).isEqualTo("ci");
    assertThat(sign.principalId()).isEqualTo("s1");
    assertThat(sign.succeeded()).isFalse();
    assertThat(sign.errorCode()).isEqualTo("7000215");
    assertThat(sign.country()).isEqualTo("NL");
    assertThat(sign.time()).isEqualTo("2026-03-01T09:59:00Z");
  }

  @Test
  void aStreamThatMixesLogsIsDecodedRecordByRecord() {
    var read =
        Collected.of(
            """
            {"records":[{"time":"2026-03-01T10:00:00Z","category":"AuditLogs","operationName":"x"},
            {"time":"2026-03-01T10:00:00Z","category":"SignInLogs","resultType":"0","operationName":"x"},
            {"time":"2026-03-01T10:00:00Z","category":"Administrative","operationName":"A/b/write",
            "resourceId":"/subscriptions/ab/x","resultType":"Success"}]}
            """);
    assertThat(read.events).hasSize(2);
    assertThat(read.reasons).singleElement().asString().contains("no Azure record");
  }
}
