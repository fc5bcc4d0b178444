package io.cofferdam.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

/// Checks a `report.json` against its schema.
public final class ReportShape {
  private ReportShape() {}

  public static void check(JsonNode report) {
    var in = ReportShape.class.getResourceAsStream("/schema/report.schema.json");
    var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    assertThat(schema.validate(report)).isEmpty();
  }
}
