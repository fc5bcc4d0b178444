package io.cofferdam.app.contain;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// For each act on AWS something that is open, as the account is furnished with it.
///
/// @param act the act's id
/// @param furnish makes the thing, and tells the names by which it is aimed at
record Furnished(String act, Function<MotoAccount, Map<String, String>> furnish) {
  @Override
  public String toString() {
    return act;
  }

  static Stream<Furnished> all() {
    return Stream.of(
            first(),
            FurnishedModels.all(),
            FurnishedKeys.all(),
            FurnishedLogs.all(),
            FurnishedEdges.all())
        .flatMap(each -> each);
  }

  private static Stream<Furnished> first() {
    return Stream.of(
        new Furnished("aws.s3.close-bucket", Furnished::openBucket),
        new Furnished("aws.ec2.unshare-snapshot", Furnished::sharedSnapshot),
        new Furnished("aws.ec2.unshare-image", Furnished::sharedImage),
        new Furnished("aws.rds.unshare-snapshot", Furnished::sharedDatabase),
        new Furnished("aws.rds.unshare-cluster-snapshot", Furnished::sharedCluster),
        new Furnished("aws.iam.revoke-sessions", Furnished::role),
        new Furnished("aws.iam.quarantine-role", Furnished::role),
        new Furnished("aws.iam.quarantine-user", account -> user(account, false)),
        new Furnished("aws.iam.disable-key", account -> user(account, true)),
        new Furnished("aws.ecr.deny-foreign-pulls", Furnished::sharedRepository),
        new Furnished("aws.ecr.deny-pulls", Furnished::sharedRepository),
        new Furnished("aws.ec2.isolate-instance", Furnished::instance));
  }

  static Map<String, String> openBucket(MotoAccount account) {
    account.call(
        "s3",
        "CreateBucket",
        "{'Bucket':'shop-training','CreateBucketConfiguration':{'LocationConstraint':'eu-central-1'}}");
    account.call(
        "s3",
        "PutPublicAccessBlock",
        "{'Bucket':'shop-training','PublicAccessBlockConfiguration':{'BlockPublicAcls':true,"
            + "'IgnorePublicAcls':false,'BlockPublicPolicy':false,'RestrictPublicBuckets':false}}");
    account.call(
        "s3",
        "PutBucketPolicy",
        """
        {"Bucket":"shop-training","Policy":"{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":[{\
        \\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"s3:GetObject\\",\
        \\"Resource\\":\\"arn:aws:s3:::shop-training/*\\"},{\\"Effect\\":\\"Allow\\",\
        \\"Principal\\":{\\"AWS\\":\\"arn:aws:iam::444455556666:root\\"},\
        \\"Action\\":\\"s3:ListBucket\\",\\"Resource\\":\\"arn:aws:s3:::shop-training\\"}]}"}\
        """);
    return names("bucket", "shop-training");
  }

  private static Map<String, String> sharedSnapshot(MotoAccount account) {
    var volume =
        account.call("ec2", "CreateVolume", "{'Size':1,'AvailabilityZone':'eu-central-1a'}");
    var id =
        account
            .call(
                "ec2", "CreateSnapshot", "{'VolumeId':'" + volume.path("VolumeId").asText() + "'}")
            .path("SnapshotId")
            .asText();
    account.call(
        "ec2",
        "ModifySnapshotAttribute",
        "{'SnapshotId':'"
            + id
            + "','Attribute':'createVolumePermission','OperationType':'add',"
            + "'UserIds':['444455556666'],'GroupNames':['all']}");
    return names("snapshot", id);
  }

  private static Map<String, String> sharedImage(MotoAccount account) {
    var id =
        account
            .call("ec2", "RegisterImage", "{'Name':'shop-inference','RootDeviceName':'/dev/xvda'}")
            .path("ImageId")
            .asText();
    account.call(
        "ec2",
        "ModifyImageAttribute",
        "{'ImageId':'"
            + id
            + "','Attribute':'launchPermission','LaunchPermission':{'Add':["
            + "{'UserId':'444455556666'}]}}");
    return names("image", id);
  }

  private static Map<String, String> sharedDatabase(MotoAccount account) {
    account.call(
        "rds",
        "CreateDBInstance",
        "{'DBInstanceIdentifier':'orders','Engine':'postgres','DBInstanceClass':'db.t3.micro',"
            + "'AllocatedStorage':20,'MasterUsername':'owner','MasterUserPassword':'not-a-secret-1'}");
    account.call(
        "rds",
        "CreateDBSnapshot",
        "{'DBInstanceIdentifier':'orders','DBSnapshotIdentifier':'orders-1'}");
    account.call(
        "rds",
        "ModifyDBSnapshotAttribute",
        "{'DBSnapshotIdentifier':'orders-1','AttributeName':'restore','ValuesToAdd':["
            + "'444455556666','777788889999']}");
    return names("snapshot", "orders-1");
  }

