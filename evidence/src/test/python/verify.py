"""A second verifier of evidence packs, written from docs/evidence-format.md alone.

usage: verify.py PACK-FOLDER [--key F] [--checkpoint F]      exit 0: no doubt, 1: doubt
Python 3 standard library only. The time stamp token is left to `openssl ts -verify`.
"""
import base64, hashlib, hmac, json, os, re, sys

FAULTS = []
def fault(words):
    FAULTS.append(words)
    print("FAILED:", words)
def sha(data):
    return hashlib.sha256(data).digest()
# --- Ed25519 verification (RFC 8032 section 5.1.7)
P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
def add(a, b):
    s, t = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    u, v = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = t - s, v - u, v + u, t + s
    return (e * f % P, g * h % P, f * g % P, e * h % P)
def times(n, point):
    total = (0, 1, 1, 0)
    while n:
        total = add(total, point) if n & 1 else total
        point, n = add(point, point), n >> 1
    return total
def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        raise ValueError("not a point")
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)

BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
def signed(key, message, signature):
    try:
        a, r = point(key), point(signature[:32])
    except ValueError:
        return False
    s = int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % Q
    left, right = times(s, BASE), add(r, times(h, a))
    same = (left[0] * right[2] - right[0] * left[2]) % P == 0
    return len(signature) == 64 and s < Q and same and (left[1] * right[2] - right[1] * left[2]) % P == 0
# --- section 2: canonical JSON
def canonical(value):
    def order(v):
        if isinstance(v, dict):
            return {k: order(v[k]) for k in sorted(v, key=lambda k: k.encode("utf-16-be"))}
        return [order(i) for i in v] if isinstance(v, list) else v
    return json.dumps(order(value), ensure_ascii=False, separators=(",", ":")).encode()
def strict(data, what):
    if canonical(json.loads(data)) != data:
        fault(what + " is not canonical")
    return json.loads(data)
# --- section 3: tree
def root(leaves):
    if len(leaves) < 2:
        return leaves[0] if leaves else sha(b"")
    k = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha(b"\1" + root(leaves[:k]) + root(leaves[k:]))
def included(leaf, index, size, path, want):
    last, value = size - 1, leaf
    for step in path:
        if not last: return False
        if index & 1 or index == last:
            value = sha(b"\1" + step + value)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            value = sha(b"\1" + value + step)
        index, last = index >> 1, last >> 1
    return last == 0 and value == want
# --- section 4: note and key
def note(data):
    text, signatures = data.decode().rsplit("\n\n", 1)
    origin, size, head = text.split("\n")
    lines = [re.fullmatch("\u2014 ([^ +]+) (.+)", line) for line in signatures.splitlines()]
    pairs = [(m.group(1), base64.b64decode(m.group(2))) for m in lines if m]
    return (text + "\n").encode(), origin, int(size), base64.b64decode(head), pairs
def verifier(file):
    text = open(file).read().strip()
    if text.startswith("-----"):
        raw = base64.b64decode("".join(text.splitlines()[1:-1]))[12:]
        name = "cofferdam/key-" + sha(raw).hex()[:16]
    else:
        name, _, typed = text.split("+", 2)
        raw = base64.b64decode(typed)[1:]
    return name, sha(name.encode() + b"\n\1" + raw)[:4], raw
def checked(data, key):
    name, key_id, raw = verifier(key)
    mine = [s[4:] for n, s in note(data)[4] if n == name and s[:4] == key_id]
    return any(signed(raw, note(data)[0], s) for s in mine)
# --- section 5: tiles
def tile(row, index, width):
    n = "%03d" % (index % 1000)
    while index >= 1000:
        index //= 1000
        n = "x%03d/%s" % (index % 1000, n)
    return "ledger/tile/%s/%s%s" % (row, n, "" if width == 256 else ".p/%d" % width)
