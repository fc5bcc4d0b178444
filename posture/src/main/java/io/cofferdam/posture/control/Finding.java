package io.cofferdam.posture.control;

import io.cofferdam.posture.control.Control.Remediation;
import io.cofferdam.posture.inventory.Resource;

/// One control evaluated on one resource.
public record Finding(Control control, Resource resource, Outcome outcome) {

  /// The same for the same control and resource in every run.
  public String id() {
    return control.id() + ":" + resource.id();
  }

  /// The change that would meet the control, with what is known of the resource filled in.
  public Remediation change() {
    var change = control.remediation();
    return new Remediation(
        filled(change.cli()), filled(change.terraform()), filled(change.cloudformation()));
  }

  private String filled(String text) {
    return text.replace("{name}", resource.name())
        .replace("{account}", resource.account())
        .replace("{region}", resource.region());
  }
}