  private static Map<String, String> sharedCluster(MotoAccount account) {
    account.call(
        "rds",
        "CreateDBCluster",
        "{'DBClusterIdentifier':'carts','Engine':'aurora-postgresql','MasterUsername':'owner',"
            + "'MasterUserPassword':'not-a-secret-1'}");
    account.call(
        "rds",
        "CreateDBClusterSnapshot",
        "{'DBClusterIdentifier':'carts','DBClusterSnapshotIdentifier':'carts-1'}");
    account.call(
        "rds",
        "ModifyDBClusterSnapshotAttribute",
        "{'DBClusterSnapshotIdentifier':'carts-1','AttributeName':'restore','ValuesToAdd':['all']}");
    return names("snapshot", "carts-1");
  }

  static Map<String, String> role(MotoAccount account) {
    account.call(
        "iam",
        "CreateRole",
        """
        {"RoleName":"ci-deploy","AssumeRolePolicyDocument":"{\\"Version\\":\\"2012-10-17\\",\
        \\"Statement\\":[{\\"Effect\\":\\"Allow\\",\\"Principal\\":{\\"Service\\":\
        \\"codebuild.amazonaws.com\\"},\\"Action\\":\\"sts:AssumeRole\\"}]}"}\
        """);
    return names("role", "ci-deploy");
  }

  static Map<String, String> user(MotoAccount account, boolean key) {
    account.call("iam", "CreateUser", "{'UserName':'exporter'}");
    var names = names("user", "exporter");
    if (key) {
      names.put(
          "key",
          account
              .call("iam", "CreateAccessKey", "{'UserName':'exporter'}")
              .at("/AccessKey/AccessKeyId")
              .asText());
    }
    return names;
  }

  private static Map<String, String> sharedRepository(MotoAccount account) {
    account.call("ecr", "CreateRepository", "{'repositoryName':'shop/model'}");
    account.call(
        "ecr",
        "SetRepositoryPolicy",
        """
        {"repositoryName":"shop/model","policyText":"{\\"Version\\":\\"2012-10-17\\",\
        \\"Statement\\":[{\\"Sid\\":\\"Partner\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":\
        {\\"AWS\\":\\"arn:aws:iam::444455556666:root\\"},\
        \\"Action\\":[\\"ecr:BatchGetImage\\",\\"ecr:GetDownloadUrlForLayer\\"]}]}"}\
        """);
    return names("repository", "shop/model");
  }

  private static Map<String, String> instance(MotoAccount account) {
    var vpc =
        account.call("ec2", "CreateVpc", "{'CidrBlock':'10.9.0.0/16'}").at("/Vpc/VpcId").asText();
    var subnet =
        account
            .call("ec2", "CreateSubnet", "{'VpcId':'" + vpc + "','CidrBlock':'10.9.1.0/24'}")
            .at("/Subnet/SubnetId")
            .asText();
    var web = group(account, vpc, "web", "'IpRanges':[{'CidrIp':'0.0.0.0/0'}]", 443);
    var admin = group(account, vpc, "admin", "'IpRanges':[{'CidrIp':'203.0.113.0/24'}]", 22);
    var two =
        account
            .call(
                "ec2",
                "CreateNetworkInterface",
                "{'SubnetId':'" + subnet + "','Groups':['" + admin + "']}")
            .at("/NetworkInterface/NetworkInterfaceId")
            .asText();
    var id =
        account
            .call(
                "ec2",
                "RunInstances",
                "{'ImageId':'ami-12345678','MinCount':1,'MaxCount':1,'SubnetId':'"
                    + subnet
                    + "','SecurityGroupIds':['"
                    + web
                    + "','"
                    + admin
                    + "']}")
            .at("/Instances/0/InstanceId")
            .asText();
    account.call(
        "ec2",
        "AttachNetworkInterface",
        "{'NetworkInterfaceId':'" + two + "','InstanceId':'" + id + "','DeviceIndex':1}");
    return names("instance", id);
  }

  private static String group(
      MotoAccount account, String vpc, String name, String peers, int port) {
    var id =
        account
            .call(
                "ec2",
                "CreateSecurityGroup",
                "{'GroupName':'" + name + "','Description':'" + name + "','VpcId':'" + vpc + "'}")
            .path("GroupId")
            .asText();
    account.call(
        "ec2",
        "AuthorizeSecurityGroupIngress",
        "{'GroupId':'"
            + id
            + "','IpPermissions':[{'IpProtocol':'tcp','FromPort':"
            + port
            + ",'ToPort':"
            + port
            + ","
            + peers
            + "}]}");
    return id;
  }

  static Map<String, String> bucket(MotoAccount account, String name) {
    account.call(
        "s3",
        "CreateBucket",
        "{'Bucket':'"
            + name
            + "','CreateBucketConfiguration':{'LocationConstraint':'eu-central-1'}}");
    return names("bucket", name);
  }

  static Map<String, String> names(String word, String name) {
    var names = new TreeMap<String, String>();
    names.put(word, name);
    return names;
  }
}
