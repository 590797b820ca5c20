"""The operations of a document, with what their paths and shapes tell about them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mews_compiler.schemas import properties_of, reached
from mews_compiler.tree import SCHEMAS, Object, child, is_object, target

PATH = re.compile(
    r"/api/connector/v1/(?P<short>(?P<resource>[a-z][A-Za-z]*)/(?P<action>[a-z][A-Za-z]*))"
)
CONNECTOR_REQUEST = SCHEMAS + "ConnectorRequest"
LIMITATION = "Limitation"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation and the document it stands in. Parts that are missing read as empty."""

    path: re.Match[str]
    node: Object
    document: Object

    @property
    def short_path(self) -> str:
        return self.path["short"]

    @property
    def resource(self) -> str:
        return self.path["resource"]

    @property
    def action(self) -> str:
        return self.path["action"]

    @property
    def tag(self) -> Object:
        """What the root says about the resource."""
        for tag in self.document.get("tags", []):
            if is_object(tag) and tag.get("name") == self.resource:
                return tag
        return {}

    @property
    def request_content(self) -> Object:
        return child(self.node, "requestBody", "content", JSON)

    @property
    def result_content(self) -> Object:
        return child(self.node, "responses", "200", "content", JSON)

    @property
    def request(self) -> Object:
        """The schema of the request."""
        return target(self.document, self.request_content.get("schema"))

    @property
    def request_properties(self) -> Object:
        return properties_of(self.request, self.document)

    @property
    def result_properties(self) -> Object:
        result = target(self.document, self.result_content.get("schema"))
        return properties_of(result, self.document)

    @property
    def is_paged(self) -> bool:
        """Pages have a Limitation in the request and a Cursor in the result."""
        return LIMITATION in self.request_properties and "Cursor" in self.result_properties

    @property
    def row_lists(self) -> list[str]:
        """The properties of the result that are lists of objects."""
        properties = self.result_properties
        return [name for name in properties if "$ref" in child(properties, name, "items")]

    @property
    def rows(self) -> str | None:
        """The list of the result that holds the rows: the one that is told, or the only one."""
        lists = self.row_lists
        return self.node.get("x-rows") or (lists[0] if len(lists) == 1 else None)

    @property
    def row_properties(self) -> Object:
        """The properties of a row, where it is known which list holds the rows."""
        items = child(self.result_properties, self.rows or "", "items")
        return properties_of(target(self.document, items), self.document)

    @property
    def takes_deprecated(self) -> bool:
        """Whether the request has deprecated properties, however deep within."""
        names = reached([self.request_content["schema"]["$ref"]], self.document)
        schemas = [child(self.document, "components", "schemas", name) for name in names]
        parts = (part for each in schemas for part in properties_of(each, self.document).values())
        return any(part.get("deprecated") for part in parts)

    @property
    def portfolio(self) -> str:
        """How a portfolio token uses it: on `many` enterprises, on `one`, or on `none`."""
        if "x-portfolio" in self.node:
            return str(self.node["x-portfolio"])
        if "EnterpriseIds" in self.request_properties:
            return "many"
        return "one" if "EnterpriseId" in self.request_properties else "none"


def operations(document: Object) -> Iterator[Operation]:
    """Every operation whose path is well named."""
    for path, methods in document["paths"].items():
        if named := PATH.fullmatch(path):
            yield Operation(named, child(methods, "post"), document)
