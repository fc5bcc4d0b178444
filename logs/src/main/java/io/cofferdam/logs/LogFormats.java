package io.cofferdam.logs;

import io.cofferdam.logs.azure.AzureFormat;
import io.cofferdam.logs.azure.storage.ClassicStorageFormat;
import io.cofferdam.logs.bedrock.BedrockFormat;
import io.cofferdam.logs.cloudtrail.CloudTrailFormat;
import io.cofferdam.logs.cloudtrail.digest.DigestFormat;
import io.cofferdam.logs.config.ConfigFormat;
import io.cofferdam.logs.database.mysql.GeneralLogFormat;
import io.cofferdam.logs.database.mysql.ServerAuditFormat;
import io.cofferdam.logs.database.postgresql.PostgresCsvFormat;
import io.cofferdam.logs.database.postgresql.PostgresFormat;
import io.cofferdam.logs.findings.GuardDutyFormat;
import io.cofferdam.logs.findings.SecurityHubFormat;
import io.cofferdam.logs.flow.VpcFlowFormat;
import io.cofferdam.logs.s3access.S3AccessFormat;
import io.cofferdam.logs.s3inventory.ColumnarFormat;
import io.cofferdam.logs.s3inventory.InventorySchemas;
import io.cofferdam.logs.s3inventory.ManifestChecksums;
import io.cofferdam.logs.s3inventory.S3ChecksumFormat;
import io.cofferdam.logs.s3inventory.S3InventoryFormat;
import io.cofferdam.logs.s3inventory.S3ManifestFormat;
import io.cofferdam.logs.s3usage.S3UsageFormat;
import io.cofferdam.logs.spi.LogFormat;
import java.util.List;

/// The formats that are read, in the order in which they are asked; the first that is certain
/// wins, so frequent and cheaply recognised ones come first. To add a format: a package of its own
/// and one line here.
public final class LogFormats {
  /// The name of the format of usage reports, of which each row counts.
  public static final String USAGE_REPORT = S3UsageFormat.NAME;

  private LogFormats() {}

  public static List<LogFormat> all() {
    var inventories = new InventorySchemas();
    var checksums = new ManifestChecksums();
    return List.of(
        new CloudTrailFormat(),
        new DigestFormat(),
        new S3AccessFormat(),
        AzureFormat.storage(),
        AzureFormat.activity(),
        AzureFormat.signIn(),
        new VpcFlowFormat(),
        new GuardDutyFormat(),
        new SecurityHubFormat(),
        new BedrockFormat(),
        new ConfigFormat(),
        new S3ManifestFormat(inventories, checksums),
        new S3ChecksumFormat(checksums),
        new S3UsageFormat(),
        new PostgresFormat(),
        new PostgresCsvFormat(),
        new ServerAuditFormat(),
        new GeneralLogFormat(),
        new ClassicStorageFormat(),
        new S3InventoryFormat(inventories),
        ColumnarFormat.orc(),
        ColumnarFormat.parquet());
  }
}
