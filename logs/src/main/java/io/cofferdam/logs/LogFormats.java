package io.cofferdam.logs;

import io.cofferdam.logs.azure.AzureFormat;
import io.cofferdam.logs.azure.storage.ClassicStorageFormat;
import io.cofferdam.logs.bedrock.BedrockFormat;
import io.cofferdam.logs.cloudtrail.CloudTrailFormat;
import io.cofferdam.logs.config.ConfigFormat;
import io.cofferdam.logs.database.mysql.GeneralLogFormat;
import io.cofferdam.logs.database.mysql.ServerAuditFormat;
import io.cofferdam.logs.database.postgresql.PostgresCsvFormat;
import io.cofferdam.logs.database.postgresql.PostgresFormat;
import io.cofferdam.logs.findings.GuardDutyFormat;
import io.cofferdam.logs.findings.SecurityHubFormat;
import io.cofferdam.logs.flow.ParquetFormat;
import io.cofferdam.logs.flow.VpcFlowFormat;
import io.cofferdam.logs.spi.LogFormat;
import java.util.List;

/// The formats that are read, in the order in which they are asked; the first that is certain
/// wins, so frequent and cheaply recognised ones come first. To add a format: a package of its own
/// and one line here.
public final class LogFormats {
  private LogFormats() {}

  public static List<LogFormat> all() {
    return List.of(
        new CloudTrailFormat(),
        AzureFormat.storage(),
        AzureFormat.activity(),
        AzureFormat.signIn(),
        new VpcFlowFormat(),
        new GuardDutyFormat(),
        new SecurityHubFormat(),
        new BedrockFormat(),
        new ConfigFormat(),
        new PostgresFormat(),
        new PostgresCsvFormat(),
        new ServerAuditFormat(),
        new GeneralLogFormat(),
        new ClassicStorageFormat(),
        new ParquetFormat());
  }
}
