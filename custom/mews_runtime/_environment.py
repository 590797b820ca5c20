from __future__ import annotations

import ipaddress
from enum import StrEnum

import httpx

from .errors import ConfigurationError

__all__ = ["Environment", "base_url"]


class Environment(StrEnum):
    """Where the API runs. Tokens of one environment are not valid in the other.

    Source: https://docs.mews.com/connector-api/guidelines/environments
    """

    PRODUCTION = "https://api.mews.com"
    DEMO = "https://api.mews-demo.com"


def base_url(environment: Environment | str) -> str:
    """The address that operations hang under, checked.

    Raises:
        ConfigurationError: It is no plain http(s) address, or tokens would travel unencrypted.
    """
    try:
        url = httpx.URL(str(environment))
    except httpx.InvalidURL as error:
        raise ConfigurationError(f"the environment is no valid URL: {error}") from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise ConfigurationError(
            "the environment must be Environment.DEMO, Environment.PRODUCTION"
            " or a URL such as 'https://api.mews.com'"
        )
    if not 0 < (url.port or 1) < 65_536 or " " in url.host:
        raise ConfigurationError("the environment's URL names no host or port that can exist")
    if "/api/connector" in url.path:
        raise ConfigurationError("the environment's URL ends before /api/connector; leave that out")
    # An empty query or fragment leaves no trace in the URL's parts, and would take in the path.
    if url.userinfo or {"?", "#"} & {*str(environment)}:
        raise ConfigurationError(
            "the environment's URL must not hold a user, a query or a fragment"
        )
    if url.scheme == "http" and not _is_loopback(url.host):
        raise ConfigurationError(
            "plain http is only for loopback hosts, since every request carries the tokens;"
            " use https"
        )
    return str(url).rstrip("/")


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
