"""Who a request comes from, as far as limits are concerned."""

from typing import Any


def client_of(request: Any) -> str:
    """The address that limits are counted by.

    It is the one that the connection comes from. A server behind a proxy has to be told whom to
    trust: `trusted_proxy` of waitress and `trusted-proxy` of Zope put the address that the proxy
    names in its place; nobody else can choose an address by sending a header.
    """
    return str(request.getClientAddr() or "")
