package io.cofferdam.respond.spi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question about a change, in the words of an engine that can prove the answer. Each asks
/// whether the change opens anything, what it closes, and whom it cuts off.
public sealed interface Claim {
  /// What is changed, for people: `bucket shop-training`.
  String what();

  /// A bucket is closed to everybody that nobody named.
  ///
  /// @param bucket its name
  /// @param owner the account that owns it
  /// @param before members `policy` (text), `acl`, `block`, `accountBlock` (four flags),
  ///     `ownership` (text), each missing where there is none
  record Bucket(String what, String bucket, String owner, JsonNode before, JsonNode after)
      implements Claim {}

  /// A policy becomes narrower.
  ///
  /// @param before the document as JSON text; absent where there was none, so that it allowed
  ///     nothing
  /// @param closes whether the change is meant to take something away by this policy alone
  record Policy(String what, Optional<String> before, Optional<String> after, boolean closes)
      implements Claim {}

  /// A policy that denies is laid beside others, so that nothing can be opened by it.
  ///
  /// @param after the document as JSON text; absent where it is taken away
  /// @param cuts whom it stops, in words
  record Denial(String what, Optional<String> before, Optional<String> after, String cuts)
      implements Claim {}

  /// A list of those with whom something is shared becomes shorter.
  ///
  /// @param everybody the member that means everybody: `all`
  record Shares(String what, Set<String> before, Set<String> after, String everybody)
      implements Claim {
    public Shares {
      before = Set.copyOf(before);
      after = Set.copyOf(after);
    }
  }

  /// What is written down, or kept from being deleted, becomes more and never less.
  ///
  /// @param before each thing that was kept, in words: `objects of bucket shop-training`
  /// @param gains what is kept that was not, in words
  record Kept(String what, Set<String> before, Set<String> after, String gains) implements Claim {
    public Kept {
      before = Set.copyOf(before);
      after = Set.copyOf(after);
    }
  }

  /// Something that lets in is switched off, or something that guards is switched on.
  ///
  /// @param openBefore whether it let anybody in before
  /// @param cuts whom it stops, in words
  record Switch(String what, boolean openBefore, boolean openAfter, String cuts) implements Claim {}

  /// The traffic that a network interface lets through becomes less.
  ///
  /// @param before the rules in force, as the network's engine reads them
  record Traffic(String what, List<Rule> before, List<Rule> after) implements Claim {
    public Traffic {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /// What one rule of a security group allows.
    ///
    /// @param inward whether from outside to the interface
    /// @param protocol `tcp`, `udp`, `icmp`, `-1` for all, or a number
    /// @param from lowest port, or 0
    /// @param to highest port, or 65535
    /// @param peer a CIDR, or the id of a group or of a prefix list
    public record Rule(boolean inward, String protocol, int from, int to, String peer) {}
  }

  /// The traffic that a network's entries let through becomes less. The first entry that matches
  /// decides, and what none matches is denied.
  record Entries(String what, List<Entry> before, List<Entry> after) implements Claim {
    public Entries {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }

    /// One entry of a network ACL.
    ///
    /// @param number the lowest that matches decides, in each direction by itself
    /// @param protocol a number, or `-1` for all
    /// @param from lowest port, or ICMP type
    /// @param to highest port, or ICMP type
    /// @param part whether it means only some packets of what is said here, as those of one ICMP
    ///     code
    /// @param peer a CIDR
    public record Entry(
        boolean inward,
        int number,
        boolean allow,
        String protocol,
        int from,
        int to,
        boolean part,
        String peer) {}
  }

  /// A storage account of Azure, or one container of it, lets in fewer.
  ///
  /// @param closes whom the change is meant to shut out
  /// @param before members `account` (its document as Azure Resource Manager gives it; where it was
  ///     not read it is missing, and taken to let in everybody), `containers` (by name:
  ///     `publicAccess` and, where they were read, `policies` by their id with `Start`, `Expiry`,
  ///     `Permission`), `oldKey` (whether the key that is given up is accepted)
  record Storage(String what, Outsiders closes, JsonNode before, JsonNode after) implements Claim {
    /// Who is shut out.
    public enum Outsiders {
      /// Whoever shows no credential.
      ANONYMOUS,
      /// Whoever has a key of the account, or something signed with one.
      KEY_HOLDERS,
      /// Whoever has the key that is given up, or something signed with it.
      OLD_KEY_HOLDERS,
      /// Whoever comes from a network that no rule names.
      UNNAMED_NETWORKS,
      /// Whoever comes from anywhere but a private endpoint.
      PUBLIC_NETWORKS
    }
  }

  /// Somebody who was let in by a policy still is.
  ///
  /// @param who the ARN; absent for the role that acts
  /// @param before the document as JSON text; absent where there was none
  record Keeps(
      String what,
      Optional<String> who,
      Optional<String> before,
      Optional<String> after,
      List<Permission> needed)
      implements Claim {
    public Keeps {
      needed = List.copyOf(needed);
    }
  }

  /// A policy of a resource still lets us go back.
  ///
  /// @param policy the policy of the resource after the change, as JSON text
  /// @param needed what our role must still be allowed, as far as this policy denies it
  record WayIn(String what, String policy, List<Permission> needed) implements Claim {
    public WayIn {
      needed = List.copyOf(needed);
    }
  }

  /// What is stopped is not the role that acts.
  ///
  /// @param arn of the user or role that is stopped
  record Self(String what, String arn) implements Claim {}
}
