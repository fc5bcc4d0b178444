package io.cofferdam.app.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofferdam.posture.inventory.Gap;
import io.cofferdam.posture.inventory.Inventory;
import io.cofferdam.posture.inventory.Inventory.ListGap;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.spi.CallOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// An invented shop with as many workloads as a test asks for, of kinds that take turns.
final class MappedShop {
  private static final String OWN = "111122223333";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final List<Resource> resources = new ArrayList<>();
  private final List<ListGap> gaps = new ArrayList<>();

  static MappedShop with(int workloads) {
    var shop = new MappedShop();
    shop.add("account", "arn:aws:iam::" + OWN + ":root", "", "{}");
    for (var region : List.of("eu-central-1", "eu-west-1")) {
      shop.add(
          "region",
          "arn:aws:account::" + OWN + ":region/" + region,
          region,
          region.equals("eu-central-1")
              ? "{'invocation-logging':{'s3Config':{'bucketName':'shop-bedrock-calls',"
                  + "'keyPrefix':'calls/'}}}"
              : "{}");
    }
    shop.add("s3-bucket", "arn:aws:s3:::shop-training", "eu-central-1", "{'Name':'shop-training'}");
    shop.add(
        "security-group",
        "arn:aws:ec2:eu-west-1:" + OWN + ":security-group/sg-open",
        "eu-west-1",
        "{'GroupId':'sg-open','IpPermissions':[{'IpProtocol':'tcp','FromPort':11434,'ToPort':11434,"
            + "'IpRanges':[{'CidrIp':'0.0.0.0/0'}],'UserIdGroupPairs':[{'GroupId':'sg-web'}]}]}");
    for (var i = 0; i < workloads; i++) {
      switch (i % 4) {
        case 0 -> shop.endpoint(i);
        case 1 -> shop.machine(i);
        case 2 -> shop.agent(i);
        default -> shop.service(i);
      }
    }
    return shop;
  }

  private void endpoint(int i) {
    var name = i == 0 ? "product-advice" : "product-advice-" + i;
    var arn = "arn:aws:sagemaker:eu-central-1:" + OWN + ":";
    add(
        "sagemaker-endpoint",
        arn + "endpoint/" + name,
        "eu-central-1",
        "{'EndpointName':'%s','endpoint':{'EndpointConfigName':'c%d'}}".formatted(name, i));
    add(
        "sagemaker-endpoint-config",
        arn + "endpoint-config/c" + i,
        "eu-central-1",
        ("{'EndpointConfigName':'c%d','config':{'ProductionVariants':[{'ModelName':'m%d',"
                + "'InstanceType':'ml.g5.2xlarge'}],'DataCaptureConfig':{'DestinationS3Uri':"
                + "'s3://shop-captured/%s'}}}")
            .formatted(i, i, name));
    add(
        "sagemaker-model",
        arn + "model/m" + i,
        "eu-central-1",
        ("{'ModelName':'m%d','model':{'ExecutionRoleArn':'arn:aws:iam::111122223333:role/service-role/"
                + "advice-execution','PrimaryContainer':{'Image':'763104351884.dkr.ecr.eu-central-1."
                + "amazonaws.com/huggingface-pytorch-tgi-inference:2.4','ModelDataUrl':"
                + "'s3://shop-models/advice/%d/model.tar.gz'}}}")
            .formatted(i, i));
    add(
        "sagemaker-training-job",
        arn + "training-job/t" + i,
        "eu-central-1",
        ("{'TrainingJobName':'t%d','job':{'ModelArtifacts':{'S3ModelArtifacts':"
                + "'s3://shop-models/advice/%d/model.tar.gz'},'InputDataConfig':[{'DataSource':"
                + "{'S3DataSource':{'S3Uri':'s3://shop-training/tickets/'}}},{'DataSource':"
                + "{'S3DataSource':{'S3Uri':'s3://shop-training/orders-2025-with-a-long-name/'}}}]}}")
            .formatted(i, i));
  }

  private void machine(int i) {
    add(
        "ec2-instance",
        "arn:aws:ec2:eu-west-1:" + OWN + ":instance/i-0abc" + i,
        "eu-west-1",
        ("{'InstanceId':'i-0abc%d','InstanceType':'g5.2xlarge','State':{'Name':'running'},"
                + "'Tags':[{'Key':'Name','Value':'%s'}],'SecurityGroups':[{'GroupId':'sg-open'}]}")
            .formatted(i, i % 8 == 1 ? "ollama-lab" : "worker-" + i));
  }

  private void agent(int i) {
    add(
        "bedrock-agent",
        "arn:aws:bedrock:eu-central-1:" + OWN + ":agent/A" + i,
        "eu-central-1",
        ("{'agentId':'A%d','agentName':'returns','agent':{'agentResourceRoleArn':"
                + "'arn:aws:iam::111122223333:role/returns-agent','foundationModel':'m'},"
                + "'knowledge-bases':{'agentKnowledgeBaseSummaries':[{'knowledgeBaseId':'K%d'}]}}")
            .formatted(i, i));
    add(
        "bedrock-knowledge-base",
        "arn:aws:bedrock:eu-central-1:" + OWN + ":knowledge-base/K" + i,
        "eu-central-1",
        ("{'knowledgeBaseId':'K%d','base':{'roleArn':'arn:aws:iam::111122223333:role/kb',"
                + "'storageConfiguration':{'opensearchServerlessConfiguration':{'collectionArn':"
                + "'arn:aws:aoss:eu-central-1:111122223333:collection/c%d'}}}}")
            .formatted(i, i));
    add(
        "bedrock-data-source",
        "arn:aws:bedrock:eu-central-1:" + OWN + ":knowledge-base/K" + i + "/data-source/D",
        "eu-central-1",
        "{'knowledgeBaseId':'K%d','source':{'dataSourceConfiguration':{'s3Configuration':{'bucketArn':'arn:aws:s3:::shop-answers'}}}}"
            .formatted(i));
  }

  private void service(int i) {
    add(
        "ecs-service",
        "arn:aws:ecs:eu-west-1:" + OWN + ":service/shop/search-" + i,
        "eu-west-1",
        ("{'serviceName':'search-%d','loadBalancers':[{'targetGroupArn':'arn:aws:tg'}],'task':"
                + "{'taskRoleArn':'arn:aws:iam::111122223333:role/search','containerDefinitions':"
                + "[{'image':'vllm/vllm-openai:v0.6.3','logConfiguration':{'options':"
                + "{'awslogs-group':'/ecs/search'}}}]}}")
            .formatted(i));
  }

  MappedShop unread() {
    gaps.add(
        new ListGap(
            OWN,
            "eu-west-1",
            "sagemaker-endpoint",
            new Gap(
                "sagemaker-endpoint",
                "sagemaker ListEndpoints",
                "sagemaker:ListEndpoints",
                CallOutcome.DENIED,
                "denied")));
    return this;
  }

  MappedShop add(String type, String id, String region, String facts) {
    resources.add(
        new Resource(
            type, id, id.substring(id.lastIndexOf('/') + 1), OWN, region, json(facts), List.of()));
    return this;
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException bad) {
      throw new IllegalArgumentException(bad);
    }
  }

  EstateMap map() {
    var sorted =
        resources.stream()
            .sorted(Comparator.comparing(Resource::id).thenComparing(Resource::type))
            .toList();
    return EstateMap.of(
        Scene.of(new Inventory(sorted, gaps), Instant.parse("2026-03-20T09:00:00Z")));
  }
}
