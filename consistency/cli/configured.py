"""Commands that a configuration file sets: what the command line says wins over the file, the file over the default."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import click
from click.core import ParameterSource

from consistency.cli.options import Output, options
from consistency.settings import KEYS, Loaded, load

ARGUMENTS = "consistency.arguments"  # where a context keeps the words of its command line, to be read again
# The options that a key of the configuration stands for, by their parameters' names.
OPTIONS = {
    "sources": "sources",
    "fields": "fields",
    "fail-on": "fail_on",
    "format": "outputs",
    "lang": "lang",
    "baseline": "baseline",
}

config_options = options(
    click.option(
        "--config", metavar="FILE", expose_value=False, help="The configuration; by default the first found upwards."
    ),
    click.option("--no-config", is_flag=True, expose_value=False, help="Heed no configuration file."),
)


class Configured(click.Command):
    """A command whose options take their defaults from the configuration file found upwards from its first path.

    `paths` are the parameters that name paths; `heeds` the keys that set options of this command.
    """

    def __init__(
        self, *args: Any, paths: tuple[str, ...] = ("paths",), heeds: tuple[str, ...] = tuple(OPTIONS), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.paths, self.heeds = paths, heeds

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse twice: once to learn from where on a configuration is looked for, once with its values as defaults."""
        ctx.meta[ARGUMENTS] = tuple(args)
        given, _, _ = self.make_parser(ctx).parse_args(list(args))
        ctx.obj = loaded = Loaded() if given.get("help") is True else self._load(given)
        ctx.default_map = {
            OPTIONS[key]: getattr(loaded.settings, KEYS[key].name) for key in self.heeds if key in loaded.origins
        }
        return super().parse_args(ctx, args)

    def _load(self, given: Mapping[str, Any]) -> Loaded:
        path = given.get("config")
        if isinstance(path, str):
            if given.get("no_config") is True:
                raise click.UsageError("choose between --config and --no-config")
            return load(path=path)
        if given.get("no_config") is True:
            return Loaded()
        named = (given.get(name) for name in self.paths)
        first = (one[0] if isinstance(one, tuple) and one else one for one in named)
        return load(next((one for one in first if isinstance(one, str)), "."))


def settled() -> Loaded:
    """The settings that hold for the command that runs, and where each comes from."""
    ctx = click.get_current_context()
    loaded: Loaded = ctx.obj
    origins, values = dict(loaded.origins), {}
    for key, name in OPTIONS.items():
        if name in ctx.params and ctx.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            origins[key] = "command line"
            values[KEYS[key].name] = _plain(ctx.params[name])
    return Loaded(replace(loaded.settings, **values), origins, loaded.path)


def against(sources: tuple[str, ...], more: tuple[str, ...]) -> list[str]:
    """What a draft is checked against: what stands behind `--against`, else the sources of the configuration."""
    ctx = click.get_current_context()
    if not sources:
        raise click.UsageError("name sources with --against, or as sources in consistency.toml")
    if more and ctx.get_parameter_source("sources") is not ParameterSource.COMMANDLINE:
        raise click.UsageError(f"{more[0]}: one draft at a time; put --against before sources")
    return [*sources, *more]


def _plain(value: Any) -> Any:
    """The value of an option as the settings hold it."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, Output):
        return f"{value.form}:{value.path}" if value.path else value.form
    return value
