"""The VS Code extension: its manifest, its grammar, and how it starts the language server."""

import json
import re
import subprocess
from pathlib import Path

import onigurumacffi
import pytest

from conftest import ROOT

EXTENSION = ROOT / ".editors/vscode"
GRAMMAR = json.loads((EXTENSION / "syntaxes/canevas.tmLanguage.json").read_text("utf-8"))
RULES = GRAMMAR["repository"]


def read(name: str) -> dict:
    return json.loads((EXTENSION / name).read_text("utf-8"))


# Manifest


def test_what_the_manifest_names_is_there() -> None:
    manifest = read("package.json")
    assert (EXTENSION / manifest["main"]).is_file()
    for grammar in manifest["contributes"]["grammars"]:
        assert read(grammar["path"])["scopeName"] == grammar["scopeName"]
    settings = manifest["contributes"]["configuration"]["properties"]
    assert set(manifest["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"]) \
        <= set(settings)


@pytest.mark.parametrize("language", ["", ".fr"])
def test_every_text_of_the_manifest_is_translated(language: str) -> None:
    named = re.findall(r'"%(\w+)%"', (EXTENSION / "package.json").read_text())
    texts = read(f"package.nls{language}.json")
    assert set(named) == set(texts) and all(texts.values())


def test_its_version_is_that_of_the_program(prefix: Path) -> None:
    version = subprocess.run([prefix / "bin/canevas", "--version"], capture_output=True, text=True)
    assert version.stdout == f"canevas {read('package.json')['version']}\n"


# Grammar


@pytest.fixture(scope="module")
def topics(prefix: Path) -> list[dict]:
    """The headings and keys that the program itself knows."""
    output = subprocess.run([prefix / "bin/canevas", "explain", "--format", "json"], check=True,
                            capture_output=True).stdout
    return json.loads(output)["topics"]


def alternatives(rule: str) -> list[str]:
    group = re.search(r"\((?!\?)([^()]+)\)", RULES[rule]["match"])
    assert group
    return group[1].split("|")


@pytest.mark.parametrize(("sort", "rules"), [
    ("section", ["section", "unsorted"]), ("part", ["part"]), ("key", ["key"])])
def test_it_knows_the_headings_and_keys_of_the_program(
    topics: list[dict], sort: str, rules: list[str]
) -> None:
    names = [topic["name"] for topic in topics if topic["sort"] == sort]
    assert [name for rule in rules for name in alternatives(rule)] == names


def test_it_knows_the_natures_of_flows(topics: list[dict]) -> None:
    [use] = [use for topic in topics if topic["name"] == "SYSTEM MAP" for use in topic["uses"]]
    assert alternatives("nature") == use["words"]


def found(line: str) -> list[tuple[str, str]]:
    """The rules that match in a line, each with the text that it colours."""
    assert [rule["include"][1:] for rule in GRAMMAR["patterns"]] == list(RULES)
    result = []
    for name, rule in RULES.items():
        pattern, start = onigurumacffi.compile(rule["match"]), 0
        while match := pattern.search(line, start):
            result.append((match.start(), name, match.group()))
            start = match.end()
    return [(name, text) for _, name, text in sorted(result)]


@pytest.mark.parametrize(("line", "expected"), [
    ("## CIBLES CLIENTS", [("section", "CIBLES CLIENTS")]),
    ("## RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE  ",
     [("section", "RESSOURCES LOCALES / LOGIQUE D'ÉCONOMIE CIRCULAIRE")]),
    ("## CIBLE CLIENT", []),
    ("## CANAUX DE VENTE", []),
    ("# SOLUTION", []),
    ("### Leviers", [("part", "Leviers")]),
    ("## À CLASSER", [("unsorted", "À CLASSER")]),
    ("- Thème : [Eau](../themes/eau.md)", [("key", "Thème")]),
    ("* Ancien nom : x", [("key", "Ancien nom")]),
    ("- Statut:idée", []),
    ("- Un Statut : idée", []),
    ("- le service → Familles : repas (matériel)", [("arrow", "→"), ("nature", "(matériel)")]),
    ("- (Optionnel) Familles --> le service : abonnement (économique)",
     [("optional", "(Optionnel)"), ("arrow", "-->"), ("nature", "(économique)")]),
    ("- Un prêt (matériel) de vélos", []),
    ("- a->b", []),
    ("- À PRÉCISER", [("placeholder", "À PRÉCISER")]),
])
def test_it_colours(line: str, expected: list[tuple[str, str]]) -> None:
    assert found(line) == expected


def test_it_colours_every_heading_of_the_catalogue() -> None:
    count = 0
    for file in sorted((ROOT / "canvases/fiches").glob("*.md")):
        for line in file.read_text("utf-8").splitlines():
            if line.startswith("## "):
                assert found(line) == [("section", line[3:])], f"{file}: {line}"
                count += 1
    assert count > 150


# The language server


def run(scenario: str) -> list[str]:
    script = Path(__file__).with_name("run_extension.js")
    return subprocess.run(["node", script, EXTENSION / "extension.js", scenario], check=True,
                          capture_output=True, encoding="utf-8", timeout=30).stdout.splitlines()


CLIENT = 'client {"command":"PROGRAM","args":["lsp"]} **/{canvases,seeds}/**/*.md'


def test_the_server_is_started_and_stopped() -> None:
    assert run("usual") == [CLIENT, "start", "stop"]


def test_the_server_is_started_anew_on_request() -> None:
    assert run("restart") == [CLIENT, "start", "stop", CLIENT, "start", "stop", CLIENT, "start",
                              "stop"]


def test_nothing_is_started_in_a_folder_that_is_not_trusted() -> None:
    assert run("untrusted") == ["trusted", CLIENT, "start", "stop"]


def test_a_program_that_is_no_server_keeps_nothing_from_being_tried_again() -> None:
    assert run("no server") == [CLIENT, "start", "stop"]


def test_a_missing_program_is_told() -> None:
    assert run("missing") == [
        "log Error: spawn /nowhere/canevas ENOENT",
        "error Canevas : le programme « /nowhere/canevas » ne démarre pas. Est-il installé, et sur le "
        "PATH ?",
        "workbench.action.openSettings canevas.path"]
