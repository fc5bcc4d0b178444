package io.cofferdam.drill.aws;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.text.ByteText;
import io.cofferdam.drill.text.Times;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Seat;
import io.cofferdam.drill.world.World;
import java.util.ArrayList;
import java.util.List;

/// Ordinary calls of the control plane, of many kinds: what an account's own people and machines
/// do all day. None of them touches a store in question.
final class ControlPlane {
  private static final List<String> AGENTS =
      List.of(
          "aws-sdk-go-v2/1.36.5 os/linux lang/go#1.24.4 md/GOOS#linux md/GOARCH#amd64"
              + " api/ec2#1.230.0 m/C,n amazon-ssm-agent/3.3.2656.0",
          "Boto3/1.38.36 md/Botocore#1.38.36 ua/2.1 os/linux#6.1.141-155.222.amzn2023.x86_64"
              + " md/arch#x86_64 lang/python#3.12.10 md/pyimpl#CPython exec-env/AWS_Lambda_python3.12"
              + " m/b,n cfg/retry-mode#legacy Botocore/1.38.36",
          "APN/1.0 HashiCorp/1.0 Terraform/1.12.2 (+https://www.terraform.io)"
              + " terraform-provider-aws/5.100.0 (+https://registry.terraform.io/providers/hashicorp/aws)"
              + " aws-sdk-go-v2/1.36.5 ua/2.1 os/linux lang/go#1.23.10 md/GOOS#linux",
          "aws-sdk-java/2.31.64 md/io#sync md/http#Apache ua/2.1 os/Linux#6.1.141 lang/java#21.0.7"
              + " md/OpenJDK_64-Bit_Server_VM#21.0.7+6-LTS md/vendor#Amazon.com_Inc. m/F,n");

  private final World world;
  private final TrailRecords records;
  private final Dice dice;
  private final List<Seat> seats = new ArrayList<>();

  ControlPlane(World world, TrailRecords records, Dice dice) {
    this.world = world;
    this.records = records;
    this.dice = dice;
    var roles =
        List.of(
            "eks-node",
            "checkout-service",
            "search-service",
            "ssm-maintenance",
            "deployer",
            "metrics-shipper",
            "image-builder",
            "catalogue-sync",
            "fraud-scoring",
            "model-gateway",
            "feature-store",
            "platform-engineer");
    var origins = List.of(Origin.values());
    int number = 0;
    for (var role : roles) {
      for (int i = 0; i < 6; i++) {
        var origin = origins.get(number++ % origins.size());
        seats.add(seat(role, origin));
      }
    }
  }

  private Seat seat(String role, Origin origin) {
    var company = world.company();
    var name =
        switch (origin) {
          case INSTANCE -> "i-0" + dice.hex(16);
          case FUNCTION -> role + "-handler";
          case NOTEBOOK -> "SageMaker";
          case PIPELINE -> "pipeline-" + dice.digits(8);
          case PERSON -> "frida.invented";
        };
    var session =
        new Actor.Session(
            company.account(),
            role,
            name,
            "ASIA" + dice.id(16),
            "AROA" + dice.id(17),
            world.from() - dice.between(60, 3000),
            origin);
    var address =
        dice.chance(0.6) ? company.vpcPrefix() + "." + dice.between(4, 250) : company.natAddress();
    return new Seat(session, address, dice.pick(AGENTS), "");
  }

  void write(ByteText out, long second) {
    var seat = seats.get(dice.below(seats.size()));
    int kind = dice.below(100);
    if (kind < 14) {
      decrypt(out, second, seat);
    } else if (kind < 26) {
      assumeRole(out, second, seat);
    } else if (kind < 38) {
      describeInstances(out, second, seat);
    } else if (kind < 46) {
      parameter(out, second, seat);
    } else if (kind < 56) {
      dataKey(out, second, seat);
    } else if (kind < 64) {
      secret(out, second, seat);
    } else if (kind < 74) {
      logStream(out, second, seat);
    } else if (kind < 82) {
      interfaces(out, second, seat);
    } else if (kind < 90) {
      metricAlarms(out, second, seat);
    } else if (kind < 96) {
      pullImage(out, second, seat);
    } else {
      denied(out, second, seat);
    }
  }

  private String arn(String service, String rest) {
    var company = world.company();
    return "arn:aws:" + service + ":" + company.region() + ":" + company.account() + ":" + rest;
  }

  private void start(ByteText out, Seat seat, long second, String service, String action) {
    records.head(out, seat.actor(), second, service, action, seat);
  }

