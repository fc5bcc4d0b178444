package io.cofferdam.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apprunner.AppRunnerClient;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrockagent.BedrockAgentClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.codebuild.CodeBuildClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.datasync.DataSyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecrpublic.EcrPublicClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kafka.KafkaClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.macie2.Macie2Client;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearchserverless.OpenSearchServerlessClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.ram.RamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53resolver.Route53ResolverClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.vpclattice.VpcLatticeClient;
import software.amazon.awssdk.services.wafv2.Wafv2Client;

/// The services that can be asked, by the names that plans use: those of the vendor's packages.
final class AwsServices {
  private static final Map<String, Supplier<? extends AwsClientBuilder<?, ?>>> BUILDERS =
      Map.ofEntries(
          Map.entry("accessanalyzer", AccessAnalyzerClient::builder),
          Map.entry("account", AccountClient::builder),
          Map.entry("apigateway", ApiGatewayClient::builder),
          Map.entry("apigatewayv2", ApiGatewayV2Client::builder),
          Map.entry("apprunner", AppRunnerClient::builder),
          Map.entry("backup", BackupClient::builder),
          Map.entry("bedrock", BedrockClient::builder),
          Map.entry("bedrockagent", BedrockAgentClient::builder),
          Map.entry("cloudfront", CloudFrontClient::builder),
          Map.entry("cloudtrail", CloudTrailClient::builder),
          Map.entry("cloudwatch", CloudWatchClient::builder),
          Map.entry("cloudwatchlogs", CloudWatchLogsClient::builder),
          Map.entry("codebuild", CodeBuildClient::builder),
          Map.entry("config", ConfigClient::builder),
          Map.entry("databasemigration", DatabaseMigrationClient::builder),
          Map.entry("datasync", DataSyncClient::builder),
          Map.entry("dynamodb", DynamoDbClient::builder),
          Map.entry("ec2", Ec2Client::builder),
          Map.entry("ecr", EcrClient::builder),
          Map.entry("ecrpublic", EcrPublicClient::builder),
          Map.entry("ecs", EcsClient::builder),
          Map.entry("efs", EfsClient::builder),
          Map.entry("eks", EksClient::builder),
          Map.entry("elasticache", ElastiCacheClient::builder),
          Map.entry("elasticloadbalancingv2", ElasticLoadBalancingV2Client::builder),
          Map.entry("eventbridge", EventBridgeClient::builder),
          Map.entry("glue", GlueClient::builder),
          Map.entry("guardduty", GuardDutyClient::builder),
          Map.entry("iam", IamClient::builder),
          Map.entry("kafka", KafkaClient::builder),
          Map.entry("kms", KmsClient::builder),
          Map.entry("lambda", LambdaClient::builder),
          Map.entry("macie2", Macie2Client::builder),
          Map.entry("networkfirewall", NetworkFirewallClient::builder),
          Map.entry("opensearch", OpenSearchClient::builder),
          Map.entry("opensearchserverless", OpenSearchServerlessClient::builder),
          Map.entry("organizations", OrganizationsClient::builder),
          Map.entry("ram", RamClient::builder),
          Map.entry("rds", RdsClient::builder),
          Map.entry("route53resolver", Route53ResolverClient::builder),
          Map.entry("s3", S3Client::builder),
          Map.entry("s3control", S3ControlClient::builder),
          Map.entry("sagemaker", SageMakerClient::builder),
          Map.entry("secretsmanager", SecretsManagerClient::builder),
          Map.entry("securityhub", SecurityHubClient::builder),
          Map.entry("sns", SnsClient::builder),
          Map.entry("sqs", SqsClient::builder),
          Map.entry("ssm", SsmClient::builder),
          Map.entry("sts", StsClient::builder),
          Map.entry("vpclattice", VpcLatticeClient::builder),
          Map.entry("wafv2", Wafv2Client::builder));

  private AwsServices() {}

  static Optional<AwsClientBuilder<?, ?>> builder(String service) {
    return Optional.ofNullable(BUILDERS.get(service)).map(Supplier::get);
  }

  static Set<String> names() {
    return BUILDERS.keySet();
  }
}
