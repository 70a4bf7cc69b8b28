"""The workflow for reviewers: its steps in a real repository, its script as a forge runs it."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from cmarkgfm import github_flavored_markdown_to_html
from cmarkgfm.cmark import Options

from conftest import CANVAS, ROOT, SHEET, THEME
from test_markdown import Page

JOB = yaml.safe_load((ROOT / ".github/workflows/review.yml").read_text())["jobs"]["review"]
STEPS = {step["name"]: step for step in JOB["steps"]}
HOSTILE = "</details> <script>alert(1)</script> @octocat #12 | [a](javascript:b) `````` ~~~"


class PullRequest:
    """A repository with a branch that changes a catalogue in one of its folders."""

    def __init__(self, canevas: Path, root: Path) -> None:
        self.root = root
        self.folder = root / "été à Liège"
        self._environment = {
            **os.environ,
            "PATH": f"{canevas.parent}:{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Essai", "GIT_AUTHOR_EMAIL": "essai@canevas.example",
            "GIT_COMMITTER_NAME": "Essai", "GIT_COMMITTER_EMAIL": "essai@canevas.example",
        }
        self.write("canvases/catalogue.md", SHEET)
        self.write("canvases/themes/ecologie.md", THEME)
        self.write("canvases/fiches/epicerie.md", CANVAS)
        self.git("init", "-q", "-b", "main")
        self.base = self.commit()
        self.git("switch", "-q", "-c", "branche")
        self.write(
            "canvases/fiches/épicerie.md",
            CANVAS.replace("idée", "retenue").replace("- Élèves\n", f"- Élèves\n- {HOSTILE}\n", 1),
        )
        (self.folder / "canvases/fiches/epicerie.md").unlink()
        self.head = self.commit()

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def git(self, *arguments: str) -> str:
        return subprocess.run(
            ["git", *arguments], cwd=self.root, env=self._environment, check=True,
            capture_output=True, text=True,
        ).stdout.strip()

    def commit(self) -> str:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Essai")
        return self.git("rev-parse", "HEAD")

    def run(self, step: str) -> subprocess.CompletedProcess[str]:
        """Runs a step as the forge does, the catalogue being checked out."""
        environment = {
            **self._environment, "DIRECTORY": self.folder.name, "BASE": self.base,
            "HEAD": self.head, "GITHUB_SERVER_URL": "https://forge.example",
            "GITHUB_REPOSITORY": "o/r", "GITHUB_WORKSPACE": str(self.root),
            "GITHUB_STEP_SUMMARY": str(self.root / "summary.md"),
            "GITHUB_OUTPUT": str(self.root / "output.txt"),
        }
        return subprocess.run(
            ["sh", "-e", "-c", STEPS[step]["run"]], cwd=self.root, env=environment,
            capture_output=True, text=True, timeout=60,
        )


@pytest.fixture(scope="module")
def request_(canevas: Path, tmp_path_factory: pytest.TempPathFactory) -> PullRequest:
    """A pull request of which the steps were run."""
    made = PullRequest(canevas, tmp_path_factory.mktemp("review") / "dépôt avec espaces")
    (made.root / "summary.md").write_text("Avant.\n")
    for step in ["Tell what changes", "Tell which pages change"]:
        result = made.run(step)
        assert result.returncode == 0, result.stderr
    return made


def test_summary_tells_what_changes(request_: PullRequest) -> None:
    summary = (request_.root / "summary.md").read_text()
    changes = (request_.root / "canevas-changes.md").read_text()
    pages = (request_.root / "canevas-pages.md").read_text()
    assert summary == "Avant.\n" + changes + pages
    assert (request_.root / "output.txt").read_text() == "differs=1\n"
    assert "<del>idée</del>" in changes and "<ins>retenue</ins>" in changes
    address = (
        f"https://forge.example/o/r/blob/{request_.head}/%C3%A9t%C3%A9%20%C3%A0%20Li%C3%A8ge/"
        "canvases/fiches/%C3%A9picerie.md?plain=1#L"
    )
    assert address in changes


def test_nothing_gets_out_of_the_comment(request_: PullRequest) -> None:
    changes = (request_.root / "canevas-changes.md").read_text()
    html = github_flavored_markdown_to_html(changes, Options.CMARK_OPT_UNSAFE)
    page = Page(html.replace("<br>", ""))
    assert page.elements <= {
        "h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "b",
        "code", "strong", "ul", "li", "ins", "del", "a",
    }
    assert page.attributes <= {"align", "href", "open"}
    assert "@octocat" not in html and not re.search(r"(?<!&)#12", html) and "octocat" in html


def test_page_needs_nothing_else(request_: PullRequest) -> None:
    page = (request_.root / "canevas-review.html").read_text()
    assert page.startswith("<!DOCTYPE html>") and "<script" not in page and "<link" not in page


def test_new_findings_are_annotations(request_: PullRequest) -> None:
    result = request_.run("Check, with annotations of what is new")
    assert result.returncode in (0, 1), result.stderr
    assert "::" in result.stdout


# The step that comments, with a forge that notes what it is asked.

HARNESS = """
const [script, given] = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const asked = [];
const call = name => async options => {
  if (given.error) throw Object.assign(new Error('refused'), { status: given.error });
  asked.push([name, options]);
};
const github = {
  paginate: async (_, place) => given.comments,
  rest: { issues: {
    listComments: {}, createComment: call('create'), updateComment: call('update') } },
};
const core = { notice: text => asked.push(['notice', text]) };
const context = { repo: { owner: 'o', repo: 'r' }, issue: { number: 7 } };
const run = Object.getPrototypeOf(async () => {}).constructor;
new run('github', 'context', 'core', 'require', script)(github, context, core, require)
  .then(() => console.log(JSON.stringify(asked)))
  .catch(error => { console.error(error); process.exit(1); });
