"""Starts moto with three of its faults mended. It checks signatures against the address as Flask
decodes it, so that a request whose query holds an encoded slash never fits. And it adds the groups
that an instance was started with to those of each of its network interfaces, for ever: in EC2 an
interface has the groups that were set last. And it does not know the call that tells whether a
region keeps all snapshots private: in EC2 no region does until somebody asks for it."""

from flask import request
from moto.core.authorization import ActionAuthenticatorMixin
from moto.core.responses import ActionResult
from moto.ec2.models.elastic_network_interfaces import (
    NetworkInterface,
    NetworkInterfaceBackend,
)
from moto.ec2.responses import EC2Response
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


modified = NetworkInterfaceBackend.modify_network_interface_attribute
groups = NetworkInterface.group_set.fget


def with_groups_set(self, eni_id, group_ids, *others):
    modified(self, eni_id, group_ids, *others)
    if group_ids:
        self.get_network_interface(eni_id).groups_were_set = True


NetworkInterfaceBackend.modify_network_interface_attribute = with_groups_set
NetworkInterface.group_set = property(
    lambda self: self._group_set if hasattr(self, "groups_were_set") else groups(self)
)
EC2Response.get_snapshot_block_public_access_state = lambda self: ActionResult(
    {"State": "unblocked"}
)
main()