  private void finish(ByteText out, String service, String readOnly, String resource, String type) {
    out.add(",\"requestID\":\"").uuid(dice.next(), dice.next());
    out.add("\",\"eventID\":\"").uuid(dice.next(), dice.next());
    out.add("\",\"readOnly\":").add(readOnly);
    if (!resource.isEmpty()) {
      out.add(",\"resources\":[{\"accountId\":\"").add(world.company().account());
      out.add("\",\"type\":\"").add(type).add("\",\"ARN\":\"").add(resource).add("\"}]");
    }
    records.tail(out, service);
  }

  private String keyArn(int number) {
    return arn("kms", "key/0f" + number + "a7c31-5d2e-4b6f-9a18-3c4d5e6f7a8" + (number % 10));
  }

  private void decrypt(ByteText out, long second, Seat seat) {
    start(out, seat, second, "kms.amazonaws.com", "Decrypt");
    out.add(",\"requestParameters\":{\"encryptionContext\":{\"aws:lambda:FunctionArn\":\"");
    out.add(arn("lambda", "function:order-events-")).add(dice.below(40));
    out.add("\"},\"encryptionAlgorithm\":\"SYMMETRIC_DEFAULT\",\"keyId\":\"");
    var key = keyArn(10 + dice.below(9));
    out.add(key).add("\"},\"responseElements\":null,\"additionalEventData\":{");
    out.add("\"keyMaterialId\":\"").hex(Dice.mix(key.hashCode()), 16).hex(dice.next(), 16);
    out.add("\"}");
    finish(out, "kms.amazonaws.com", "true", key, "AWS::KMS::Key");
  }

  private void assumeRole(ByteText out, long second, Seat seat) {
    start(out, seat, second, "sts.amazonaws.com", "AssumeRole");
    var role = "arn:aws:iam::" + world.company().account() + ":role/service-" + dice.below(60);
    out.add(",\"requestParameters\":{\"roleArn\":\"").add(role);
    out.add("\",\"roleSessionName\":\"session-").hex(dice.next(), 10);
    out.add("\",\"durationSeconds\":3600},\"responseElements\":{\"credentials\":{");
    out.add("\"accessKeyId\":\"ASIA").letters(dice.next(), 16);
    out.add("\",\"sessionToken\":\"HIDDEN_DUE_TO_SECURITY_REASONS\",\"expiration\":\"");
    Times.iso(out, second + 3600).add("\"},\"assumedRoleUser\":{\"assumedRoleId\":\"AROA");
    out.letters(role.hashCode(), 16).add(":session\",\"arn\":\"arn:aws:sts::");
    out.add(world.company().account()).add(":assumed-role/service/session\"}}");
    finish(out, "sts.amazonaws.com", "true", role, "AWS::IAM::Role");
  }

  private void describeInstances(ByteText out, long second, Seat seat) {
    start(out, seat, second, "ec2.amazonaws.com", "DescribeInstances");
    out.add(",\"requestParameters\":{\"maxResults\":100,\"instancesSet\":{\"items\":[");
    int count = dice.between(1, 8);
    for (int i = 0; i < count; i++) {
      out.add(i == 0 ? "{\"instanceId\":\"i-0" : ",{\"instanceId\":\"i-0");
      out.hex(dice.next(), 16).add("\"}");
    }
    out.add("]},\"filterSet\":{\"items\":[{\"name\":\"instance-state-name\",\"valueSet\":{");
    out.add("\"items\":[{\"value\":\"running\"}]}}]}},\"responseElements\":null");
    finish(out, "ec2.amazonaws.com", "true", "", "");
  }

  private void parameter(ByteText out, long second, Seat seat) {
    start(out, seat, second, "ssm.amazonaws.com", "GetParameters");
    out.add(",\"requestParameters\":{\"names\":[");
    int count = dice.between(1, 5);
    for (int i = 0; i < count; i++) {
      out.add(i == 0 ? "\"/shop/prod/" : ",\"/shop/prod/").add("service-").add(dice.below(60));
      out.add("/setting-").add(dice.below(200)).add('"');
    }
    out.add("],\"withDecryption\":true},\"responseElements\":null");
    finish(
        out, "ssm.amazonaws.com", "true", arn("ssm", "parameter/shop/prod"), "AWS::SSM::Parameter");
  }

  private void dataKey(ByteText out, long second, Seat seat) {
    start(out, seat, second, "kms.amazonaws.com", "GenerateDataKey");
    var key = keyArn(30 + dice.below(9));
    out.add(",\"requestParameters\":{\"keySpec\":\"AES_256\",\"keyId\":\"").add(key);
    out.add("\",\"encryptionContext\":{\"aws:s3:arn\":\"arn:aws:s3:::");
    out.add(world.company().slug()).add("-artifacts/builds/").hex(dice.next(), 12);
    out.add("\"}},\"responseElements\":null");
    finish(out, "kms.amazonaws.com", "true", key, "AWS::KMS::Key");
  }

