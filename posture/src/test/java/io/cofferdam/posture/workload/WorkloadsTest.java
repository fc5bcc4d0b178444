package io.cofferdam.posture.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.posture.inventory.MadeEstate;
import io.cofferdam.testkit.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("P-05")
class WorkloadsTest {
  private static final String TGI =
      "763104351884.dkr.ecr.eu-central-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.4.0";

  private static List<Workload> found(MadeEstate estate) {
    return Workloads.of(estate.scene()).all();
  }

  private static MadeEstate endpoint(String image) {
    return new MadeEstate()
        .with(
            "sagemaker-endpoint",
            "advice",
            "{'EndpointName':'advice','endpoint':{'EndpointConfigName':'advice-3'}}")
        .with(
            "sagemaker-endpoint-config",
            "advice-3",
            "{'EndpointConfigName':'advice-3','config':{'KmsKeyId':'alias/advice',"
                + "'ProductionVariants':[{'ModelName':'advice-m','InstanceType':'ml.m5.large'}],"
                + "'DataCaptureConfig':{'EnableCapture':true,"
                + "'DestinationS3Uri':'s3://shop-captured/advice'}}}")
        .with(
            "sagemaker-model",
            "advice-m",
            "{'ModelName':'advice-m','model':{'ExecutionRoleArn':'arn:aws:iam::111122223333:role/"
                + "advice','PrimaryContainer':{'Image':'"
                + image
                + "','ModelDataUrl':'s3://shop-models/advice/model.tar.gz'},"
                + "'VpcConfig':{'Subnets':['subnet-1'],'SecurityGroupIds':['sg-1']}}}")
        .with(
            "sagemaker-training-job",
            "advice-train",
            "{'TrainingJobName':'advice-train','job':{'ModelArtifacts':{'S3ModelArtifacts':"
                + "'s3://shop-models/advice/model.tar.gz'},'InputDataConfig':[{'DataSource':"
                + "{'S3DataSource':{'S3Uri':'s3://shop-training/tickets'}}}]}}");
  }

  @Test
  void anEndpointIsToldWithAllThatItConsistsOf() {
    var endpoint =
        found(endpoint(TGI)).stream()
            .filter(each -> each.kind() == WorkloadKind.ENDPOINT)
            .findFirst()
            .orElseThrow();
    assertThat(endpoint.sureness()).isEqualTo(Sureness.CERTAIN);
    assertThat(endpoint.because()).anyMatch(each -> each.contains(TGI));
    assertThat(endpoint.linked(Relation.ROLE))
        .containsExactly("arn:aws:iam::111122223333:role/advice");
    assertThat(endpoint.linked(Relation.KEY)).containsExactly("alias/advice");
    assertThat(endpoint.linked(Relation.TRAINED_ON)).containsExactly("s3://shop-training/tickets");
    assertThat(endpoint.linked(Relation.WEIGHTS))
        .containsExactly("s3://shop-models/advice/model.tar.gz");
    assertThat(endpoint.linked(Relation.CAPTURES)).containsExactly("s3://shop-captured/advice");
    assertThat(endpoint.linked(Relation.SUBNET)).containsExactly("subnet-1");
    assertThat(endpoint.linked(Relation.SECURITY_GROUP)).containsExactly("sg-1");
  }

