"""Starts moto with one of its faults mended: it checks signatures against the address as Flask
decodes it, so that a request whose query holds an encoded slash never fits."""

from flask import request
from moto.core.authorization import ActionAuthenticatorMixin
from moto.server import main

checked = ActionAuthenticatorMixin._authenticate_and_authorize_action


def with_raw_address(self, request_class, resource="*"):
    decoded = self.uri
    self.uri = request.host_url.rstrip("/") + request.environ.get("RAW_URI", request.full_path)
    try:
        checked(self, request_class, resource)
    finally:
        self.uri = decoded


ActionAuthenticatorMixin._authenticate_and_authorize_action = with_raw_address
main()
