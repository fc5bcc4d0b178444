package io.cofferdam.app.scan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/// Holds what `scan --format json` prints against its schema.
final class ScanShape {
  private ScanShape() {}

  static Set<ValidationMessage> problems(String json) throws JsonProcessingException {
    var in = ScanShape.class.getResourceAsStream("/schema/scan.schema.json");
    var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    return schema.validate(new ObjectMapper().readTree(json));
  }
}
