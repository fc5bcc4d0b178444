package io.cofferdam.posture.predicate.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cofferdam.access.network.packet.AddressSet;
import io.cofferdam.access.network.packet.PortSet;
import io.cofferdam.access.network.reach.Protocol;
import io.cofferdam.access.network.reach.ReachAnswer;
import io.cofferdam.posture.control.Outcome;
import io.cofferdam.posture.inventory.MadeEstate;
import io.cofferdam.posture.network.SceneNetwork;
import io.cofferdam.testkit.Covers;
import org.junit.jupiter.api.Test;

/// A model server in a private subnet that is reached through something of the provider's alone is
/// never called out of reach.
@Covers("P-07")
class ManagedFrontsTest {
  private static final String INTERNET = "net-no-internet-path";
  private static final String PORTS = "net-model-ports-shut";
  private static final String FOREIGN = "net-no-foreign-network";
  private static final String NLB =
      "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/inner/0a1b2c3d4e5f6071";
  private static final String ALB =
      "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/inner/1a1b2c3d4e5f6071";
  private static final String GROUP =
      "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/models/2a1b2c3d4e5f6071";

  /// A VPC with an internet gateway to which no route leads, and a model server on port 8000.
  private static MadeEstate shop(String from) {
    return new MadeEstate()
        .with("vpc", "vpc-1", "{'VpcId':'vpc-1','CidrBlock':'10.0.0.0/16'}")
        .with(
            "subnet",
            "subnet-1",
            "{'SubnetId':'subnet-1','VpcId':'vpc-1','CidrBlock':'10.0.0.0/24'}")
        .with(
            "network-acl",
            "acl-1",
            """
            {'NetworkAclId':'acl-1','VpcId':'vpc-1','Associations':[{'SubnetId':'subnet-1'}],
            'Entries':[{'RuleNumber':100,'Egress':false,'RuleAction':'allow','Protocol':'-1','CidrBlock':'0.0.0.0/0'},
            {'RuleNumber':100,'Egress':true,'RuleAction':'allow','Protocol':'-1','CidrBlock':'0.0.0.0/0'}]}""")
        .with(
            "internet-gateway",
            "igw-1",
            "{'InternetGatewayId':'igw-1','Attachments':[{'VpcId':'vpc-1','State':'available'}]}")
        .with(
            "route-table",
            "rtb-1",
            """
            {'RouteTableId':'rtb-1','VpcId':'vpc-1','Associations':[{'Main':true}],
            'Routes':[{'DestinationCidrBlock':'10.0.0.0/16','GatewayId':'local','State':'active'}]}""")
        .with(
            "security-group",
            "sg-1",
            """
            {'GroupId':'sg-1','VpcId':'vpc-1','IpPermissionsEgress':[],'IpPermissions':
            [{'IpProtocol':'tcp','FromPort':8000,'ToPort':8000,'IpRanges':[{'CidrIp':'%s'}]}]}"""
                .formatted(from))
        .with(
            "network-interface",
            "eni-1",
            """
            {'NetworkInterfaceId':'eni-1','VpcId':'vpc-1','SubnetId':'subnet-1','InterfaceType':'interface',
            'PrivateIpAddresses':[{'PrivateIpAddress':'10.0.0.10'}],
            'Groups':[{'GroupId':'sg-1'}],'Attachment':{'InstanceId':'i-1'}}""")
        .with(
            "ec2-instance",
            "i-1",
            """
            {'InstanceId':'i-1','InstanceType':'p4d.24xlarge','Tags':[{'Key':'Name','Value':'vllm-chat'}],
            'SubnetId':'subnet-1','VpcId':'vpc-1','SecurityGroups':[{'GroupId':'sg-1'}],
            'State':{'Name':'running'}}""");
  }

  private static MadeEstate accelerated(MadeEstate shop, String subnet) {
    return shop.with(
        "network-interface",
        "eni-9",
        """
        {'NetworkInterfaceId':'eni-9','VpcId':'vpc-1','SubnetId':'%s',
        'InterfaceType':'global_accelerator_managed','Description':'GlobalAccelerator',
        'PrivateIpAddresses':[{'PrivateIpAddress':'10.0.0.99'}],'Groups':[]}"""
            .formatted(subnet));
  }

  private static MadeEstate origin(MadeEstate shop, String endpoint, int port) {
    return shop.with(
        "cloudfront-vpc-origin",
        "vo_1",
        """
        {'Id':'vo_1','Status':'Deployed','OriginEndpointArn':'%s',
        'origin':{'VpcOriginEndpointConfig':{'HTTPPort':%d,'HTTPSPort':443}}}"""
            .formatted(endpoint, port));
  }

