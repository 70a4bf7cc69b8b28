"""The site's types of pages, each with the address of one page that stands for all of them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageType:
    """A type of page, or what a script makes of one when its address asks a question.

    Only pages with a frame have the site's header, navigation and footer.
    """

    name: str
    address: str
    framed: bool = True


PAGE_TYPES = [
    PageType("home", "index.html"),
    PageType("list of canvases", "fiches/index.html"),
    PageType("list of themes", "themes/index.html"),
    PageType("list of actors", "acteurs/index.html"),
    PageType("list of cases", "cas/index.html"),
    PageType("list of actions", "actions/index.html"),
    PageType("list of diagnoses", "diagnostics/index.html"),
    PageType("list of workshops", "ateliers/index.html"),
    PageType("list of experiments", "essais/index.html"),
    PageType("list of guides", "guide/index.html"),
    PageType("list of sources", "sources/index.html"),
    PageType("theme facet", "fiches/theme/services-collaboratifs-de-quartier.html"),
    PageType("status facet", "fiches/statut/idee.html"),
    PageType("revenue facet", "fiches/revenu/commission.html"),
    PageType("actor facet", "fiches/acteur/groupe-one.html"),
    PageType("canvas", "fiches/angel-me.html"),
    PageType("canvas with map and diagram", "fiches/les-bergers-urbains.html"),
    PageType("poster", "fiches/affiche/angel-me.html", framed=False),
    PageType("print version", "fiches/impression/angel-me.html", framed=False),
    PageType("theme", "themes/services-collaboratifs-de-quartier.html"),
    PageType("actor", "acteurs/abe.html"),
    PageType("case", "cas/delixl.html"),
    PageType("action", "actions/grappe-livinggreen.html"),
    PageType("diagnosis", "diagnostics/bruxelles.html"),
    PageType("workshop", "ateliers/creative-lab.html"),
    PageType("experiment", "essais/bergers-urbains-reacteur.html"),
    PageType("guide", "guide/ecrire-une-fiche.html"),
    PageType("source", "sources/livinggreen-small-cluster.html"),
    PageType("idea pool", "idees.html"),
    PageType("territory map", "territoire.html"),
    PageType("coverage", "couverture.html"),
    PageType("what is new", "nouveautes.html"),
    PageType("compare", "comparer.html"),
    PageType("search", "recherche.html"),
    PageType("facets combined", "fiches/index.html?statut=idee&revenu=prestation"),
    PageType("comparison", "comparer.html?a=angel-me&b=les-bergers-urbains"),
    PageType("search results", "recherche.html?q=moutons"),
    PageType("alphabetical index", "index-alphabetique.html"),
    PageType("data for programs", "donnees.html"),
    PageType("sections and keys", "rubriques.html"),
    PageType("rules", "regles.html"),
    PageType("not found", "404.html"),
    PageType("booklet", "livret.html", framed=False),
]

# What the tests add to the catalogue's documents: a line of metadata.
RENAMED = "fiches/angel-me.html"
AMENDMENTS = [
    (RENAMED, "Ancien nom : ange-gardien"),
    (RENAMED, "Date : mai 2014"),
    ("fiches/cafe-reunion.html", "Date : 12 juin 2014"),
    ("essais/bergers-urbains-reacteur.html", "Date : 2013"),
]
FORMER_ADDRESS = "fiches/ange-gardien.html"

# What came on the second of the two days of the catalogue's history.
NEW = "fiches/lamilo.html"

# Pages to which no page of the site has to lead.
UNLINKED = {"404.html", "livret.html", FORMER_ADDRESS}
