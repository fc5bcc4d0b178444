package io.cofferdam.posture.iac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How one type of planned resource becomes a resource of an inventory, or adds to one.
///
/// @param type `aws_s3_bucket`
/// @param becomes the type of the inventory (`s3-bucket`), or empty
/// @param addsTo the type of the inventory that it adds facts to, or empty
/// @param by the attribute that names the resource it adds to; empty: the account
/// @param name the path of the attribute that is its name, or empty where AWS gives one
/// @param id the ARN, with `{name}`, `{account}`, `{region}` and paths of attributes
/// @param exports what other resources get when they refer to an attribute, as such templates
/// @param facts templates, see [FactTemplate]
/// @param fresh facts of a new resource to which nothing says otherwise: AWS's defaults
/// @param absent facts that a new resource does not have unless something gives them
/// @param assumed what is taken for granted, in a sentence, or empty
/// @param source the page that documents the type
public record Mapping(
    String type,
    String becomes,
    String addsTo,
    String by,
    String name,
    String id,
    Map<String, String> exports,
    Map<String, JsonNode> facts,
    ObjectNode fresh,
    Set<String> absent,
    List<String> assumed,
    String source) {
  public Mapping {
    exports = Map.copyOf(exports);
    facts = Map.copyOf(facts);
    absent = Set.copyOf(absent);
    assumed = List.copyOf(assumed);
  }
}
