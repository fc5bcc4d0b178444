"""Holds every call of SSM documents against the models of AWS's own client for Python."""
import json
import sys

import botocore.session
from botocore.validate import ParamValidator

session = botocore.session.get_session()
misfits = 0
calls = 0
for name in sys.argv[1:]:
    with open(name) as file:
        document = json.load(file)
    for step in document["mainSteps"]:
        inputs = dict(step.get("inputs", {}))
        if "Api" not in inputs:
            continue
        service, api = inputs.pop("Service"), inputs.pop("Api")
        for own in ("PropertySelector", "DesiredValues"):
            inputs.pop(own, None)
        # A reference stands for a list as well; of it nothing can be said.
        inputs = {key: value for key, value in inputs.items()
                  if not (isinstance(value, str) and value.startswith("{{"))}
        model = session.get_service_model(service).operation_model(api)
        calls += 1
        if model.input_shape is not None:
            report = ParamValidator().validate(inputs, model.input_shape)
            lines = [line for line in report.generate_report().split("\n")
                     if line and not (line.startswith("Missing required") and "{{" in json.dumps(step))]
            if lines:
                misfits += 1
                print(name, step["name"], "; ".join(lines))
print(calls, "calls,", misfits, "misfits")
sys.exit(1 if misfits else 0)