"""
MARK = "<!-- canevas-review -->"


def comment(folder: Path, differs: str = "1", **given: Any) -> list[Any]:
    """What the step asks of the forge."""
    script = STEPS["Comment, or mend the former comment"]["with"]["script"]
    environment = {
        **os.environ, "GITHUB_WORKSPACE": str(folder), "PAGE": "https://forge.example/page",
        "DIFFERS": differs,
    }
    result = subprocess.run(
        ["node", "-e", HARNESS], input=json.dumps([script, {"comments": [], **given}]),
        env=environment, capture_output=True, text=True, timeout=60,
    )
    assert result.returncode == 0, result.stderr
    asked: list[Any] = json.loads(result.stdout)
    return asked


def test_comment_is_written_once(request_: PullRequest) -> None:
    others = [
        {"id": 1, "user": {"login": "octocat"}, "body": MARK + "\nPas de moi."},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "Autre chose."},
    ]
    ((name, options),) = comment(request_.root, comments=others)
    assert name == "create" and options["issue_number"] == 7
    assert options["body"].startswith(MARK + "\n## 1 document")
    assert "https://forge.example/page" in options["body"]
    mine = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": options["body"]}
    ((name, again),) = comment(request_.root, comments=[*others, mine])
    assert name == "update" and again["comment_id"] == 3 and again["body"] == options["body"]


def test_what_says_the_same_needs_no_comment(request_: PullRequest) -> None:
    assert comment(request_.root, differs="0") == []
    former = {"id": 3, "user": {"login": "github-actions[bot]"}, "body": MARK}
    ((name, _),) = comment(request_.root, differs="0", comments=[former])
    assert name == "update"


def test_comment_has_room(tmp_path: Path) -> None:
    (tmp_path / "canevas-changes.md").write_text("a" * 64_000)
    (tmp_path / "canevas-pages.md").write_text("b" * 2_000)
    ((_, options),) = comment(tmp_path)
    assert len(options["body"]) <= 65_536
    assert "https://forge.example/page" in options["body"] and "b" * 2_000 not in options["body"]


def test_fork_has_no_comment_and_no_failure(request_: PullRequest) -> None:
    ((name, _),) = comment(request_.root, error=403)
    assert name == "notice"
