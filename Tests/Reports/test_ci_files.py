"""What CI services and git hooks run, in this repository and as README.md shows it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, Catalogue

WORKFLOWS = ROOT / ".github" / "workflows"
WORKFLOW = WORKFLOWS / "catalogue.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
TOOLS = Path(sys.executable).parent
EXAMPLE = re.compile(r"^```(?:yaml|dockerfile)\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = dict(EXAMPLE.findall((ROOT / "README.md").read_text()))


def tool(name: str, *arguments: str | Path, **options: object) -> None:
    """Runs one of the tools, which must find nothing."""
    result = subprocess.run(
        [TOOLS / name, *arguments], capture_output=True, text=True, timeout=60, **options  # type: ignore
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(
    params=["catalogue.yml", "review.yml"]
    + [f".github/workflows/{name}.yml" for name in ["catalogue", "links", "review"]]
)
def workflow(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Our workflows, and those that README.md shows, in files."""
    name = request.param
    file = tmp_path / "workflows" / Path(name).name
    file.parent.mkdir()
    file.write_text(EXAMPLES[name] if "/" in name else (WORKFLOWS / name).read_text())
    return file


def test_workflow_is_one(workflow: Path) -> None:
    tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow)


def test_workflow_is_safe(workflow: Path) -> None:
    config = Path(__file__).with_name("zizmor.yml")
    tool("zizmor", "--offline", "--no-progress", "--config", config, workflow)


@pytest.mark.parametrize("name, statuses", [("clean", [0, 0, 0, 0]), ("broken", [1, 0, 0, 1])])
def test_workflow_does_what_it_says(
    request: pytest.FixtureRequest, canevas: Path, tmp_path: Path, name: str, statuses: list[int]
) -> None:
    catalogue: Catalogue = request.getfixturevalue(name)
    steps = yaml.safe_load(WORKFLOW.read_text())["jobs"]["catalogue"]["steps"]
    commands = [step["run"] for step in steps if step.get("run", "").startswith("canevas ")]
    summary = tmp_path / "summary.md"
    summary.write_text("Avant.\n")
    environment = {
        **os.environ,
        "PATH": f"{canevas.parent}:{os.environ['PATH']}",
        "DIRECTORY": str(catalogue.root),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    results = [
        subprocess.run(
            ["sh", "-e", "-c", command], env=environment, cwd=tmp_path, capture_output=True
        )
        for command in commands
    ]
    assert [result.returncode for result in results] == statuses
    assert summary.read_text().startswith("Avant.\n## Catalogue vérifié")
    assert (tmp_path / "canevas.sarif").read_bytes().startswith(b"{")
    assert (tmp_path / "_site" / "index.html").is_file() == (name == "clean")


def test_gitlab_example_is_a_pipeline(tmp_path: Path) -> None:
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(EXAMPLES[".gitlab-ci.yml"])
    tool("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", file)


def test_gitlab_example_does_what_it_says(broken: Catalogue, canevas: Path, tmp_path: Path) -> None:
    (job,) = (job for job in yaml.safe_load(EXAMPLES[".gitlab-ci.yml"]).values() if "script" in job)
    environment = {**os.environ, "PATH": f"{canevas.parent}:{os.environ['PATH']}"}
    script = "\n".join(job["script"]).replace("canevas check", f"canevas check -C '{broken.root}'")
    result = subprocess.run(
        ["sh", "-e", "-c", script], env=environment, cwd=tmp_path, capture_output=True
    )
    assert result.returncode == 1
    reports = job["artifacts"]["reports"]
    assert (tmp_path / reports["codequality"]).read_bytes().startswith(b"[")
    assert (tmp_path / reports["junit"]).read_bytes().startswith(b"<?xml")


def test_container_example_is_small() -> None:
    lines = EXAMPLES["Dockerfile"].splitlines()
    images = [line.split()[1] for line in lines if line.startswith("FROM ")]
    assert images[0].startswith("swift:") and images[-1].endswith("-slim")
    assert any(line.startswith("RUN make ") and " install " in line for line in lines)


def test_hook_is_one() -> None:
    tool("pre-commit", "validate-manifest", HOOKS)


@pytest.fixture
def repository(
    new_catalogue: Callable[[], Catalogue], canevas: Path, tmp_path: Path
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs commands in a repository that holds the broken catalogue and uses the hook."""
    environment = {
        **os.environ,
        "PATH": f"{TOOLS}:{canevas.parent}:{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "Essai", "GIT_AUTHOR_EMAIL": "essai@canevas.example",
        "GIT_COMMITTER_NAME": "Essai", "GIT_COMMITTER_EMAIL": "essai@canevas.example",
    }
    root = new_catalogue().root
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / HOOKS.name).write_bytes(HOOKS.read_bytes())

    def run(*command: str, folder: Path = root) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60
        )

    for folder in [hooks, root]:
        run("git", "init", "-q", folder=folder)
        run("git", "add", "-A", folder=folder)
        assert run("git", "commit", "-q", "-m", "Essai", folder=folder).returncode == 0
    revision = run("git", "rev-parse", "HEAD", folder=hooks).stdout.strip()
    example = EXAMPLES[".pre-commit-config.yaml"]
    (root / ".pre-commit-config.yaml").write_text(
        re.sub(r"repo: .*", f"repo: {hooks}", re.sub(r"rev: .*", f"rev: {revision}", example))
    )
    run("git", "add", ".pre-commit-config.yaml")
    return run


def test_hook_checks_the_whole_catalogue(
    repository: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    result = repository("pre-commit", "run", "canevas-check", "--files", "canvases/themes/ecologie.md")
    assert result.returncode == 1
    assert result.stdout.count("section-inconnue") > 1 and "epicerie.md" in result.stdout
    assert result.stdout.count("documents :") == 1


def test_hook_formats_what_changes(
    repository: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    path = "canvases/themes/ecologie.md"
    format = ["pre-commit", "run", "canevas-fmt", "--files", path]
    repository(*format)
    formatted = repository("cat", path).stdout
    repository("sh", "-c", f"printf '\\n\\n\\n' >>{path}")
    result = repository(*format)
    assert result.returncode == 1 and "files were modified by this hook" in result.stdout
    assert repository("cat", path).stdout == formatted
    assert repository(*format).returncode == 0


def test_hook_looks_at_sources_alone(
    repository: Callable[..., subprocess.CompletedProcess[str]],
) -> None:
    result = repository("pre-commit", "run", "--files", ".pre-commit-config.yaml")
    assert result.returncode == 0 and "Skipped" in result.stdout
