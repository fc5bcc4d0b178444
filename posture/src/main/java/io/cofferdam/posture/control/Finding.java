package io.cofferdam.posture.control;

import io.cofferdam.posture.control.Control.Remediation;
import io.cofferdam.posture.inventory.Resource;
import io.cofferdam.posture.scene.Scene;
import io.cofferdam.posture.scene.Sensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One control evaluated on one resource.
///
/// @param severity the control's, as the class of the resource's data and its exposure change it
/// @param weighed why it differs from the control's, in a few words each; empty where it does not
/// @param sensitivity the class of the resource's data, where it is known
public record Finding(
    Control control,
    Resource resource,
    Outcome outcome,
    Severity severity,
    List<String> weighed,
    Optional<Sensitivity> sensitivity) {
  public Finding {
    weighed = List.copyOf(weighed);
  }

  /// A finding as grave as its control.
  public Finding(Control control, Resource resource, Outcome outcome) {
    this(control, resource, outcome, control.severity(), List.of(), Optional.empty());
  }

  /// Restricted data make a fault one step graver; data that are public or internal one step
  /// lighter, but not where internal data stand open. That outsiders read what is public is what
  /// it is there for, unless its class is wrong.
  static Finding of(Control control, Resource resource, Outcome outcome, Scene scene) {
    var plain =
        new Finding(
            control, resource, outcome, control.severity(), List.of(), scene.sensitivity(resource));
    return plain
        .sensitivity()
        .map(
            each ->
                switch (each) {
                  case RESTRICTED -> plain.with(plain.severity().graver(), "restricted data");
                  case CONFIDENTIAL -> plain;
                  case PUBLIC ->
                      plain.with(
                          control.exposes() == Exposes.READING
                              ? Severity.LOW
                              : plain.severity().lighter(),
                          "public data");
                  case INTERNAL ->
                      control.exposes() == Exposes.NOTHING
                          ? plain.with(plain.severity().lighter(), "internal data")
                          : plain;
                })
        .orElse(plain);
  }

  /// The same with another severity; unchanged where it is the same.
  Finding with(Severity other, String because) {
    if (other == severity) {
      return this;
    }
    var reasons = new ArrayList<>(weighed);
    reasons.add(because);
    return new Finding(control, resource, outcome, other, reasons, sensitivity);
  }

  /// The same under another name for its resource, with another outcome.
  public Finding told(Resource other, Outcome otherwise) {
    return new Finding(control, other, otherwise, severity, weighed, sensitivity);
  }

  /// The same for the same control and resource in every run.
  public String id() {
    return FindingId.of(control.id(), resource.id(), resource.account(), resource.region());
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