  @Test
  void aModelThatIsNoLanguageModelMakesAnEndpointOnlyPossible() {
    assertThat(found(endpoint("000000000000.dkr.ecr.eu-central-1.amazonaws.com/xgboost:1")))
        .filteredOn(each -> each.kind() == WorkloadKind.ENDPOINT)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.sureness()).isEqualTo(Sureness.POSSIBLE);
              assertThat(each.because()).anyMatch(why -> why.contains("no language model"));
            });
  }

  private static String instance(String type, String name, String rule) {
    return "{'InstanceType':'%s','State':{'Name':'running'},'Tags':[{'Key':'Name','Value':'%s'}],%s}"
        .formatted(type, name, rule);
  }

  private static MadeEstate machine(String type, String name, int from, int to) {
    return new MadeEstate()
        .with("ec2-instance", "i-1", instance(type, name, "'SecurityGroups':[{'GroupId':'sg-1'}]"))
        .with(
            "security-group",
            "sg-1",
            "{'GroupId':'sg-1','IpPermissions':[{'IpProtocol':'tcp','FromPort':%d,'ToPort':%d}]}"
                .formatted(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "g5.2xlarge, video-render-3, 8000, 8000",
    "g4dn.xlarge, cad-workstation, 8888, 8888",
    "m5.large, web-shop, 8080, 8080",
    "m5.large, checkout, 3000, 3000",
    "t3.large, bedrock-minecraft, 19132, 19132",
    "c5.large, falcon-sensor-test, 443, 443",
    "m5.large, vector-log-shipper, 8000, 8000",
    "m5.large, bastion, 0, 65535",
    "g5.xlarge, ci-runner, 22, 22",
  })
  void machinesThatOnlyLookAlikeAreQuiet(String type, String name, int from, int to) {
    assertThat(found(machine(type, name, from, to))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "t3.large, worker-2, 11434, 11434, POSSIBLE",
    "g5.2xlarge, worker-2, 11434, 11434, LIKELY",
    "g5.2xlarge, api, 8000, 8002, POSSIBLE",
    "p4d.24xlarge, worker, 22, 22, POSSIBLE",
    "inf2.xlarge, chat, 443, 443, LIKELY",
    "g5.2xlarge, ollama, 11434, 11434, CERTAIN",
    "m5.large, qdrant, 6333, 6334, LIKELY",
  })
  void machinesAreFoundBySignsTogether(
      String type, String name, int from, int to, Sureness sureness) {
    assertThat(found(machine(type, name, from, to)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.sureness()).isEqualTo(sureness);
              assertThat(each.because()).isNotEmpty();
            });
  }

  @Test
  void aMachineThatIsGoneIsNone() {
    var estate =
        new MadeEstate()
            .with(
                "ec2-instance",
                "i-1",
                "{'InstanceType':'p4d.24xlarge','State':{'Name':'terminated'},"
                    + "'Tags':[{'Key':'Name','Value':'llm'}]}");
    assertThat(found(estate)).isEmpty();
  }

  @Test
  void theRoleOfAMachineIsFoundByItsProfile() {
    var estate =
        new MadeEstate()
            .with(
                "ec2-instance",
                "i-1",
                instance(
                    "g5.xlarge",
                    "vllm",
                    "'IamInstanceProfile':{'Arn':'arn:aws:iam::111122223333:instance-profile/p'}"))
            .add(
                "iam-role",
                "arn:aws:iam::111122223333:role/host",
                "",
                "{'Arn':'arn:aws:iam::111122223333:role/host','InstanceProfileList':"
                    + "[{'Arn':'arn:aws:iam::111122223333:instance-profile/p'}]}");
    assertThat(found(estate))
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.linked(Relation.ROLE))
                    .containsExactly("arn:aws:iam::111122223333:role/host"));
  }

  private static String service(String image) {
    return """
        {"serviceName":"answers","networkConfiguration":{"awsvpcConfiguration":
        {"subnets":["subnet-1"],"securityGroups":["sg-9"]}},
        "task":{"taskRoleArn":"arn:aws:iam::111122223333:role/answers","containerDefinitions":
        [{"image":"%s","portMappings":[{"containerPort":8000}],"logConfiguration":
        {"options":{"awslogs-group":"/ecs/answers"}}}]}}"""
        .formatted(image);
  }

  @Test
  void aServiceIsFoundByItsImage() {
    assertThat(found(new MadeEstate().with("ecs-service", "a", service("vllm/vllm-openai:v0.6.3"))))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.sureness()).isEqualTo(Sureness.CERTAIN);
              assertThat(each.linked(Relation.LOGS)).containsExactly("/ecs/answers");
              assertThat(each.linked(Relation.SECURITY_GROUP)).containsExactly("sg-9");
            });
    assertThat(found(new MadeEstate().with("ecs-service", "a", service("nginx:1.27")))).isEmpty();
  }

  @Test
  void aServiceWhoseTaskIsDeniedIsUndecided() {
    var workloads =
        Workloads.of(
            new MadeEstate().with("ecs-service", "a", "{'serviceName':'answers'}", "task").scene());
    assertThat(workloads.all()).isEmpty();
    assertThat(workloads.undecided())
        .singleElement()
        .satisfies(each -> assertThat(each.gaps()).isNotEmpty());
  }

  @Test
  void aListThatIsDeniedIsAGap() {
    assertThat(Workloads.of(new MadeEstate().unlisted("sagemaker-endpoint").scene()).gaps())
        .hasSize(1);
  }

  @Test
  void aStoreThatHoldsTheIndexOfAKnowledgeBaseIsFound() {
    var domain = MadeEstate.arn("opensearch-domain", "catalogue");
    var estate =
        new MadeEstate()
            .with("opensearch-domain", "catalogue", "{'DomainName':'catalogue'}")
            .with("opensearch-domain", "logs", "{'DomainName':'logs'}")
            .with(
                "bedrock-knowledge-base",
                "KB1",
                "{'knowledgeBaseId':'KB1','base':{'storageConfiguration':"
                    + "{'opensearchManagedClusterConfiguration':{'domainArn':'"
                    + domain
                    + "'}}}}")
            .with(
                "bedrock-data-source",
                "DS1",
                "{'knowledgeBaseId':'KB1','source':{'dataSourceConfiguration':"
                    + "{'s3Configuration':{'bucketArn':'arn:aws:s3:::shop-answers'}}}}");
    assertThat(found(estate))
        .extracting(each -> each.resource().name())
        .containsExactlyInAnyOrder("KB1", "catalogue");
    assertThat(found(estate))
        .anySatisfy(
            each ->
                assertThat(each.linked(Relation.READS))
                    .containsExactly("arn:aws:s3:::shop-answers"));
  }

  @Test
  void aModelThatWasCalledIsFoundByItsMetric() {
    var estate =
        new MadeEstate()
            .region(
                "{'bedrock-metrics':{'Metrics':[{'Namespace':'AWS/Bedrock','MetricName':"
                    + "'Invocations','Dimensions':[{'Name':'ModelId','Value':'eu.example.model-v1'}]},"
                    + "{'Namespace':'AWS/Bedrock','MetricName':'Invocations','Dimensions':[]}]}}");
    assertThat(found(estate))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.resource().type()).isEqualTo(Workloads.MODEL_USE);
              assertThat(each.linked(Relation.SERVES)).containsExactly("eu.example.model-v1");
            });
  }

  @Test
  void hostileFactsAreNoTrouble() {
    var estate =
        new MadeEstate()
            .with("ec2-instance", "i-1", "{'InstanceType':{},'Tags':{'a':[1]},'State':[]}")
            .with("ecs-service", "s", "{'task':{'containerDefinitions':'x'},'serviceName':7}")
            .with("sagemaker-endpoint", "e", "{'endpoint':[[]]}")
            .region("{'bedrock-metrics':{'Metrics':'none'}}");
    assertThat(found(estate)).hasSize(1);
  }
}
