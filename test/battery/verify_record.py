"""A second checker of the record, written from docs/audit.md alone.

Reads one JSON object from standard input: {"entries": [...], "head": {...}, "checkpoints": [...]}, where each entry
has the columns of audit_entries. Prints the number of the first false entry, or "whole".
Signatures are not checked here: Python's standard library has no Ed25519.
"""
import hashlib
import json
import sys
from datetime import datetime


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def first_fault(record):
    previous, count = "0" * 64, 0
    points = {}
    for point in record["checkpoints"]:
        points.setdefault(point["seq"], []).append(point["hash"])
    for row in sorted(record["entries"], key=lambda r: r["seq"]):
        number = count + 1
        if row["seq"] < 1:
            return row["seq"]
        if row["seq"] != number:
            return number
        if row["previous_hash"] != previous:
            return number
        if hashlib.sha256((previous + "\n" + row["payload"]).encode()).hexdigest() != row["hash"]:
            return number
        try:
            said = json.loads(row["payload"])
        except ValueError:
            return number
        facts = (said["seq"], said["actor"]["kind"], said["actor"]["id"], said["action"], said["subject"]["type"], said["subject"]["id"])
        columns = tuple(row[c] for c in ("seq", "actor_kind", "actor_id", "action", "subject_type", "subject_id"))
        if facts != columns or moment(said["at"]) != moment(row["at"]):
            return number
        if any(known != row["hash"] for known in points.get(number, [])):
            return number
        previous, count = row["hash"], number
    head = record["head"]
    if head["seq"] != count or head["hash"] != previous:
        return count + 1
    if any(seq > count for seq in points):
        return count + 1
    return "whole"


print("\n".join(str(first_fault(json.loads(line))) for line in sys.stdin))