  private static MadeEstate balanced(MadeEstate shop, String... missing) {
    return shop.add(
            "load-balancer",
            NLB,
            MadeEstate.HERE,
            "{'LoadBalancerArn':'%s','Type':'network','Scheme':'internal','VpcId':'vpc-1'}"
                .formatted(NLB))
        .with(
            "lb-listener",
            "listener-1",
            """
            {'LoadBalancerArn':'%s','Port':8000,'Protocol':'TCP',
            'DefaultActions':[{'Type':'forward','TargetGroupArn':'%s'}]}"""
                .formatted(NLB, GROUP))
        .add(
            "target-group",
            GROUP,
            MadeEstate.HERE,
            missing.length > 0
                ? "{'VpcId':'vpc-1','TargetType':'instance','Protocol':'TCP','Port':8000}"
                : """
                {'VpcId':'vpc-1','TargetType':'instance','Protocol':'TCP','Port':8000,
                'health':{'TargetHealthDescriptions':[{'Target':{'Id':'i-1','Port':8000}}]}}""",
            missing);
  }

  private static MadeEstate shared(MadeEstate shop, String permissions, String... missing) {
    return shop.with(
        "vpc-endpoint-service",
        "vpce-svc-1",
        """
        {'ServiceId':'vpce-svc-1','NetworkLoadBalancerArns':['%s'],'AcceptanceRequired':true,
        'permissions':{'AllowedPrincipals':%s}}"""
            .formatted(NLB, permissions),
        missing);
  }

  private static Outcome judge(MadeEstate estate, String predicate) {
    return NetworkPredicates.all()
        .get(predicate)
        .evaluate(estate.the("network-interface"), estate.scene());
  }

  private static void unknown(MadeEstate estate, String predicate, String why) {
    assertThat(judge(estate, predicate))
        .isInstanceOfSatisfying(
            Outcome.Undetermined.class,
            open -> assertThat(open.missing()).anySatisfy(each -> assertThat(each).contains(why)));
  }

  private static ReachAnswer fromInternet(MadeEstate estate) {
    var network = SceneNetwork.of(estate.scene());
    return network
        .reach()
        .fromInternet(
            network.at(estate.the("network-interface")).orElseThrow(),
            AddressSet.INTERNET,
            Protocol.TCP,
            PortSet.of(8000));
  }

  @Test
  void withoutAFrontItIsShut() {
    assertThat(fromInternet(shop("0.0.0.0/0"))).isInstanceOf(ReachAnswer.Blocked.class);
    assertThat(judge(shop("0.0.0.0/0"), INTERNET)).isInstanceOf(Outcome.Met.class);
    assertThat(judge(shop("0.0.0.0/0"), PORTS)).isInstanceOf(Outcome.Met.class);
    assertThat(judge(shop("0.0.0.0/0"), FOREIGN)).isInstanceOf(Outcome.Met.class);
  }

  @Test
  void behindGlobalAcceleratorItIsNotKnown() {
    var estate = accelerated(shop("0.0.0.0/0"), "subnet-1");
    assertThat(fromInternet(estate)).isInstanceOf(ReachAnswer.Unknown.class);
    unknown(estate, INTERNET, "globalaccelerator:ListEndpointGroups");
    unknown(estate, PORTS, "globalaccelerator:ListEndpointGroups");
  }

