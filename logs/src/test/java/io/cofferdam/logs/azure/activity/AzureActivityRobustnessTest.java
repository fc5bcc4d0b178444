package io.cofferdam.logs.azure.activity;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class AzureActivityRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "azure-activity",
          "",
          List.of(
              "{\"time\":\"2026-03-01T10:00:00.1234567Z\",\"resourceId\":\"/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000001/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.STORAGE/STORAGEACCOUNTS/SHOPDATA\",\"operationName\":\"MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE\",\"category\":\"Administrative\",\"resultType\":\"Success\",\"resultSignature\":\"Succeeded.OK\",\"callerIpAddress\":\"203.0.113.7\",\"correlationId\":\"c0\",\"identity\":{\"authorization\":{\"action\":\"Microsoft.Storage/storageAccounts/write\"},\"claims\":{\"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn\":\"ops@shop.example\"}},\"location\":\"global\",\"properties\":{\"requestbody\":\"{\\\"properties\\\":{\\\"allowBlobPublicAccess\\\":true}}\"}}",
              "{\"time\":\"2026-03-01T10:01:00.1234567Z\",\"resourceId\":\"/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000001/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.STORAGE/STORAGEACCOUNTS/SHOPDATA\",\"operationName\":\"MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE\",\"category\":\"Administrative\",\"resultType\":\"Success\",\"resultSignature\":\"Succeeded.OK\",\"callerIpAddress\":\"203.0.113.7\",\"correlationId\":\"c1\",\"identity\":{\"authorization\":{\"action\":\"Microsoft.Storage/storageAccounts/write\"},\"claims\":{\"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn\":\"ops@shop.example\"}},\"location\":\"global\",\"properties\":{\"requestbody\":\"{\\\"properties\\\":{\\\"allowBlobPublicAccess\\\":true}}\"}}",
              "{\"time\":\"2026-03-01T10:02:00.1234567Z\",\"resourceId\":\"/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000001/RESOURCEGROUPS/SHOP/PROVIDERS/MICROSOFT.STORAGE/STORAGEACCOUNTS/SHOPDATA\",\"operationName\":\"MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE\",\"category\":\"Administrative\",\"resultType\":\"Success\",\"resultSignature\":\"Succeeded.OK\",\"callerIpAddress\":\"203.0.113.7\",\"correlationId\":\"c2\",\"identity\":{\"authorization\":{\"action\":\"Microsoft.Storage/storageAccounts/write\"},\"claims\":{\"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn\":\"ops@shop.example\"}},\"location\":\"global\",\"properties\":{\"requestbody\":\"{\\\"properties\\\":{\\\"allowBlobPublicAccess\\\":true}}\"}}"));

  @Test
  void normal() {
    ROBUSTNESS.normal();
  }

  @Test
  void gzipped() {
    ROBUSTNESS.gzipped();
  }

  @Test
  void truncated() {
    ROBUSTNESS.truncated();
  }

  @Test
  void bomb() {
    ROBUSTNESS.bomb();
  }

  @Test
  void disordered() {
    ROBUSTNESS.disordered();
  }
}