  private void secret(ByteText out, long second, Seat seat) {
    start(out, seat, second, "secretsmanager.amazonaws.com", "GetSecretValue");
    var secret = arn("secretsmanager", "secret:service-" + dice.below(60) + "/db-a1B2c3");
    out.add(",\"requestParameters\":{\"secretId\":\"").add(secret);
    out.add("\",\"versionStage\":\"AWSCURRENT\"},\"responseElements\":null,");
    out.add("\"additionalEventData\":{\"SecretVersionId\":\"").uuid(dice.next(), dice.next());
    out.add("\"}");
    finish(out, "secretsmanager.amazonaws.com", "true", secret, "AWS::SecretsManager::Secret");
  }

  private void logStream(ByteText out, long second, Seat seat) {
    start(out, seat, second, "logs.amazonaws.com", "CreateLogStream");
    out.add(",\"requestParameters\":{\"logGroupName\":\"/aws/lambda/order-events-");
    out.add(dice.below(40)).add("\",\"logStreamName\":\"");
    out.add(Times.format("yyyy/MM/dd", second)).add("/[$LATEST]").hex(dice.next(), 16);
    out.hex(dice.next(), 16).add("\"},\"responseElements\":null,\"apiVersion\":\"20140328\"");
    finish(out, "logs.amazonaws.com", "false", "", "");
  }

  private void interfaces(ByteText out, long second, Seat seat) {
    start(out, seat, second, "ec2.amazonaws.com", "CreateNetworkInterface");
    out.add(",\"requestParameters\":{\"subnetId\":\"subnet-0").hex(dice.next(), 16);
    out.add("\",\"description\":\"aws-K8S-i-0").hex(dice.next(), 16);
    out.add("\",\"groupSet\":{\"items\":[{\"groupId\":\"sg-0").hex(dice.next(), 16);
    out.add("\"}]},\"privateIpAddressesSet\":{},\"clientToken\":\"");
    out.uuid(dice.next(), dice.next());
    out.add("\"},\"responseElements\":{\"requestId\":\"").uuid(dice.next(), dice.next());
    out.add("\",\"networkInterface\":{\"networkInterfaceId\":\"eni-0").hex(dice.next(), 16);
    out.add("\",\"vpcId\":\"vpc-0a1b2c3d4e5f60718\",\"availabilityZone\":\"");
    out.add(world.company().region()).add("a\",\"ownerId\":\"");
    out.add(world.company().account()).add("\",\"status\":\"pending\",\"privateIpAddress\":\"");
    out.add(world.company().vpcPrefix()).add('.').add(dice.between(4, 250)).add("\"}}");
    finish(out, "ec2.amazonaws.com", "false", "", "");
  }

  private void metricAlarms(ByteText out, long second, Seat seat) {
    start(out, seat, second, "monitoring.amazonaws.com", "DescribeAlarms");
    out.add(",\"requestParameters\":{\"alarmNamePrefix\":\"service-").add(dice.below(60));
    out.add("\",\"stateValue\":\"ALARM\",\"maxRecords\":").add(dice.between(10, 100));
    out.add(",\"alarmTypes\":[\"MetricAlarm\",\"CompositeAlarm\"]},\"responseElements\":null");
    finish(out, "monitoring.amazonaws.com", "true", "", "");
  }

  private void pullImage(ByteText out, long second, Seat seat) {
    start(out, seat, second, "ecr.amazonaws.com", "BatchGetImage");
    int service = dice.below(60);
    out.add(",\"requestParameters\":{\"registryId\":\"").add(world.company().account());
    out.add("\",\"repositoryName\":\"shop/service-").add(service);
    out.add("\",\"imageIds\":[{\"imageTag\":\"").hex(dice.next(), 8);
    out.add("\"}],\"acceptedMediaTypes\":[\"application/vnd.oci.image.manifest.v1+json\",");
    out.add("\"application/vnd.docker.distribution.manifest.v2+json\"]},");
    out.add("\"responseElements\":null");
    finish(
        out,
        "ecr.amazonaws.com",
        "true",
        arn("ecr", "repository/shop/service-" + service),
        "AWS::ECR::Repository");
  }

  private void denied(ByteText out, long second, Seat seat) {
    start(out, seat, second, "ec2.amazonaws.com", "DescribeVolumes");
    var session = (Actor.Session) seat.actor();
    out.add(",\"errorCode\":\"Client.UnauthorizedOperation\",\"errorMessage\":");
    out.quoted(
        "You are not authorized to perform this operation. User: "
            + session.sessionArn()
            + " is not authorized to perform: ec2:DescribeVolumes because no identity-based policy"
            + " allows the ec2:DescribeVolumes action");
    out.add(",\"requestParameters\":{\"maxResults\":500,\"volumeSet\":{},\"filterSet\":{}},");
    out.add("\"responseElements\":null");
    finish(out, "ec2.amazonaws.com", "true", "", "");
  }
}