  @Test
  void anAcceleratorLetsInOnlyWhomTheGroupsLetIn() {
    assertThat(judge(accelerated(shop("192.0.2.0/24"), "subnet-1"), PORTS))
        .isInstanceOf(Outcome.Met.class);
    assertThat(judge(accelerated(shop("10.0.0.0/8"), "subnet-1"), INTERNET))
        .isInstanceOf(Outcome.Met.class);
    assertThat(judge(accelerated(shop("0.0.0.0/0"), "subnet-2"), INTERNET))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void behindAVpcOriginOfCloudFrontItIsNotKnown() {
    var machine = "arn:aws:ec2:eu-central-1:111122223333:instance/i-1";
    var estate = origin(shop("10.0.0.0/16"), machine, 8000);
    assertThat(fromInternet(estate)).isInstanceOf(ReachAnswer.Unknown.class);
    unknown(estate, INTERNET, "VPC origin vo_1");
    unknown(estate, PORTS, "VPC origin vo_1");
    assertThat(judge(origin(shop("10.0.0.0/16"), machine, 80), PORTS))
        .isInstanceOf(Outcome.Met.class);
    var other = "arn:aws:ec2:eu-central-1:111122223333:instance/i-2";
    assertThat(judge(origin(shop("10.0.0.0/16"), other, 8000), INTERNET))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void behindABalancerBehindAVpcOriginItIsNotKnown() {
    var estate =
        origin(balanced(shop("10.0.0.0/16")), NLB, 8000)
            .with(
                "network-interface",
                "eni-2",
                """
                {'NetworkInterfaceId':'eni-2','VpcId':'vpc-1','SubnetId':'subnet-1',
                'InterfaceType':'network_load_balancer','Description':'ELB net/inner/0a1b2c3d4e5f6071',
                'PrivateIpAddresses':[{'PrivateIpAddress':'10.0.0.20'}],'Groups':[]}""");
    unknown(estate, INTERNET, "VPC origin vo_1");
    unknown(estate, PORTS, "VPC origin vo_1");
  }

  @Test
  void whereOriginsCouldNotBeListedItIsNotKnown() {
    var estate = shop("10.0.0.0/16").unlisted("cloudfront-vpc-origin");
    unknown(estate, INTERNET, "denied");
    unknown(estate, PORTS, "denied");
  }

  @Test
  void aTargetOfVpcLatticeIsNotKnownToBeApart() {
    var estate =
        shop("10.0.0.0/16")
            .with(
                "lattice-target-group",
                "tg-1",
                """
                {'id':'tg-1','name':'models','type':'INSTANCE','vpcIdentifier':'vpc-1',
                'serviceArns':['arn:aws:vpc-lattice:eu-central-1:111122223333:service/svc-1'],
                'targets':{'items':[{'id':'i-1','port':8000,'status':'HEALTHY'}]}}""");
    unknown(estate, FOREIGN, "vpc-lattice:ListServiceNetworkServiceAssociations");
    var other =
        shop("10.0.0.0/16")
            .with(
                "lattice-target-group",
                "tg-1",
                """
                {'id':'tg-1','name':'models','type':'IP','vpcIdentifier':'vpc-1',
                'serviceArns':['arn:aws:vpc-lattice:eu-central-1:111122223333:service/svc-1'],
                'targets':{'items':[{'id':'10.0.0.77','port':8000}]}}""");
    assertThat(judge(other, FOREIGN)).isInstanceOf(Outcome.Met.class);
  }

  @Test
  void aResourceGatewayOrAListThatWasDeniedLeavesItOpen() {
    var gateway =
        shop("10.0.0.0/16")
            .with(
                "lattice-resource-gateway",
                "rgw-1",
                "{'id':'rgw-1','vpcIdentifier':'vpc-1','status':'ACTIVE'}");
    unknown(gateway, FOREIGN, "resource gateway");
    unknown(shop("10.0.0.0/16").unlisted("lattice-target-group"), FOREIGN, "denied");
  }

  @Test
  void anEndpointServiceWhosePermissionsWereDeniedLeavesItOpen() {
    var estate = shared(balanced(shop("10.0.0.0/16")), "[]", "permissions");
    unknown(estate, FOREIGN, "denied");
    assertThat(judge(shared(balanced(shop("10.0.0.0/16")), "[]"), FOREIGN))
        .isInstanceOf(Outcome.Met.class);
  }

  @Test
  void whoIsConnectedStaysSoWithoutAPermission() {
    var estate =
        shared(balanced(shop("10.0.0.0/16")), "[]")
            .with(
                "vpc-endpoint-connection",
                "vpce-7",
                """
                {'ServiceId':'vpce-svc-1','VpcEndpointId':'vpce-7','VpcEndpointOwner':'444455556666',
                'VpcEndpointState':'available'}""");
    assertThat(judge(estate, FOREIGN))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, open -> assertThat(open.why()).contains("444455556666"));
  }

  @Test
  void aNetworkBalancerBeforeAnApplicationBalancerIsFollowed() {
    var estate =
        shared(shop("10.0.0.0/16"), "[{'Principal':'arn:aws:iam::444455556666:root'}]")
            .add(
                "load-balancer",
                NLB,
                MadeEstate.HERE,
                "{'Type':'network','Scheme':'internal','VpcId':'vpc-1'}")
            .add(
                "load-balancer",
                ALB,
                MadeEstate.HERE,
                "{'Type':'application','Scheme':'internal','VpcId':'vpc-1'}")
            .with(
                "lb-listener",
                "listener-1",
                "{'LoadBalancerArn':'%s','Port':443,'Protocol':'TCP','DefaultActions':[{'TargetGroupArn':'tg-alb'}]}"
                    .formatted(NLB))
            .with(
                "lb-listener",
                "listener-2",
                "{'LoadBalancerArn':'%s','Port':443,'Protocol':'HTTPS','DefaultActions':[{'TargetGroupArn':'%s'}]}"
                    .formatted(ALB, GROUP))
            .add(
                "target-group",
                "tg-alb",
                MadeEstate.HERE,
                """
                {'VpcId':'vpc-1','TargetType':'alb','Protocol':'TCP','Port':443,
                'health':{'TargetHealthDescriptions':[{'Target':{'Id':'%s','Port':443}}]}}"""
                    .formatted(ALB))
            .add(
                "target-group",
                GROUP,
                MadeEstate.HERE,
                """
                {'VpcId':'vpc-1','TargetType':'instance','Protocol':'HTTP','Port':8000,
                'health':{'TargetHealthDescriptions':[{'Target':{'Id':'i-1','Port':8000}}]}}""");
    assertThat(judge(estate, FOREIGN))
        .isInstanceOfSatisfying(
            Outcome.Violated.class, open -> assertThat(open.why()).contains("444455556666"));
  }

  @Test
  void targetsThatWereNotReadLeaveItOpen() {
    unknown(balanced(shop("10.0.0.0/16"), "health"), INTERNET, "denied");
    unknown(balanced(shop("10.0.0.0/16"), "health"), PORTS, "denied");
    unknown(balanced(shop("10.0.0.0/16"), "health"), FOREIGN, "denied");
  }
}
