"""Runs the code of an exported template as Lambda would: its handler with an event."""
import json
import sys

with open(sys.argv[1]) as file:
    template = json.load(file)
code = {}
exec(compile(template["Resources"]["Function"]["Properties"]["Code"]["ZipFile"], "index.py", "exec"), code)
print(json.dumps(code["handler"](json.loads(sys.argv[2]), None)))
