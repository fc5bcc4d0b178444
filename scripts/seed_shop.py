"""Fills an empty stand-in of AWS (moto) with the estate of an invented shop that runs its own
language models, with faults as they happen and beside them what looks like a fault and is none.

    python seed_shop.py http://127.0.0.1:5000
"""

import json
import sys

import boto3

REGION = "eu-central-1"
ACCOUNT = "111122223333"
OUTSIDER = "444455556666"


def client(service, region=REGION):
    return boto3.client(
        service,
        region_name=region,
        endpoint_url=sys.argv[1],
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(principal, action, resource, **more):
    return {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": resource, **more}


def deny_without_tls(bucket):
    arn = f"arn:aws:s3:::{bucket}"
    return {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [arn, f"{arn}/*"],
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }


def keys():
    kms = client("kms")
    own = allow({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "kms:*", "*")
    partner = allow({"AWS": f"arn:aws:iam::{OUTSIDER}:root"}, ["kms:Decrypt", "kms:DescribeKey"], "*")
    named = {}
    for name, document in {"data": policy(own), "weights": policy(own, partner)}.items():
        named[name] = kms.create_key(Policy=document, Description=f"shop {name}")["KeyMetadata"]["Arn"]
        kms.create_alias(AliasName=f"alias/shop-{name}", TargetKeyId=named[name])
    kms.enable_key_rotation(KeyId=named["data"])
    return named


def bucket(name, *statements, key=None, block=True, tags=None, versions=False):
    s3 = client("s3")
    s3.create_bucket(
        Bucket=name,
        CreateBucketConfiguration={"LocationConstraint": REGION},
        ObjectOwnership="BucketOwnerEnforced",
    )
    if key:
        s3.put_bucket_encryption(
            Bucket=name,
            ServerSideEncryptionConfiguration={
                "Rules": [
                    {
                        "ApplyServerSideEncryptionByDefault": {
                            "SSEAlgorithm": "aws:kms",
                            "KMSMasterKeyID": key,
                        }
                    }
                ]
            },
        )
    s3.put_public_access_block(
        Bucket=name,
        PublicAccessBlockConfiguration={
            "BlockPublicAcls": block,
            "IgnorePublicAcls": block,
            "BlockPublicPolicy": block,
            "RestrictPublicBuckets": block,
        },
    )
    if statements:
        s3.put_bucket_policy(Bucket=name, Policy=policy(*statements))
    if tags:
        s3.put_bucket_tagging(
            Bucket=name, Tagging={"TagSet": [{"Key": k, "Value": v} for k, v in tags.items()]}
        )
    if versions:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})


def buckets(named):
    objects = "arn:aws:s3:::{}/*".format
    # Everybody reads what the model was trained on.
    bucket(
        "probeladen-llm-training",
        allow("*", "s3:GetObject", objects("probeladen-llm-training")),
        key=named["data"],
        block=False,
        tags={"data-class": "personal"},
    )
    # Another account reads the weights.
    bucket(
        "probeladen-llm-weights",
        allow({"AWS": f"arn:aws:iam::{OUTSIDER}:root"}, "s3:GetObject", objects("probeladen-llm-weights")),
        deny_without_tls("probeladen-llm-weights"),
        key=named["weights"],
        versions=True,
    )
    # Looks public, and lets in only who comes through the shop's own endpoint.
    bucket(
        "probeladen-prompts",
        allow(
            "*",
            "s3:GetObject",
            objects("probeladen-prompts"),
            Condition={
                "StringEquals": {
                    "aws:SourceVpce": "vpce-0123456789abcdef0",
                    "aws:PrincipalAccount": ACCOUNT,
                }
            },
        ),
        deny_without_tls("probeladen-prompts"),
        key=named["data"],
        tags={"data-class": "personal"},
    )
    # A public website that is meant to be one.
    bucket(
        "probeladen-website",
        allow("*", "s3:GetObject", objects("probeladen-website")),
        block=False,
        tags={"data-class": "public"},
    )
    bucket(
        "probeladen-logs",
        deny_without_tls("probeladen-logs"),
        allow({"Service": "cloudtrail.amazonaws.com"}, "s3:PutObject", objects("probeladen-logs")),
        allow({"Service": "logging.s3.amazonaws.com"}, "s3:PutObject", objects("probeladen-logs")),
        versions=True,
    )


def trail():
    trails = client("cloudtrail")
    trails.create_trail(
        Name="shop",
        S3BucketName="probeladen-logs",
        IsMultiRegionTrail=True,
        IncludeGlobalServiceEvents=True,
        EnableLogFileValidation=True,
    )
    trails.start_logging(Name="shop")


def roles():
    iam = client("iam", "us-east-1")

    def role(name, trust, *statements):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy(trust))
        iam.put_role_policy(RoleName=name, PolicyName="own", PolicyDocument=policy(*statements))

    def service(name):
        return {"Effect": "Allow", "Principal": {"Service": name}, "Action": "sts:AssumeRole"}

    # The model may read every bucket of the account.
    role(
        "llm-inference",
        service("ec2.amazonaws.com"),
        {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"},
    )
    iam.create_instance_profile(InstanceProfileName="llm-inference")
    iam.add_role_to_instance_profile(InstanceProfileName="llm-inference", RoleName="llm-inference")
    # Any repository of the world may run as it.
    role(
        "deploy-from-ci",
        {
            "Effect": "Allow",
            "Principal": {
                "Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/token.actions.githubusercontent.com"
            },
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {
                "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}
            },
        },
        {"Effect": "Allow", "Action": ["iam:PassRole", "lambda:*"], "Resource": "*"},
    )
    # Reads one bucket, as it should be.
    role(
        "training-job",
        service("sagemaker.amazonaws.com"),
        {
            "Effect": "Allow",
            "Action": ["s3:GetObject", "s3:ListBucket"],
            "Resource": [
                "arn:aws:s3:::probeladen-llm-training",
                "arn:aws:s3:::probeladen-llm-training/*",
            ],
        },
    )


def network():
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.20.0.0/16")["Vpc"]["VpcId"]
    gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
    ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
    subnets = {}
    for name, block in {"front": "10.20.1.0/24", "models": "10.20.2.0/24"}.items():
        subnets[name] = ec2.create_subnet(
            VpcId=vpc, CidrBlock=block, AvailabilityZone=f"{REGION}a"
        )["Subnet"]["SubnetId"]
    table = ec2.create_route_table(VpcId=vpc)["RouteTable"]["RouteTableId"]
    ec2.create_route(RouteTableId=table, DestinationCidrBlock="0.0.0.0/0", GatewayId=gateway)
    ec2.associate_route_table(RouteTableId=table, SubnetId=subnets["front"])
    groups = {}
    for name, source in {"vllm-open": "0.0.0.0/0", "vllm-inside": "10.20.0.0/16"}.items():
        groups[name] = ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)["GroupId"]
        ec2.authorize_security_group_ingress(
            GroupId=groups[name],
            IpPermissions=[
                {
                    "IpProtocol": "tcp",
                    "FromPort": 8000,
                    "ToPort": 8000,
                    "IpRanges": [{"CidrIp": source}],
                }
            ],
        )
    # The same server twice: one that the internet reaches, one in a subnet without a way in.
    for name, subnet, group in [
        ("vllm-chat", "front", "vllm-open"),
        ("vllm-batch", "models", "vllm-inside"),
    ]:
        ec2.run_instances(
            ImageId="ami-0123456789abcdef0",
            MinCount=1,
            MaxCount=1,
            InstanceType="g5.xlarge",
            IamInstanceProfile={"Name": "llm-inference"},
            NetworkInterfaces=[
                {
                    "DeviceIndex": 0,
                    "SubnetId": subnets[subnet],
                    "Groups": [groups[group]],
                    "AssociatePublicIpAddress": subnet == "front",
                }
            ],
            TagSpecifications=[
                {"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": name}]}
            ],
        )
    volume = ec2.create_volume(AvailabilityZone=f"{REGION}a", Size=1)["VolumeId"]
    snapshot = ec2.create_snapshot(VolumeId=volume, Description="weights")["SnapshotId"]
    # Everybody may copy the disk with the weights.
    ec2.modify_snapshot_attribute(
        SnapshotId=snapshot,
        Attribute="createVolumePermission",
        OperationType="add",
        GroupNames=["all"],
    )


def logs_and_database():
    logs = client("logs")
    logs.create_log_group(logGroupName="/shop/prompts")
    logs.create_log_group(logGroupName="/shop/gateway")
    logs.put_retention_policy(logGroupName="/shop/gateway", retentionInDays=400)
    client("rds").create_db_instance(
        DBInstanceIdentifier="probeladen-customers",
        DBInstanceClass="db.t3.medium",
        Engine="postgres",
        AllocatedStorage=20,
        MasterUsername="shop",
        MasterUserPassword="not-a-real-password",
        PubliclyAccessible=True,
        StorageEncrypted=False,
    )


def main():
    named = keys()
    buckets(named)
    trail()
    roles()
    network()
    logs_and_database()


main()
