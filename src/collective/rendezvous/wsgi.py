"""A filter for the WSGI pipeline, in front of Zope."""

from collections.abc import Callable
from collections.abc import Iterable
from typing import Any


Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def readable_paths(_settings: Any = None, **_options: Any) -> Callable[[Application], Application]:
    """Paste's filter factory: an address that is no UTF-8 is a bad request.

    Zope decodes it before any of its own error handling, and ends with an internal server error.
    In the configuration of a server::

        [filter:paths]
        paste.filter_factory = collective.rendezvous.wsgi:readable_paths

        [pipeline:main]
        pipeline = paths egg:Zope#httpexceptions zope
    """
    return _filtered


def _filtered(application: Application) -> Application:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        try:
            environ.get("PATH_INFO", "").encode("latin-1").decode("utf-8")
        except UnicodeError:
            start_response("400 Bad Request", [("Content-Type", "text/plain; charset=utf-8")])
            return [b"The address is not UTF-8.\n"]
        return application(environ, start_response)

    return answer
