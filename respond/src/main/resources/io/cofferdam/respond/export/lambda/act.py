"""Makes the calls of one planned act, or undoes them. Nothing but PLAN says which."""
import json
import re
import time

import boto3
from botocore import xform_name

PLAN = json.loads(@PLAN@)


def find(answer, selector):
    for part in re.findall(r"[^.\[\]$]+", selector):
        answer = answer[int(part)] if isinstance(answer, list) else answer[part]
    return answer


def filled(node, taken):
    if isinstance(node, dict):
        return {key: filled(value, taken) for key, value in node.items()}
    if isinstance(node, list):
        return [filled(value, taken) for value in node]
    if isinstance(node, str) and node.startswith("$state:"):
        return taken[node[7:]]
    return node


def make(call, taken):
    client = boto3.client(call["service"], region_name=PLAN["region"] or None)
    return getattr(client, xform_name(call["operation"]))(**filled(call["parameters"], taken))


def run(call, taken):
    for read in call["reads"]:
        taken[read["pointer"]] = find(make(read, taken), read["selector"])
    answer = make(call, taken)
    for gives in call.get("gives", []):
        taken[gives["pointer"]] = find(answer, gives["selector"])


def told(check):
    value = find(make(check, {}), check["selector"])
    return str(value).lower() if isinstance(value, bool) else str(value)


def require(checks, tries):
    for check in checks:
        for left in range(tries, 0, -1):
            value = told(check)
            if value == check["value"]:
                break
            if left == 1:
                raise RuntimeError("%s %s is %s and not %s" % (
                    check["operation"], check["selector"], value, check["value"]))
            time.sleep(5)


def act():
    taken, made = {}, []
    require(PLAN["before"], 1)
    try:
        for step in PLAN["steps"]:
            run(step, taken)
            made.append(step)
    except Exception:
        for step in reversed(made):
            if step["undo"]:
                try:
                    run(step["undo"], taken)
                except Exception as failed:
                    print(json.dumps({"not undone": step["words"], "why": str(failed)}))
        raise
    require(PLAN["after"], 12)
    return {p["pointer"]: taken[p["pointer"]] for s in PLAN["steps"] for p in s["gives"]}


def back(taken):
    require(PLAN["after"], 1)
    for step in reversed(PLAN["steps"]):
        if step["undo"]:
            run(step["undo"], taken)
    require(PLAN["before"], 12)
    return {}


def handler(event, context):
    account = boto3.client("sts").get_caller_identity()["Account"]
    if account != PLAN["account"]:
        raise RuntimeError("the plan is for account " + PLAN["account"])
    way = event["way"]
    if way not in ("act", "back"):
        raise RuntimeError("way is act or back")
    return {"made": act() if way == "act" else back(dict(event.get("made") or {}))}