def tiles(row, count):
    return [(i, min(256, count - i * 256), tile(row, i, min(256, count - i * 256)))
            for i in range((count + 255) // 256)]
def main(pack, options):
    known = set()

    def read(name):
        known.add(name)
        with open(os.path.join(pack, name), "rb") as file:
            return file.read()

    head = read("ledger/checkpoint")
    text, origin, size, want, _ = note(head)
    manifest = strict(read("manifest.json"), "manifest")
    for file in manifest["files"]:
        data = read(file["path"])
        if len(data) != file["bytes"] or sha(data).hex() != file["sha256"]:
            fault(file["path"] + " was changed")
    entries = []
    for _, width, name in tiles("entries", size):
        data, at = read(name), 0
        for _ in range(width):
            end = at + 2 + int.from_bytes(data[at:at + 2], "big")
            entries.append(data[at + 2:end])
            at = end
        if at != len(data):
            fault(name + " is cut off or too long")
    leaves = hashes = [sha(b"\0" + entry) for entry in entries]
    if root(leaves) != want:
        fault("the entries do not add up to the checkpoint's root")
    level = 0
    while hashes:
        for index, width, name in tiles(str(level), len(hashes)):
            if read(name) != b"".join(hashes[index * 256:index * 256 + width]):
                fault(name + " does not follow from the entries")
        hashes = [root(hashes[i:i + 256]) for i in range(0, len(hashes) // 256 * 256, 256)]
        level += 1
    payloads, parsed = {}, [strict(entry, "entry") for entry in entries]
    for name in sorted(os.listdir(os.path.join(pack, "ledger/payloads"))):
        for line in read("ledger/payloads/" + name).splitlines(keepends=False):
            payload = strict(line, "payload")
            payloads[payload["index"]] = payload
    erased = {s for e in parsed if e["type"] == "payload-erased" for s in e["subjects"]}
    for index, entry in enumerate(parsed):
        payload = payloads.get(index)
        if payload:
            mac = hmac.new(bytes.fromhex(payload["salt"]), payload["payload"].encode(), "sha256")
            if entry["payloadCommitment"] != "hmac-sha256:" + mac.hexdigest():
                fault("the payload of entry %d was changed" % index)
        elif index >= manifest["firstEntry"] and "entry:%d" % index not in erased:
            fault("the payload of entry %d is missing" % index)
    own = canonical({"bytes": len(read("manifest.json")), "path": "manifest.json",
                     "sha256": sha(read("manifest.json")).hex()}).decode()
    if parsed[-1]["type"] != "manifest" or payloads[size - 1]["payload"] != own:
        fault("the last entry is not that of the manifest")
    for name in os.listdir(os.path.join(pack, "proofs")):
        proof = strict(read("proofs/" + name), "proof")
        path = [bytes.fromhex(step) for step in proof["path"]]
        leaf = sha(b"\0" + proof["entry"].encode())
        if not included(leaf, proof["index"], proof["size"], path, want):
            fault("proofs/" + name + " does not prove its entry")
    known.add("anchors/checkpoint.tsr")
    for folder, _, names in os.walk(pack):
        for name in names:
            name = os.path.relpath(os.path.join(folder, name), pack).replace(os.sep, "/")
            if name not in known:
                fault(name + " is extra")
    if "--checkpoint" in options:
        kept = open(options["--checkpoint"], "rb").read()
        _, then, count, was, _ = note(kept)
        if then != origin or count > size or root(leaves[:count]) != was:
            fault("the kept checkpoint is not a prefix: truncated, forked or rewritten")
    if "--key" in options and not checked(head, options["--key"]):
        fault("the checkpoint is not signed by the key given")
    print("signer:", "established" if "--key" in options and not FAULTS else "not established")
    return 1 if FAULTS or "--key" not in options else 0

if __name__ == "__main__":
    rest = sys.argv[2:]
    try:
        sys.exit(main(sys.argv[1], dict(zip(rest[::2], rest[1::2]))))
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        print("FAILED: does not read:", type(error).__name__)
        sys.exit(1)
