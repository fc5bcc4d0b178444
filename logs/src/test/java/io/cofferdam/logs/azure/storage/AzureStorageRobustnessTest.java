package io.cofferdam.logs.azure.storage;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class AzureStorageRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "azure-storage",
          "",
          List.of(
              "{\"time\":\"2026-03-01T10:00:00.1234567Z\",\"resourceId\":\"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/shopdata/blobServices/default\",\"category\":\"StorageRead\",\"operationName\":\"GetBlob\",\"statusCode\":200,\"statusText\":\"AnonymousSuccess\",\"callerIpAddress\":\"203.0.113.7:56029\",\"correlationId\":\"c0\",\"identity\":{\"type\":\"Anonymous\"},\"location\":\"West Europe\",\"properties\":{\"accountName\":\"shopdata\",\"serviceType\":\"blob\",\"objectKey\":\"/shopdata/training/set 1.jsonl\",\"responseBodySize\":99},\"uri\":\"https://shopdata.blob.core.windows.net:443/training/set%201.jsonl\"}",
              "{\"time\":\"2026-03-01T10:01:00.1234567Z\",\"resourceId\":\"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/shopdata/blobServices/default\",\"category\":\"StorageRead\",\"operationName\":\"GetBlob\",\"statusCode\":200,\"statusText\":\"AnonymousSuccess\",\"callerIpAddress\":\"203.0.113.7:56029\",\"correlationId\":\"c1\",\"identity\":{\"type\":\"Anonymous\"},\"location\":\"West Europe\",\"properties\":{\"accountName\":\"shopdata\",\"serviceType\":\"blob\",\"objectKey\":\"/shopdata/training/set 1.jsonl\",\"responseBodySize\":99},\"uri\":\"https://shopdata.blob.core.windows.net:443/training/set%201.jsonl\"}",
              "{\"time\":\"2026-03-01T10:02:00.1234567Z\",\"resourceId\":\"/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/shopdata/blobServices/default\",\"category\":\"StorageRead\",\"operationName\":\"GetBlob\",\"statusCode\":200,\"statusText\":\"AnonymousSuccess\",\"callerIpAddress\":\"203.0.113.7:56029\",\"correlationId\":\"c2\",\"identity\":{\"type\":\"Anonymous\"},\"location\":\"West Europe\",\"properties\":{\"accountName\":\"shopdata\",\"serviceType\":\"blob\",\"objectKey\":\"/shopdata/training/set 1.jsonl\",\"responseBodySize\":99},\"uri\":\"https://shopdata.blob.core.windows.net:443/training/set%201.jsonl\"}"));

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
