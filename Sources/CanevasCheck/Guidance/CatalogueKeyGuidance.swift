import CanevasSource

/// For the keys of sources and of the catalogue's own sheet.
extension KeyGuidance {
  static let publisher = Guidance(
    purpose: Bilingual("L'organisation qui publie.", "The organisation that publishes."),
    question: Bilingual(
      "Quelle organisation répond de cette publication ?",
      "Which organisation answers for this publication?"),
    good: "Maison de quartier",
    poor: "PDF",
    flaw: Bilingual(
      "Un format n'est pas un éditeur : personne n'en répond.",
      "A format is not a publisher: nobody answers for it."))

  static let year = Guidance(
    purpose: Bilingual("L'année de parution.", "The year of publication."),
    question: Bilingual("En quelle année est-ce paru ?", "In which year was it published?"),
    good: "2014",
    poor: "récent",
    flaw: Bilingual(
      "Un mot qui vieillit ; l'année dit jusqu'où s'y fier.",
      "A word that ages; the year tells how far to trust it."),
    rule: "date-illisible")

  static let language = Guidance(
    purpose: Bilingual(
      "La langue du document ou, pour le catalogue, celle du site : fr, nl ou en.",
      "The language of the document or, for the catalogue, that of the site: fr, nl or en."),
    question: Bilingual("En quelle langue le lit-on ?", "In which language is it read?"),
    good: "fr",
    poor: "bilingue",
    flaw: Bilingual(
      "Deux lettres, pour que les programmes prononcent et trient les textes.",
      "Two letters, so that programs can pronounce and sort the texts."),
    rule: "valeur-inconnue")

  static let file = Guidance(
    purpose: Bilingual("Le nom du document d'origine.", "The name of the original document."),
    question: Bilingual(
      "Sous quel nom retrouver le document d'origine ?",
      "Under which name can the original document be found?"),
    good: "enquete-outils-2024.pdf",
    poor: "mon bureau",
    flaw: Bilingual("Un endroit que nul autre ne connaît.", "A place that nobody else knows."))

  static let address = Guidance(
    purpose: Bilingual(
      "L'adresse à laquelle le site est publié.",
      "The address at which the site is published."),
    question: Bilingual(
      "À quelle adresse le site sera-t-il lu ?",
      "At which address will the site be read?"),
    good: "https://canevas.example/",
    poor: "notre site",
    flaw: Bilingual(
      "Sans adresse entière, ni le fil d'actualité ni le plan du site ne peuvent être faits.",
      "Without a whole address, neither the feed nor the site map can be made."))

  static let programme = Guidance(
    purpose: Bilingual(
      "Le programme ou le projet qui fait vivre le catalogue.",
      "The programme or project that the catalogue lives from."),
    question: Bilingual(
      "Dans quel programme ce catalogue est-il né ?",
      "Which programme did this catalogue come from?"),
    good: "Quartiers durables",
    poor: "Subside 2024",
    flaw: Bilingual(
      "Un financement passe ; le programme dit dans quel but on a réuni ces idées.",
      "Funding passes; the programme tells why these ideas were brought together."))

  static let contact = Guidance(
    purpose: Bilingual(
      "L'organisation à qui écrire pour porter une idée.",
      "The organisation to write to in order to carry an idea."),
    question: Bilingual(
      "À qui écrire quand on veut porter une de ces idées ?",
      "Whom to write to in order to carry one of these ideas?"),
    good: "[Maison de quartier](acteurs/maison-de-quartier.md)",
    poor: "nous contacter",
    flaw: Bilingual(
      "Personne n'est nommé : la demande ne part pas.",
      "Nobody is named: the request is never sent."))

  static let licence = Guidance(
    purpose: Bilingual(
      "Ce que chacun peut faire des textes ; elle paraît au bas de chaque page.",
      "What everybody may do with the texts; it stands at the foot of every page."),
    question: Bilingual(
      "Que permettons-nous à ceux qui voudraient reprendre ces fiches ?",
      "What do we allow those who would like to use these canvases?"),
    good: "[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)",
    poor: "libre",
    flaw: Bilingual(
      "« Libre » ne dit pas s'il faut citer, ni si l'on peut modifier ou vendre.",
      "“Free” does not tell whether one must give credit, may change or may sell."))

  static let rules = Guidance(
    purpose: Bilingual(
      "La gravité que ce catalogue donne à certaines règles : un code, puis « erreur », "
        + "« avertissement » ou « info » ; un point-virgule sépare deux réglages.",
      "How grave certain rules are in this catalogue: a code, then “erreur”, “avertissement” or "
        + "“info”; a semicolon separates two settings."),
    question: Bilingual(
      "Quelles règles comptent plus, ou moins, pour ce catalogue ?",
      "Which rules matter more, or less, for this catalogue?"),
    good: "indicateur-sans-unite avertissement",
    poor: "moins d'avertissements",
    flaw: Bilingual(
      "Aucun code n'est nommé ; « canevas explain » en donne la liste.",
      "No code is named; “canevas explain” lists them."),
    rule: "reglage-incorrect")
}
