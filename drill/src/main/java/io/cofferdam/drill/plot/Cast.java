package io.cofferdam.drill.plot;

import io.cofferdam.drill.dice.Dice;
import io.cofferdam.drill.world.Actor;
import io.cofferdam.drill.world.Actor.Origin;
import io.cofferdam.drill.world.Company;
import io.cofferdam.drill.world.Seat;
import java.util.List;

/// Makes the actors of a world: invented people, workloads and strangers. Public addresses are of
/// the documentation ranges (RFC 5737) and of 192.0.2.0/24's neighbours in use for tests
/// (RFC 2544), so they belong to nobody.
final class Cast {
  private static final List<String> ENGINEERS =
      List.of("ada.invented", "bruno.example", "chloe.sample", "dirk.fiction", "elif.nobody");
  private static final List<String> TOOLS =
      List.of(
          "aws-cli/2.27.49 md/awscrt#0.26.1 ua/2.1 os/linux#6.8.0-1029-aws md/arch#x86_64"
              + " lang/python#3.13.4 md/pyimpl#CPython cfg/retry-mode#standard md/installer#exe"
              + " md/command#s3.cp",
          "Boto3/1.38.36 md/Botocore#1.38.36 ua/2.1 os/linux#5.15.0 md/arch#x86_64"
              + " lang/python#3.11.9 md/pyimpl#CPython m/Z,b,D cfg/retry-mode#legacy"
              + " Botocore/1.38.36",
          "curl/8.5.0",
          "Wget/1.21.4",
          "python-requests/2.32.3",
          "rclone/v1.69.1",
          "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Safari/537.36");

  private final Dice dice;
  private final Company company;
  private final long from;

  Cast(Dice dice, Company company, long from) {
    this.dice = dice;
    this.company = company;
    this.from = from;
  }

  /// An address of a stranger.
  String publicAddress() {
    return switch (dice.below(4)) {
      case 0 -> "203.0.113." + dice.between(1, 254);
      case 1 -> "192.0.2." + dice.between(1, 254);
      case 2 -> "198.18." + dice.between(0, 255) + "." + dice.between(1, 254);
      case 3 -> "2001:db8:" + dice.hex(3) + ":" + dice.between(1, 9) + "::" + dice.between(1, 254);
      default -> throw new IllegalStateException("four cases");
    };
  }

  String privateAddress() {
    return company.vpcPrefix() + "." + dice.between(4, 250);
  }

  String tool() {
    return dice.pick(TOOLS);
  }

  String sdk() {
    return TOOLS.get(1);
  }

  String cli() {
    return TOOLS.get(0);
  }

  Actor.Session session(String role, Origin origin) {
    return session(company.account(), role, origin);
  }

  Actor.Session session(String account, String role, Origin origin) {
    var name =
        switch (origin) {
          case INSTANCE -> "i-0" + dice.hex(16);
          case FUNCTION -> role + "-fn";
          case NOTEBOOK -> "SageMaker";
          case PIPELINE -> "GitHubActions";
          case PERSON -> dice.pick(ENGINEERS);
        };
    return new Actor.Session(
        account,
        role,
        name,
        "ASIA" + dice.id(16),
        "AROA" + dice.id(17),
        from - dice.between(600, 3000),
        origin);
  }

  /// An engineer at a desk in the office.
  Seat engineer() {
    return new Seat(
        session("platform-engineer", Origin.PERSON),
        company.officePrefix() + "." + dice.between(2, 250),
        cli(),
        "");
  }

  /// A workload in the company's private network, behind its endpoint.
  Seat workload(String role, Origin origin) {
    return new Seat(session(role, origin), privateAddress(), sdk(), company.vpcEndpoint());
  }

  /// A workload that leaves by the company's NAT address.
  Seat behindNat(String role, Origin origin) {
    return new Seat(session(role, origin), company.natAddress(), sdk(), "");
  }

  Seat anonymous() {
    return new Seat(new Actor.Anonymous(), publicAddress(), tool(), "");
  }

  Seat foreign(String account, String role) {
    var arn = "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + role + "-task";
    return new Seat(
        new Actor.Foreign(account, arn, "AROA" + dice.id(17) + ":" + role + "-task"),
        publicAddress(),
        sdk(),
        "");
  }

  /// A principal of the company's other account.
  Seat sister(String role) {
    var account = company.sister();
    var arn = "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + role + "-task";
    return new Seat(
        new Actor.Foreign(account, arn, "AROA" + dice.id(17) + ":" + role + "-task"),
        company.natAddress(),
        sdk(),
        "");
  }
}
