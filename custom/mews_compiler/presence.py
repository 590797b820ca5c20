"""Rules on which properties go together, read from plain JSON Schema.

A branch says `required: [X]` and narrows X to its type without null, so that an explicit null
counts as absent.
"""

from mews_compiler.faults import CompilerError, Fault
from mews_compiler.tree import Object, child, is_object

KEYWORDS = ("anyOf", "oneOf", "if", "then", "else", "not")


def rules_of(schema: Object, file: str, place: str) -> list[Object]:
    """The rules of an object schema. Raises CompilerError for a combination of another kind."""
    rules: list[Object] = []
    remedies: list[str] = []
    if "anyOf" in schema:
        alternatives = [_required(branch) for branch in schema["anyOf"]]
        rules.append({"rule": "AnyOf", "alternatives": alternatives})
        if not all(alternatives):
            remedies.append("let each branch of `anyOf` only be `required` and types")
    if "oneOf" in schema:
        choices = [_required(branch) for branch in schema["oneOf"]]
        rules.append({"rule": "ExactlyOne", "of": [name for names in choices for name in names]})
        if not all(len(names) == 1 for names in choices):
            remedies.append("let each branch of `oneOf` require one property and give its type")
    if "if" in schema or "then" in schema:
        rules.append(_at_most(schema))
        if not rules[-1]:
            remedies.append("let `if` require one property and `then` set maxItems of another")
    remedies += [f"leave `{keyword}` out" for keyword in ("else", "not") if keyword in schema]
    if remedies:
        message = f"combines schemas in a way that is no known rule: {'; '.join(remedies)}"
        raise CompilerError(Fault(file, place, message))
    return rules


def names_in(rules: list[Object]) -> set[str]:
    """The properties that rules speak of."""
    names: set[str] = set()
    for rule in rules:
        match rule:
            case {"alternatives": alternatives}:
                names.update(name for alternative in alternatives for name in alternative)
            case {"of": of}:
                names.update(of)
            case _:
                names |= {rule["property"], rule["beside"]}
    return names


def _at_most(schema: Object) -> Object:
    beside = _required(schema.get("if"))
    limited = child(schema, "then", "properties")
    if len(beside) == len(limited) == 1 and child(schema, "then").keys() == {"properties"}:
        [(name, limit)] = limited.items()
        if is_object(limit) and limit.keys() == {"maxItems"}:
            items = limit["maxItems"]
            return {"rule": "AtMost", "property": name, "items": items, "beside": beside[0]}
    return {}


def _required(branch: object) -> list[str]:
    """The properties that a branch requires; none if it says anything beside that."""
    if not is_object(branch) or branch.keys() - {"required", "properties"}:
        return []
    required: list[str] = branch.get("required", [])
    types = child(branch, "properties")
    if types.keys() - set(required) or any(child(types, name).keys() != {"type"} for name in types):
        return []
    return required
