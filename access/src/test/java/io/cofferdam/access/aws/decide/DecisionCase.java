package io.cofferdam.access.aws.decide;

import io.cofferdam.access.aws.condition.KeyState;
import io.cofferdam.access.aws.condition.RequestContext;
import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.Statement;
import io.cofferdam.access.aws.s3.Acl;
import io.cofferdam.access.aws.s3.AclGrant;
import io.cofferdam.access.aws.s3.AclPermission;
import io.cofferdam.access.aws.s3.Grantee;
import io.cofferdam.access.aws.s3.ObjectOwnership;
import io.cofferdam.access.aws.s3.PublicAccessBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One line of `decisions.txt`; the file's head explains the shorthand.
record DecisionCase(String name, DecisionRequest request, PolicySet policies, String expected) {

  static DecisionCase parse(String line) {
    String[] fields = line.split(" ?\\| ?", -1);
    Parts parts = new Parts();
    for (String part : fields[6].split("; ?", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    RequestPrincipal caller =
        RequestPrincipal.parse(expand(fields[1])).orElseThrow().withCanonicalId(parts.canonical);
    Map<String, KeyState> keys = new HashMap<>();
    for (String pair : fields[5].split("; ?", -1)) {
      if (!pair.isBlank()) {
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        keys.put(
            pair.substring(0, equals), value.equals("?") ? KeyState.UNKNOWN : KeyState.of(value));
      }
    }
    return new DecisionCase(
        fields[0],
        new DecisionRequest(
            caller,
            fields[3],
            resource(fields[4]),
            account(fields[2]),
            new RequestContext(keys, true)),
        parts.set(),
        fields[7].strip());
  }

  private static String account(String shorthand) {
    return shorthand.equals("111")
        ? "111122223333"
        : shorthand.equals("444") ? "444455556666" : shorthand;
  }

  private static String resource(String shorthand) {
    return shorthand.equals("b") || shorthand.startsWith("b/")
        ? "arn:aws:s3:::shop-training" + shorthand.substring(1)
        : shorthand;
  }

  private static String expand(String shorthand) {
    int at = shorthand.indexOf('@');
    if (at < 0) {
      return account(shorthand);
    }
    String name = shorthand.substring(shorthand.indexOf('/') + 1, at);
    String account = account(shorthand.substring(at + 1));
    return switch (shorthand.substring(0, shorthand.indexOf('/'))) {
      case "user" -> "arn:aws:iam::" + account + ":user/" + name;
      case "role" -> "arn:aws:iam::" + account + ":role/" + name;
      case "session" -> "arn:aws:sts::" + account + ":assumed-role/" + name + "/run-1";
      case "federated" -> "arn:aws:sts::" + account + ":federated-user/" + name;
      default -> throw new IllegalArgumentException(shorthand);
    };
  }

  private static final class Parts {
    final Map<Character, List<PolicyDocument>> layers = new HashMap<>();
    final Map<String, PublicAccessBlock> blocks = new HashMap<>();
    Optional<Acl> acl = Optional.empty();
    Optional<Acl> objectAcl = Optional.empty();
    Optional<ObjectOwnership> ownership = Optional.empty();
    String canonical = "";

    void add(String part) {
      int equals = part.indexOf('=');
      String word = equals < 0 ? "" : part.substring(0, equals);
      String value = part.substring(equals + 1);
      switch (word) {
        case "block" -> blocks.merge(before(value), block(after(value)), PublicAccessBlock::with);
        case "acl" -> acl = Optional.of(grants(value));
        case "objectacl" -> objectAcl = Optional.of(grants(value));
        case "ownership" -> ownership = ObjectOwnership.parse(value);
        case "canonical" -> canonical = value;
        default ->
            layers
                .computeIfAbsent(part.charAt(0), layer -> new ArrayList<>())
                .add(document(part.substring(2)));
      }
    }

    private static String before(String pair) {
      return pair.substring(0, pair.lastIndexOf(':'));
    }

    private static String after(String pair) {
      return pair.substring(pair.lastIndexOf(':') + 1);
    }

    private static PublicAccessBlock block(String setting) {
      return switch (setting) {
        case "all" -> PublicAccessBlock.ALL;
        case "blockacls" -> new PublicAccessBlock(true, false, false, false);
        case "ignore" -> new PublicAccessBlock(false, true, false, false);
        case "blockpolicy" -> new PublicAccessBlock(false, false, true, false);
        case "restrict" -> new PublicAccessBlock(false, false, false, true);
        default -> throw new IllegalArgumentException(setting);
      };
    }

    private static Acl grants(String value) {
      String who = before(value);
      Grantee grantee =
          switch (who) {
            case "AllUsers" -> Grantee.Group.ALL_USERS;
            case "AuthenticatedUsers" -> Grantee.Group.AUTHENTICATED_USERS;
            case "LogDelivery" -> Grantee.Group.LOG_DELIVERY;
            default -> new Grantee.CanonicalUser(who.substring(3));
          };
      return new Acl(
          "owner1",
          List.of(new AclGrant(grantee, AclPermission.parse(after(value)).orElseThrow())));
    }

    private static PolicyDocument document(String statements) {
      List<String> json = new ArrayList<>();
      for (String statement : statements.split(", (?=[AD] )", -1)) {
        json.add(statement(statement));
      }
      String text = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", json) + "]}";
      return PolicyParser.parse(text)
          .asOptional()
          .orElseThrow(() -> new IllegalArgumentException(PolicyParser.parse(text).toString()));
    }

    private static String statement(String shorthand) {
      String[] words = shorthand.split(" ", 5);
      return "{\"Effect\":\""
          + (words[0].equals("A") ? "Allow" : "Deny")
          + "\""
          + (words[1].equals("-") ? "" : "," + element("Principal", words[1], principal(words[1])))
          + ","
          + element("Action", words[2], quoted(plain(words[2])))
          + ","
          + element("Resource", words[3], quoted(resource(plain(words[3]))))
          + (words.length > 4 ? ",\"Condition\":" + words[4].replace('\'', '"') : "")
          + "}";
    }

    private static String element(String name, String word, String json) {
      return "\"" + (word.startsWith("!") ? "Not" : "") + name + "\":" + json;
    }

    private static String plain(String word) {
      return word.startsWith("!") ? word.substring(1) : word;
    }

    private static String quoted(String text) {
      return "\"" + text + "\"";
    }

    private static String principal(String word) {
      String who = plain(word);
      if (who.equals("*")) {
        return "\"*\"";
      }
      if (who.startsWith("service:")) {
        return "{\"Service\":" + quoted(who.substring(8)) + "}";
      }
      if (who.startsWith("canonical:")) {
        return "{\"CanonicalUser\":" + quoted(who.substring(10)) + "}";
      }
      return "{\"AWS\":" + quoted(expand(who)) + "}";
    }

    PolicySet set() {
      List<PolicyDocument> resource = of('R');
      List<Statement> statements = resource.stream().flatMap(d -> d.statements().stream()).toList();
      return new PolicySet(
          of('I'),
          resource.isEmpty()
              ? Optional.empty()
              : Optional.of(new PolicyDocument(resource.get(0).version(), statements)),
          of('P').stream().map(List::of).toList(),
          of('C').stream().map(List::of).toList(),
          of('B').isEmpty() ? List.of() : List.of(merged(of('B'))),
          of('S'),
          of('E'),
          List.of(),
          new S3Controls(
              Optional.ofNullable(blocks.get("organisation")),
              Optional.ofNullable(blocks.get("account")),
              Optional.ofNullable(blocks.get("bucket")),
              acl,
              objectAcl,
              ownership,
              Optional.empty()));
    }

    private static PolicyDocument merged(List<PolicyDocument> documents) {
      return new PolicyDocument(
          documents.get(0).version(),
          documents.stream().flatMap(d -> d.statements().stream()).toList());
    }

    private List<PolicyDocument> of(char layer) {
      return layers.getOrDefault(layer, List.of());
    }
  }
}
