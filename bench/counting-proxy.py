#!/usr/bin/env python3
"""Passes requests on to a stand-in for AWS and keeps one line for each in a file.

    counting-proxy.py PORT STAND-IN-PORT FILE

A line is a JSON object: `service` and `region` as the signature names them, `call` (the operation, or method and path
where the path is the operation), `same` (a hash of all that is asked; two lines with one hash asked the same) and
`status`. FILE is appended to, so moving it away begins a new count.
"""
import hashlib
import http.client
import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PORT, BEHIND, FILE = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
SCOPE = re.compile(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/")
ACTION = re.compile(rb"(?:^|&)Action=(\w+)")
LOCK = threading.Lock()


class Pass(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_one(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        behind = http.client.HTTPConnection("127.0.0.1", BEHIND, timeout=300)
        behind.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            if name.lower() not in ("connection", "expect"):
                behind.putheader(name, value)
        behind.endheaders(body if body else None)
        answer = behind.getresponse()
        content = answer.read()
        self.note(body, answer.status)
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "connection", "content-length"):
                self.send_header(name, value)
        if self.command != "HEAD" or not answer.getheader("Content-Length"):
            self.send_header("Content-Length", str(len(content)))
        else:
            self.send_header("Content-Length", answer.getheader("Content-Length"))
        self.end_headers()
        self.wfile.write(content)
        behind.close()

    def note(self, body, status):
        scope = SCOPE.search(self.headers.get("Authorization", ""))
        region, service = scope.groups() if scope else ("", "")
        target = self.headers.get("X-Amz-Target", "")
        action = ACTION.search(body)
        call = target or (action.group(1).decode() if action else self.command + " " + self.path)
        asked = "\n".join((service, region, self.command, self.path, target)).encode() + b"\n" + body
        line = {"service": service, "region": region, "call": call, "status": status,
                "same": hashlib.sha256(asked).hexdigest()}
        with LOCK, open(FILE, "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = handle_one

    def log_message(self, *unused):
        pass


ThreadingHTTPServer.daemon_threads = True
ThreadingHTTPServer.request_queue_size = 128
ThreadingHTTPServer(("127.0.0.1", PORT), Pass).serve_forever()
