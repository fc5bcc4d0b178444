package io.cofferdam.logs.azure.signin;

import io.cofferdam.logs.RecordRobustness;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

@Covers("R-01")
class EntraSignInRobustnessTest {
  private static final RecordRobustness ROBUSTNESS =
      new RecordRobustness(
          "entra-sign-in",
          "",
          List.of(
              "{\"time\":\"2026-03-01T10:00:00Z\",\"resourceId\":\"/tenants/t1/providers/Microsoft.aadiam\",\"operationName\":\"Sign-in activity\",\"category\":\"SignInLogs\",\"tenantId\":\"t1\",\"resultType\":\"0\",\"callerIpAddress\":\"203.0.113.7\",\"correlationId\":\"c\",\"location\":\"DE\",\"properties\":{\"id\":\"i0\",\"createdDateTime\":\"2026-03-01T10:00:00Z\",\"userPrincipalName\":\"ops@shop.example\",\"userId\":\"u1\",\"appDisplayName\":\"Portal\",\"ipAddress\":\"203.0.113.7\",\"status\":{\"errorCode\":0},\"location\":{\"countryOrRegion\":\"DE\"}}}",
              "{\"time\":\"2026-03-01T10:01:00Z\",\"resourceId\":\"/tenants/t1/providers/Microsoft.aadiam\",\"operationName\":\"Sign-in activity\",\"category\":\"SignInLogs\",\"tenantId\":\"t1\",\"resultType\":\"0\",\"callerIpAddress\":\"203.0.113.7\",\"correlationId\":\"c\",\"location\":\"DE\",\"properties\":{\"id\":\"i1\",\"createdDateTime\":\"2026-03-01T10:01:00Z\",\"userPrincipalName\":\"ops@shop.example\",\"userId\":\"u1\",\"appDisplayName\":\"Portal\",\"ipAddress\":\"203.0.113.7\",\"status\":{\"errorCode\":0},\"location\":{\"countryOrRegion\":\"DE\"}}}",
              "{\"time\":\"2026-03-01T10:02:00Z\",\"resourceId\":\"/tenants/t1/providers/Microsoft.aadiam\",\"operationName\":\"Sign-in activity\",\"category\":\"SignInLogs\",\"tenantId\":\"t1\",\"resultType\":\"0\",\"callerIpAddress\":\"203.0.113.7\",\"correlationId\":\"c\",\"location\":\"DE\",\"properties\":{\"id\":\"i2\",\"createdDateTime\":\"2026-03-01T10:02:00Z\",\"userPrincipalName\":\"ops@shop.example\",\"userId\":\"u1\",\"appDisplayName\":\"Portal\",\"ipAddress\":\"203.0.113.7\",\"status\":{\"errorCode\":0},\"location\":{\"countryOrRegion\":\"DE\"}}}"));

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
