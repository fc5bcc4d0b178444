package io.cofferdam.access.bench;

import io.cofferdam.access.aws.policy.PolicyDocument;
import io.cofferdam.access.aws.policy.PolicyParser;
import io.cofferdam.access.aws.policy.PolicyReading;
import io.cofferdam.access.json.Json;
import io.cofferdam.access.json.JsonRead;
import io.cofferdam.access.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/// The managed policies of AWS as the Python package `moto` carries them; read out of its wheel, so
/// that none of them is kept here.
final class ManagedPolicies {
  private static final String MEMBER = "moto/iam/aws_managed_policies.py";

  private ManagedPolicies() {}

  /// Every document.
  ///
  /// @param wheel the wheel of moto
  static List<PolicyDocument> read(Path wheel) throws IOException {
    List<PolicyDocument> documents = new ArrayList<>();
    if (!(JsonReader.read(json(wheel)) instanceof JsonRead.Value(Json.Members all))) {
      throw new IllegalArgumentException("the managed policies are not understood: " + wheel);
    }
    int refused = 0;
    for (Json policy : all.map().values()) {
      Json document = ((Json.Members) policy).map().get("Document");
      if (document != null && PolicyParser.parse(document) instanceof PolicyReading.Read reading) {
        documents.add(reading.document());
      } else {
        refused++;
      }
    }
    System.out.printf(
        "%,d managed policies, %,d statements, %d refused%n",
        documents.size(), documents.stream().mapToInt(d -> d.statements().size()).sum(), refused);
    return documents;
  }

  private static String json(Path wheel) throws IOException {
    String python;
    if (Files.isDirectory(wheel)) {
      python = Files.readString(wheel.resolve(MEMBER));
    } else {
      try (ZipFile zip = new ZipFile(wheel.toFile())) {
        python =
            new String(
                zip.getInputStream(zip.getEntry(MEMBER)).readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    String quotes = "\"\"\"";
    int from = python.indexOf(quotes) + quotes.length();
    return python.substring(from, python.indexOf(quotes, from));
  }
}
