"""A page of the site as its HTML says it, without a browser."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

REFERENCES = ("href", "src", "srcset", "poster", "data", "action", "xlink:href")


class HTMLPage(HTMLParser):
    """The elements of a page, in order, and what stands in those that hold data."""

    def __init__(self, site: Path, file: Path) -> None:
        super().__init__()
        self.address = file.relative_to(site).as_posix()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.json_ld: list[str] = []
        self.title = ""
        self._inside = ""
        self.feed(file.read_text())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        self._inside = tag
        if attributes.get("type") == "application/ld+json":
            self._inside = "json-ld"
            self.json_ld.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "json-ld":
            self.json_ld[-1] += data
        elif self._inside == "title" and not any(tag == "body" for tag, _ in self.elements):
            self.title += data

    def all(self, tag: str, /, **attributes: str) -> list[dict[str, str]]:
        """The attributes of each element of a tag that has the given ones."""
        wanted = attributes.items()
        return [found for name, found in self.elements if name == tag and wanted <= found.items()]

    @property
    def is_redirect(self) -> bool:
        """Whether the page only leads to another one."""
        return bool(self.all("meta", **{"http-equiv": "refresh"}))

    @property
    def is_found(self) -> bool:
        """Whether search engines shall find the page."""
        return not self.all("meta", name="robots", content="noindex")

    @property
    def linked_addresses(self) -> set[str]:
        """The addresses inside the site to which the page's links and forms lead."""
        links = [link["href"] for link in self.all("a") if "href" in link]
        links += [form["action"] for form in self.all("form") if "action" in form]
        targets = [urlsplit(urljoin(self.address, unquote(link))) for link in links]
        return {target.path for target in targets if not target.scheme}


def pages_of(site: Path) -> list[HTMLPage]:
    """Every page of a site."""
    return [HTMLPage(site, file) for file in sorted(site.rglob("*.html"))]
